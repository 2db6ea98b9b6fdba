import iconv from 'iconv-lite';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { decodeText } from '../../pipeline/read/txt/encoding.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { segment } from '../../pipeline/segment/index.js';
import { documentSchema, type Document } from '../../schemas/document.js';
import { recordsOf } from '../support/documents.js';
import { refusal, rows, tables, texts } from './show.js';
import { asWebPage, portal } from './web-page.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (page: string): Promise<Document> => await readDocument(utf8(page), 'page.html');
const ofBody = async (body: string): Promise<Document> => await read(`<!doctype html><html><body>${body}</body></html>`);

const LONG = '各地区各部门要高度重视产业集群培育工作，加强统筹协调，形成工作合力，确保各项任务落到实处。';
const BODY = `<p>各县（市、区）人民政府：</p><p>&emsp;&emsp;${LONG}</p><p>&emsp;&emsp;${LONG}</p><p>某某市人民政府</p><p>2026年1月5日</p>`;
const TITLE = '某某市人民政府关于印发行动方案的通知';

describe('encodings', () => {
  const page = (charset: string): string => portal(`<h1>${TITLE}</h1>${BODY}`, { charset });
  const bare = (text: string): string => text.replace(/<meta[^>]*>/, '');

  it.each<[string, Uint8Array]>([
    ['UTF-8, declared', utf8(page('utf-8'))],
    ['UTF-8, not declared', utf8(bare(page('')))],
    ['UTF-8 with a mark', utf8(`\uFEFF${page('utf-8')}`)],
    ['UTF-8, declared as GBK', utf8(page('gbk'))],
    ['GB 2312, declared', new Uint8Array(iconv.encode(page('gb2312'), 'gbk'))],
    ['GB 18030, declared in single quotes', new Uint8Array(iconv.encode(page('x').replace('"x"', "'GB18030'"), 'gb18030'))],
    ['GBK, not declared', new Uint8Array(iconv.encode(bare(page('')), 'gbk'))],
    ['GBK, declared as UTF-8', new Uint8Array(iconv.encode(page('utf-8'), 'gbk'))],
    ['UTF-16 with a mark', new Uint8Array(iconv.encode(`\uFEFF${page('utf-16')}`, 'utf16-le'))],
  ])('%s', async (_name, bytes) => {
    const document = await readDocument(bytes, 'a.html');
    expect([document.format, document.reader, document.pages, document.warnings]).toEqual(['html', 'html@2', null, []]);
    expect(texts(document)).toEqual([TITLE, '各县（市、区）人民政府：', LONG, LONG, '某某市人民政府', '2026年1月5日']);
    expect(documentSchema.parse(document)).toEqual(document);
  });

  it.each<[string, Uint8Array]>([
    ['GBK, declared as ISO 8859-1', new Uint8Array(iconv.encode(page('iso-8859-1'), 'gbk'))],
    ['GBK, declared as Big5', new Uint8Array(iconv.encode(page('big5'), 'gbk'))],
    [
      'GBK, declared behind the first kilobyte',
      new Uint8Array(iconv.encode(`<!doctype html><!--${'x'.repeat(5000)}-->${page('gbk')}`, 'gbk')),
    ],
    ['UTF-8, declared as Big5', utf8(page('big5'))],
    ['UTF-16 without a mark', new Uint8Array(iconv.encode(page('utf-16'), 'utf16-le'))],
    ['UTF-32 with a mark', new Uint8Array(iconv.encode(`\uFEFF${page('utf-32')}`, 'utf-32le'))],
  ])('%s', async (_name, bytes) => {
    expect(texts(await readDocument(bytes, 'a.html'))[0]).toBe(TITLE);
  });

  it('Big5, not declared', async () => {
    const text = '<html><p>關於印發產業園區發展計畫的通知</p><p>各縣政府：為加快產業發展，現印發計畫。</p>';
    expect(texts(await readDocument(new Uint8Array(iconv.encode(text, 'big5')), 'a.htm'))[0]).toBe(
      '關於印發產業園區發展計畫的通知',
    );
  });

  it('Big5, declared', async () => {
    const bytes = new Uint8Array(iconv.encode(`<html><meta charset=big5><p>產業園區發展計畫</p>`, 'big5'));
    expect(texts(await readDocument(bytes, 'a.htm'))).toEqual(['產業園區發展計畫']);
  });
});

describe('what is a web page', () => {
  it.each<[string, string, string]>([
    ['a doctype', '<!DOCTYPE html><p>通知', 'a.txt'],
    ['a comment in front', '<!-- saved from url=(0022)http://a.example/ --><html><p>通知', 'a'],
    ['XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html><body><p>通知</p></body></html>', 'a.xhtml'],
    ['a fragment of many tags', '<div><p>通知</p><p>一</p></div>', 'a.txt'],
    ['the ending only', '通知<br>', 'a.HTM'],
  ])('%s', async (_name, page, name) => {
    const document = await readDocument(utf8(page), name);
    expect([document.format, texts(document)[0]]).toEqual(['html', '通知']);
  });

  it.each<[string, string, string, string]>([
    ['text with a few tags', '面积100m<sup>2</sup>', 'a.txt', 'read'],
    [
      'a web archive without a page',
      'From: <Saved by Browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;',
      'a.mht',
      'empty',
    ],
    ['an XML file', '<?xml version="1.0"?><root/>', 'a.xml', 'unsupported'],
    ['a page filled by scripts', '<!doctype html><div id="app"></div><script>x()</script>', 'a.html', 'empty'],
    ['a frameset', '<html><frameset><frame src="a.html"></frameset></html>', 'a.html', 'empty'],
    ['tags nested too deep', '<html>' + '<div>'.repeat(2000) + '通知', 'a.html', 'too_large'],
    [
      'a table with too many cells',
      `<html><table>${'<tr><td colspan=1000 rowspan=60000>一</td></tr>'.repeat(1100)}</table>`,
      'a.html',
      'too_large',
    ],
  ])('%s', async (_name, page, name, code) => {
    expect(await refusal(utf8(page), name)).toBe(code);
  });
});

describe('lines', () => {
  it.each<[string, string, string[]]>([
    ['inline tags leave no blanks', '<p>到<b>20</b><span>28</span>年，<i>规模</i>突破</p>', ['到2028年，规模突破']],
    ['a line break of the source between Chinese', '<p>产业\n   集群</p>', ['产业集群']],
    ['blanks of the source', '<p>  VR   and\n5G  </p>', ['VR and 5G']],
    ['entities', '<p>&ldquo;5G&#43;VR&rdquo;&nbsp;&amp;&lt;&#x4E00;</p>', ['“5G+VR” &<一']],
    ['line breaks', '<div>　　一、目标<br><br/>　　二、任务<br>三</div>', ['一、目标', '二、任务', '三']],
    ['text beside blocks', '<div>前<p>中</p>后</div>', ['前', '中', '后']],
    ['blocks within inline and unknown elements', '<font><ucap><p>甲</p></ucap></font><span>乙</span>', ['甲', '乙']],
    ['lists', '<ul><li>甲</li><li><p>乙</p></li></ul>', ['甲', '乙']],
    ['numbers of ordered lists', '<ol start="3"><li>甲</li><li>四、乙</li></ol>', ['3.甲', '四、乙']],
    ['preformatted text', '<pre>甲\n　　乙</pre>', ['甲', '乙']],
    ['zero-width characters', '<p>产\u200B业\uFEFF集群</p>', ['产业集群']],
    ['hidden elements', '<p>甲</p><p hidden>乙</p><p style="color:red;display:none">丙</p><i aria-hidden="true">丁</i>', ['甲']],
    ['a heading broken into lines', '<h1>某某市人民政府<br>关于印发方案的通知</h1>', ['某某市人民政府关于印发方案的通知']],
    ['unclosed tags', '<div><p>甲<p>乙<div>丙', ['甲', '乙', '丙']],
  ])('%s', async (_name, body, expected) => {
    expect(texts(await ofBody(body))).toEqual(expected);
  });

  it('marks headings with their level, and indents', async () => {
    const document = await ofBody('<h2>一、目标</h2><p>　　甲</p><p>&nbsp;&nbsp;&nbsp;&nbsp;乙</p><p>丙</p>');
    expect(document.blocks.map((b) => (b.kind === 'table' ? null : [b.kind, b.level, b.indented]))).toEqual([
      ['heading', 2, false],
      ['paragraph', null, true],
      ['paragraph', null, true],
      ['paragraph', null, false],
    ]);
  });
});

describe('tables', () => {
  it('spans, heads, captions and lines in cells', async () => {
    const document = await ofBody(
      '<table><caption>表1</caption><tbody><tr><td rowspan="2">一</td><td colspan=2>甲<br>乙</td></tr><tr><td><p>1</p></td><td></td></tr>' +
        '</tbody><thead><tr><th>链</th><th>数</th><th>年</th></tr></thead></table>',
    );
    expect(texts(document)).toEqual(['表1', '[3x3]']);
    expect(rows(document.blocks[1])).toEqual([
      ['链', '数', '年'],
      ['一', '甲\n乙', '∅'],
      ['∅', '1', ''],
    ]);
    expect(
      tables(document)[0]
        ?.cells.map((c) => [c.rowSpan, c.columnSpan])
        .slice(3, 5),
    ).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });

  it('a span to the end of the table, and one past it', async () => {
    const [table] = tables(
      await ofBody('<table><tr><td rowspan=0>一</td><td>甲</td></tr><tr><td rowspan=9>乙</td></tr><tr><td>丙</td></tr></table>'),
    );
    expect(table?.cells.map((c) => [c.text, c.row, c.column, c.rowSpan])).toEqual([
      ['一', 0, 0, 3],
      ['甲', 0, 1, 1],
      ['乙', 1, 1, 2],
      ['丙', 2, 2, 1],
    ]);
  });

  it.each<[string, string, string[]]>([
    ['that frame the page', `<table><tr><td>${BODY}</td></tr></table>`, ['各县（市、区）人民政府：', LONG, LONG]],
    [
      'with the article in one of two cells',
      `<table><tr><td><a href="a">首页</a></td><td>${BODY}</td></tr></table>`,
      ['各县（市、区）人民政府：', LONG, LONG],
    ],
    [
      'around a table',
      `<table><tr><td>说明</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>`,
      ['说明', '[1x2]'],
    ],
    ['for presentation', `<table role="presentation"><tr><td>甲</td><td>乙</td></tr></table>`, ['甲', '乙']],
  ])('are none %s', async (_name, body, first) => {
    expect(texts(await ofBody(body)).slice(0, first.length)).toEqual(first);
  });

  it('larger than the text around them do not hide it', async () => {
    const row = '<tr><td>甲项目</td><td>建设标准厂房八栋和公共服务中心，配套道路和管网工程</td></tr>';
    const body = `<div><h1>${TITLE}</h1><p>${LONG}</p><div><table>${row.repeat(30)}</table></div><p>某某市人民政府</p></div>`;
    expect(texts(await read(portal(body)))).toEqual([TITLE, LONG, '[30x2]', '某某市人民政府']);
  });
});

describe('the article', () => {
  const meta =
    '<ul><li><b>索 引 号：</b>A-1</li><li><b>发布机构：</b>某某市人民政府办公室</li><li><b>文 号：</b>某府发〔2026〕1号</li></ul>';
  const lines = ['索 引 号：A-1', '发布机构：某某市人民政府办公室', '文 号：某府发〔2026〕1号'];

  it.each<[string, string]>([
    ['a list', meta],
    [
      'terms and descriptions',
      '<dl><dt>索 引 号：</dt><dd>A-1</dd><dt>发布机构</dt><dd>某某市人民政府办公室</dd><dt>文 号：</dt><dd>某府发〔2026〕1号</dd></dl>',
    ],
  ])('keeps the metadata block above the title, set as %s', async (_name, above) => {
    const document = await read(portal(BODY, { above: `<h1>${TITLE}</h1>${above}` }));
    expect(texts(document).slice(0, 5)).toEqual([...lines, TITLE, '各县（市、区）人民政府：']);
  });

  it('keeps the metadata block set as a table', async () => {
    const above = '<table><tr><td>索引号</td><td>A-1</td><td>文号</td><td>某府发〔2026〕1号</td></tr></table>';
    const document = await read(portal(`<h1>${TITLE}</h1>${BODY}`, { above }));
    expect(texts(document).slice(0, 2)).toEqual(['索引号：A-1', '文号：某府发〔2026〕1号']);
    expect(texts(document)[2]).toBe(TITLE);
  });

  it('is left without the chrome around and in it, but with its attachments', async () => {
    const files = '<p>附件：<a href="a.html">1.行动方案</a></p><p><a href="/files/2.pdf">2.任务清单.pdf</a></p>';
    const inside = '<div><p>相关链接</p><ul><li><a href="x.html">一图读懂行动方案</a></li></ul></div>';
    const document = await read(portal(`<h1>${TITLE}</h1>${BODY}${files}${inside}`));
    expect(texts(document)).toEqual([
      ...[TITLE, '各县（市、区）人民政府：', LONG, LONG, '某某市人民政府', '2026年1月5日'],
      ...['附件：1.行动方案', '2.任务清单.pdf'],
    ]);
  });

  it('is found in a form that wraps the whole page', async () => {
    const document = await read(
      portal(BODY).replace('<div class="wrap">', '<form id="aspnet"><div>').replace('<aside>', '</form><aside>'),
    );
    expect(texts(document)).toContain(LONG);
    expect(texts(document).join()).not.toMatch(/首页|热点|脚本|浏览量|网站标识码|关键词/);
  });

  it('is the same in `article` with a header of its own', async () => {
    const document = await ofBody(
      `<header><h2>门户</h2><nav>首页</nav></header><main><article><header><h1>${TITLE}</h1></header>${BODY}</article></main>`,
    );
    expect(texts(document)[0]).toBe(TITLE);
  });
});

describe('a notice gives the same records as a web page and as text', () => {
  const PLACE = new Set(['start', 'end', 'evidence', 'confidence', 'reasons', 'quote']);

  async function records(bytes: Uint8Array, name: string): Promise<unknown> {
    return segment(reflow(await readDocument(bytes, name))).map(({ notice }) => {
      const byType = Object.entries(recordsOf(notice)).map(([type, found]) => [
        type,
        found.map((record) => Object.fromEntries(Object.entries(record).filter(([field]) => !PLACE.has(field)))),
      ]);
      return { head: notice.head, records: Object.fromEntries(byType) as unknown };
    });
  }

  it.each(['web-capture.txt', 'clusters.txt', 'joint.txt'])('%s', async (sample) => {
    const bytes = new Uint8Array(readFileSync(new URL(`../../corpus/samples/${sample}`, import.meta.url)));
    const asText = await records(bytes, sample);
    const { text } = await decodeText(bytes);
    expect(await records(utf8(asWebPage(text)), 'page.html')).toEqual(asText);
  });
});

describe('links inside the article', () => {
  it('that stand alone are left out, and it says so', async () => {
    const document = await ofBody(`<div>${BODY}<p><a href="next.html">抚河市产业布局图解</a></p>${BODY}</div>`);
    expect(texts(document)).not.toContain('抚河市产业布局图解');
    expect(document.warnings.map((w) => w.code)).toEqual(['links_left_out']);
    expect(document.warnings[0]?.detail).toContain('抚河市产业布局图解');
  });
});
