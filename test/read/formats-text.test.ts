// What docs/formats says of formats that are text: statements that no other test makes true.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { reflow } from '../../pipeline/reflow/index.js';
import type { Document } from '../../schemas/document.js';
import { refusal, shown } from './show.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? utf8(content) : content);
const read = async (name: string, content: string | Uint8Array): Promise<Document> => await readDocument(bytesOf(content), name);
const encoded = (text: string, encoding: string): Uint8Array => new Uint8Array(iconv.encode(text, encoding));

const SENTENCE = '各縣（市、區）人民政府，市政府各部門要加強統籌協調，確保各項任務落到實處。';
const MEANT = '各县（市、区）人民政府，市政府各部门要加强统筹协调，确保各项任务落到实处。';

describe('text', () => {
  it.each<[string, string, string | Uint8Array, string[]]>([
    ['lines that end in CR alone', 'a.txt', '关于印发\r现印发给你们\r', ['关于印发', '现印发给你们']],
    ['an end marked by Ctrl-Z', 'a.text', '关于印发\n现印发给你们\n\x1a', ['关于印发', '现印发给你们']],
    ['a name without an ending', '通知', '关于印发\n现印发给你们', ['关于印发', '现印发给你们']],
    ['Big5', 'a.txt', encoded(SENTENCE, 'big5'), [SENTENCE]],
    ['UTF-16 with a mark under a name of text', 'a.txt', encoded(`\uFEFF${MEANT}`, 'utf-16le'), [MEANT]],
    [
      'a drawn table with merged cells',
      'a.txt',
      '┌────┬─────────┐\n│地区│投资     │\n│    ├────┬────┤\n│    │2024│2025│\n├────┼────┼────┤\n│甲县│1   │2   │\n└────┴────┴────┘\n',
      ['地区|投资<2>', '2024|2025', '甲县|1|2'],
    ],
    [
      'a table drawn with + and - stays lines',
      'a.txt',
      '+----+----+\n|地区|投资|\n+----+----+\n',
      ['+----+----+', '|地区|投资|', '+----+----+'],
    ],
  ])('%s', async (_what, name, content, expected) => {
    expect(shown(await read(name, content))).toEqual(expected);
  });

  it('with a few broken characters is UTF-8, and says so', async () => {
    const broken = utf8(MEANT.repeat(20));
    broken[300] = 0xff;
    const document = await read('a.txt', broken);
    expect(shown(document)[0]).toContain('确保各项任务落到实处');
    expect(document.warnings.map(({ code }) => code)).toHaveLength(1);
  });
});

describe('Markdown', () => {
  it.each<[string, string, string | Uint8Array, string[]]>([
    ['under an ending of its kind', 'a.mkd', '# 关于印发\n\n**现**印发给你们', ['关于印发', '现印发给你们']],
    ['under another', 'a.mdown', '# 关于印发\n\n**现**印发给你们', ['关于印发', '现印发给你们']],
    ['in GB 18030', 'a.md', encoded(`# 关于印发方案的通知\n\n${MEANT}`, 'gb18030'), ['关于印发方案的通知', MEANT]],
    ['front matter in TOML', 'a.md', '+++\ntitle = "通知"\n+++\n\n# 关于印发\n\n正文。', ['关于印发', '正文。']],
    ['an underlined heading', 'a.md', '关于印发方案的通知\n====\n\n正文。', ['关于印发方案的通知', '正文。']],
    ['a table with tabs', 'a.md', '# 清单\n\n序号\t项目\n1\t甲\n2\t乙\n', ['清单', '序号|项目', '1|甲', '2|乙']],
    ['a note', 'a.md', '投资大幅增长[^1]。\n\n[^1]: 按现价计算。', ['投资大幅增长。', '按现价计算。']],
    ['bullets, boxes and numbers', 'a.md', '- [ ] 甲\n* 乙\n1. 丙', ['甲', '乙', '1. 丙']],
  ])('%s', async (_what, name, content, expected) => {
    expect(shown(await read(name, content))).toEqual(expected);
  });

  it('takes its title from front matter where the text shows none, and says so', async () => {
    const document = await read('a.md', `---\ntitle: 某某市人民政府关于印发方案的通知\n---\n\n${MEANT}\n`);
    expect(shown(document)).toEqual(['某某市人民政府关于印发方案的通知', MEANT]);
    expect(document.warnings.map(({ code }) => code)).toHaveLength(1);
  });
});

describe('a web page', () => {
  const page = (body: string, head = ''): string =>
    `<!doctype html><html><head>${head}</head><body><p>${MEANT}</p>${body}</body></html>`;
  it.each<[string, string, string[]]>([
    ['what Word hides', '<p>甲<span style="mso-hide:all">乙</span></p>', ['甲']],
    ['what is no larger than nothing', '<p>甲<span style="font-size:0">乙</span></p>', ['甲']],
    ['what is hidden from readers of the screen', '<p>甲<span aria-hidden="true">乙</span></p>', ['甲']],
    ['a ruby without its reading', '<p><ruby>甲<rp>(</rp><rt>jiǎ</rt><rp>)</rp></ruby>县</p>', ['甲县']],
    ['the number of a list of Word', '<p><span style="mso-list:Ignore">一、<span>&nbsp;</span></span>总则</p>', ['一、总则']],
    [
      'a foot that stands before the body',
      '<table><thead><tr><th>地区</th><th>投资</th></tr></thead><tfoot><tr><td>合计</td><td>3</td></tr></tfoot><tbody><tr><td>甲县</td><td>3</td></tr></tbody></table>',
      ['地区|投资', '甲县|3', '合计|3'],
    ],
    [
      'elements set as a table by their roles',
      '<div role="table"><div role="row"><span role="columnheader">地区</span><span role="columnheader">投资</span></div><div role="row"><span role="cell">甲县</span><span role="cell">3</span></div></div>',
      ['地区|投资', '甲县|3'],
    ],
    [
      'elements set as a table by their style',
      '<div style="display:table"><div style="display:table-row"><div style="display:table-cell">地区</div><div style="display:table-cell">投资</div></div><div style="display:table-row"><div style="display:table-cell">甲县</div><div style="display:table-cell">3</div></div></div>',
      ['地区|投资', '甲县|3'],
    ],
    ['a conditional comment', '<!--[if gte mso 9]><p>乙</p><![endif]--><p>甲</p>', ['甲']],
    ['a picture with its words', '<p>甲<img src="a.png" alt="乙"></p>', ['甲']],
  ])('%s', async (_what, body, expected) => {
    expect(shown(await read('a.shtml', page(body)))).toEqual([MEANT, ...expected]);
  });

  it('hides what a class of its own style sheet hides', async () => {
    const style = '<style>.tip { display: none }</style>';
    expect(shown(await read('a.html', page('<p>甲<span class="tip">乙</span></p>', style)))).toEqual([MEANT, '甲']);
  });

  it('has its title from meta where it shows none', async () => {
    const meta = '<meta name="ArticleTitle" content="某某市人民政府关于印发方案的通知">';
    expect(shown(await read('a.html', page('', meta)))[0]).toBe('某某市人民政府关于印发方案的通知');
  });

  it('keeps the files that it shows in frames and objects', async () => {
    const document = await read('a.html', page('<embed src="files/清单.pdf"><iframe src="附件.docx"></iframe>'));
    expect(document.linkedFiles.map(({ href }) => href)).toEqual(['files/清单.pdf', '附件.docx']);
  });
});

describe('lists', () => {
  const ROWS = ['序号|项目名称', '1|铜箔生产', '2|光电显示'];
  it.each<[string, string, string | Uint8Array, string[]]>([
    ['commas, in GB 18030', 'a.csv', encoded('序号,项目名称\n1,铜箔生产\n2,光电显示\n', 'gb18030'), ROWS],
    ['semicolons', 'a.csv', '序号;项目名称\n1;铜箔生产\n2;光电显示\n', ROWS],
    ['tabs, in UTF-16', 'a.tsv', encoded('\uFEFF序号\t项目名称\n1\t铜箔生产\n2\t光电显示\n', 'utf-16le'), ROWS],
    [
      'commas, breaks and quotes within quotes',
      'a.csv',
      '序号,项目名称\r\n1,"铜箔,\n""生产"""\r\n2,光电显示\r\n',
      ['序号|项目名称', '1|铜箔,⏎"生产"', '2|光电显示'],
    ],
    ['a mark of UTF-8 and empty fields', 'a.csv', '\uFEFF序号,项目名称,备注\n1,,无\n', ['序号|项目名称|备注', '1||无']],
  ])('%s', async (_what, name, content, expected) => {
    const document = await read(name, content);
    expect(shown(document).filter((line) => line !== 'a')).toEqual(expected);
    expect(reflow(document).text).toContain(expected[0]?.replaceAll('|', '\t'));
  });

  it.each([
    ['quotes that do not close', 'a.csv', '序号,项目名称\n1,"铜箔\n2,光电\n'],
    ['nothing', 'a.csv', '\n\n'],
  ])('refused: %s', async (_what, name, content) => {
    expect(await refusal(utf8(content), name)).not.toBe('read');
  });
});
