import { describe, expect, it } from 'vitest';
import { citations } from '../../extractors/index.js';

describe('other documents named in a text', () => {
  it.each<[string, [string | null, string | null][]]>([
    ['根据《江西省开发区条例》，制定本办法。', [['江西省开发区条例', null]]],
    ['按照《关于支持新能源发展的意见》（赣府发〔2024〕3号）要求', [['关于支持新能源发展的意见', '赣府发〔2024〕3号']]],
    ['按照《关于支持新能源发展的意见》（赣府发[2024]3号）要求', [['关于支持新能源发展的意见', '赣府发〔2024〕3号']]],
    [
      '《甲市行动方案》《乙市实施细则》同时废止。',
      [
        ['甲市行动方案', null],
        ['乙市实施细则', null],
      ],
    ],
    ['严格执行国办发〔2023〕30号文件。', [[null, '国办发〔2023〕30号']]],
    ['《关于印发〈产业目录〉的通知》', [['关于印发〈产业目录〉的通知', null]]],
    ['《三年行动计划（2024—2026年）》', [['三年行动计划（2024—2026年）', null]]],
    [
      '《民法典》和《中小企业促进法》',
      [
        ['民法典', null],
        ['中小企业促进法', null],
      ],
    ],
    ['刊登在《工业周刊》上。', []],
    ['《行动\n方案》', [['行动方案', null]]],
    ['《没有结束的方案', []],
  ])('“%s”', (text, expected) => {
    expect(citations(text).map((k) => [k.title, k.document_number])).toEqual(expected);
  });
});
