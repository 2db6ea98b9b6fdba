import { describe, expect, it } from 'vitest';
import { changesOf, proseOf } from '../../extractors/index.js';

const read = (...paragraphs: string[]): Record<string, string[]> => {
  const { repeals, amends } = changesOf(null, paragraphs.map(proseOf), []);
  const shown = (list: typeof repeals): string[] =>
    list.map((c) => [c.title, c.document_number].filter((p) => p !== null).join(' '));
  return { repeals: shown(repeals), amends: shown(amends) };
};

describe('documents repealed', () => {
  it.each<[string, string[]]>([
    ['《甲办法》（甲府发〔2019〕2号）同时废止。', ['甲办法 甲府发〔2019〕2号']],
    ['本办法自2024年6月1日起施行，原甲府发〔2019〕2号文件同时废止。', ['甲府发〔2019〕2号']],
    ['自本办法施行之日起，《甲办法》《乙规定》废止。', ['甲办法', '乙规定']],
    ['决定废止《甲办法》（甲府发〔2019〕2号）、《乙规定》。', ['甲办法 甲府发〔2019〕2号', '乙规定']],
    ['《甲办法》（甲府发〔2019〕2号），《乙规定》（甲府令第6号）同时废止。', ['甲办法 甲府发〔2019〕2号', '乙规定 甲府令第6号']],
    ['原《甲办法》停止执行。', ['甲办法']],
    ['原《甲通知》作废。', ['甲通知']],
    ['《甲办法》已于2022年废止。', []],
    ['《甲办法》应当及时废止。', []],
    ['与《甲条例》不一致的文件，负责废止。', []],
    ['根据《甲条例》废止。', []],
    ['各地要做好《关于废止乙规定的决定》的宣传。', []],
  ])('“%s”: %j', (text, repeals) => {
    expect(read(text)).toEqual({ repeals, amends: [] });
  });

  it('stand in a list below', () => {
    const lines = [
      '决定废止下列文件：',
      '1．关于甲的通知（甲府发〔2012〕3号）',
      '2．《乙规定》（甲府令第6号）',
      '各地要抓好落实。',
    ];
    expect(read(...lines)['repeals']).toEqual(['关于甲的通知 甲府发〔2012〕3号', '乙规定 甲府令第6号']);
  });

  it('are named once, number and title from wherever they stand', () => {
    expect(read('关于废止《甲办法》的通知', '决定废止《甲办法》（甲府发〔2012〕3号）。')['repeals']).toEqual([
      '甲办法 甲府发〔2012〕3号',
    ]);
  });
});

describe('documents amended', () => {
  it.each<[string, string[]]>([
    ['对《甲办法》（甲府发〔2019〕2号）作如下修改：', ['甲办法 甲府发〔2019〕2号']],
    ['将《甲办法》第五条修改为：“市水利局负责。”', ['甲办法']],
    ['《甲办法》第五条同时废止。', ['甲办法']],
    ['决定修改《甲办法》。', ['甲办法']],
    ['根据《甲条例》，将补贴标准调整为每亩50元。', []],
    ['根据《甲条例》将标准调整为每亩50元。', []],
    ['《甲办法》已于2022年作了修改。', []],
  ])('“%s”: %j', (text, amends) => {
    expect(read(text)).toEqual({ repeals: [], amends });
  });
});
