import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { documentSchema, type Document } from '../../schemas/document.js';
import { refusal, rows, tables, texts } from './show.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (text: string): Promise<Document> => await readDocument(utf8(text), '通知.md');

describe('what is Markdown', () => {
  it.each<[string, string, string, string]>([
    ['by its ending', '# 标题\n正文', 'a.md', 'md'],
    ['by its long ending', '# 标题\n正文', 'a.MARKDOWN', 'md'],
    ['with a table in tags at its top', '<table><tr><td>1</td><td>2</td></tr></table>\n正文', 'a.md', 'md'],
    ['not a text with marks', '# 标题\n正文', 'a.txt', 'txt'],
    ['not a page under its ending', '<!doctype html><p>通知</p>', 'a.md', 'html'],
  ])('%s', async (_name, text, name, format) => {
    const document = await readDocument(utf8(text), name);
    expect(document.format).toBe(format);
    expect(documentSchema.parse(document)).toEqual(document);
  });

  it.each<[string, string]>([
    ['marks only', '---\n\n***\n<!-- 第1页 -->\n![](a.png)\n'],
    ['front matter only', '---\ntitle: 关于某事的通知\n---\n'],
  ])('refuses %s', async (_name, text) => {
    expect(await refusal(utf8(text), 'a.md')).toBe('empty');
  });
});

describe('marks are no text', () => {
  it.each<[string, string, string[]]>([
    ['bold and italic', '到**2028**年，*规模*突破千亿元', ['到2028年，规模突破千亿元']],
    ['bold with its words on both sides', '**一、目标。**正文***强调***。', ['一、目标。正文强调。']],
    ['underscores around a whole line', '__总体要求__', ['总体要求']],
    ['underscores within words', 'file_name_1 和 2021_3', ['file_name_1 和 2021_3']],
    ['a star that is none', '面积3 * 4 * 5米', ['面积3 * 4 * 5米']],
    ['links and autolinks', '见[方案](https://a.example/1 "题")和<https://b.example>', ['见方案和https://b.example']],
    ['a number that is no link', '赣府发[2021](3号)文', ['赣府发[2021](3号)文']],
    ['links by name', '见[方案][1]和[说明][]\n\n[1]: /a.html\n[说明]: <b.html> "题"', ['见方案和说明']],
    ['brackets that are none', '各县[市、区][2021]', ['各县[市、区][2021]']],
    ['pictures', '前![图1](images/a.jpg)后', ['前后']],
    ['escapes', '1\\. 甲 \\_乙\\* \\# \\\\', ['1. 甲 _乙* # \\']],
    ['code', '见 `a*b*` 与 ``x`` ', ['见 a*b* 与 x']],
    ['entities', '&emsp;甲&nbsp;&lt;乙&gt;&#x4E00;&unknown;', ['甲 <乙>一&unknown;']],
    ['tags and breaks', '<div align="center">甲</div>\n乙<br>丙<br/>面积2m<sup>2</sup>', ['甲', '乙', '丙', '面积2m2']],
    ['comments over lines', '甲\n<!-- page 3\n# 页码 -->\n乙', ['甲', '乙']],
    ['an open comment', '甲\n<!-- 乙', ['甲', '<!-- 乙']],
    ['notes', '产值[^1]达到100亿元。\n\n[^1]: 初步核算数。', ['产值达到100亿元。', '初步核算数。']],
    ['block quotes', '> 甲\n>> 乙', ['甲', '乙']],
    ['bullets, with their boxes', '- 甲\n* 乙\n  + 丙\n- [x] 丁', ['甲', '乙', '丙', '丁']],
    ['numbers are the notice’s', '1. 甲\n2) 乙\n（1）丙', ['1. 甲', '2) 乙', '（1）丙']],
    ['hard breaks', '甲  \n乙\\\n丙', ['甲', '乙', '丙']],
    ['figures set as formulas', '增长 $1 5 \\%$，$1 0 \\sim 2 0$ 家，$\\geq 9 5 \\%$', ['增长 15%，10~20 家，≥95%']],
    ['a formula that is one', '$\\sum_{i} x_i$', ['$\\sum_{i} x_i$']],
    ['fenced code', '```text\n# 甲\n**乙**\n```\n丙', ['# 甲', '**乙**', '丙']],
    ['a fence that is never closed', '```\n**甲**', ['```', '甲']],
    ['rules', '甲。\n\n---\n乙\n* * *\n丙', ['甲。', '乙', '丙']],
    ['characters without width', '产\u200B业\uFEFF集群', ['产业集群']],
  ])('%s', async (_name, text, expected) => {
    expect(texts(await read(text))).toEqual(expected);
  });

  it('words that are struck out are told', async () => {
    const document = await read('能耗下降~~12%~~10%<del>以上</del>。');
    expect(texts(document)).toEqual(['能耗下降10%。']);
    expect(document.warnings.map((w) => w.code)).toEqual(['struck_out']);
  });
});

describe('headings', () => {
  it.each<[string, string, [number, string][]]>([
    [
      'with marks in front',
      '# 甲\n### 乙 ###\n##丙\n#丁',
      [
        [1, '甲'],
        [3, '乙'],
        [2, '丙'],
        [1, '丁'],
      ],
    ],
    [
      'underlined',
      '甲\n===\n乙\n---\n',
      [
        [1, '甲'],
        [2, '乙'],
      ],
    ],
    ['bold within', '## **一、目标**', [[2, '一、目标']]],
    ['never a sentence over a rule', '现印发给你们。\n---\n', []],
    ['never a number', '#1楼', []],
  ])('%s', async (_name, text, expected) => {
    const headings = (await read(text)).blocks.flatMap((b) => (b.kind === 'heading' ? [[b.level, b.text]] : []));
    expect(headings).toEqual(expected);
  });
});

describe('tables', () => {
  it('of pipes, with alignment, escaped pipes, marks and breaks', async () => {
    const document = await read('| 序号 | 名称\\|别名 |\n|:-:|--:|\n| 1 | **甲**<br>乙 |\n| 2 | [丙](https://a.example) |\n正文');
    expect(rows(document.blocks[0])).toEqual([
      ['序号', '名称|别名'],
      ['1', '甲\n乙'],
      ['2', '丙'],
    ]);
    expect(texts(document)[1]).toBe('正文');
  });

  it('in tags, over lines, with spans', async () => {
    const document = await read(
      '前\n<table>\n<tr><td rowspan="2">产业</td><td colspan="2">**产值**</td></tr>\n\n<tr><td>1</td><td>2</td></tr></table>\n后',
    );
    expect(rows(tables(document)[0])).toEqual([
      ['产业', '产值', '∅'],
      ['∅', '1', '2'],
    ]);
    expect(texts(document)).toEqual(['前', '[2x3]', '后']);
  });

  it('in a block quote', async () => {
    expect(texts(await read('> | a | b |\n> |---|---|\n> | 1 | 2 |'))).toEqual(['[2x2]']);
  });
});

describe('front matter', () => {
  const title = '某某市人民政府关于加快产业发展的通知';

  it.each<[string, string]>([
    ['YAML', `---\ntitle: "${title}"\ndate: 2026-01-01\ntags:\n  - 产业\n---\n`],
    ['TOML', `+++\ntitle = "${title}"\n+++\n`],
  ])('%s gives the title where the text shows none, and says so', async (_name, front) => {
    const document = await read(`${front}各县（市、区）人民政府：\n正文。`);
    expect(texts(document)).toEqual([title, '各县（市、区）人民政府：', '正文。']);
    expect(document.warnings.map((w) => w.code)).toEqual(['title_from_head']);
  });

  it('is no text', async () => {
    expect(texts(await read(`---\ntitle: ${title}\nurl: https://a.example\n---\n# ${title}\n正文。`))).toEqual([title, '正文。']);
  });

  it('is not what stands between two rules', async () => {
    expect(texts(await read('---\n正文：甲\n\n第二段。\n---\n尾'))).toEqual(['正文：甲', '第二段。', '尾']);
  });
});

it('files that are linked', async () => {
  const document = await read('附件：[1.清单](./files/清单.xlsx)\n[首页](https://a.example/)');
  expect(document.linkedFiles).toEqual([{ title: '1.清单', href: './files/清单.xlsx', path: null }]);
});
