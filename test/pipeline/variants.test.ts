import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../extractors/index.js';
import { documentOf, planOf, recordsOf, type CellSpec, type Part } from '../support/documents.js';
import { readDocument } from '../../pipeline/read/index.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { segment } from '../../pipeline/segment/index.js';
import type { Document } from '../../schemas/index.js';
import { PLAN } from '../support/plan.js';
import { VARIANTS, wrapped } from '../support/variants.js';

/** Where it stands and how it was written apart, the fields of everything that is read. */
const PLACE = new Set(['start', 'end', 'evidence', 'confidence', 'reasons']);

const read = (parts: readonly Part[]): unknown => readFrom(documentOf(parts));

function readFrom(document: Document): unknown {
  const notices = segment(reflow(document)).map((s) => s.notice);
  return notices.map((notice) => {
    const fields = Object.entries(recordsOf(notice)).map(([type, records]) => [
      type,
      records.map((r) =>
        Object.fromEntries(
          Object.entries(r)
            .filter(([field]) => !PLACE.has(field))
            .map(([field, value]) => [
              field,
              field === 'value_text' || field === 'period_text' ? clean(String(value)) : (value as unknown),
            ]),
        ),
      ),
    ]);
    return { head: notice.head, records: Object.fromEntries(fields) as unknown };
  });
}

const cell = (spec: CellSpec, change: (text: string) => string): CellSpec =>
  typeof spec === 'string' ? change(spec) : { ...spec, text: change(spec.text) };
const change = (parts: readonly Part[], by: (text: string) => string): Part[] =>
  parts.flatMap((part): Part[] => {
    if (typeof part === 'string') return by(`${part}\n`).split('\n').slice(0, -1);
    return Array.isArray(part) ? [part.map((row) => row.map((c) => cell(c, (t) => by(t).replaceAll('\n', ''))))] : [part];
  });

/** The same notice of places and organs in other provinces. */
const ELSEWHERE: Record<string, Record<string, string>> = {
  Zhejiang: { 抚河市: '诸暨市', 抚府发: '诸政发', 南康: '新昌', 高新区: '经开区' },
  Hunan: { 抚河市: '醴陵市', 抚府发: '醴政发', 南康: '攸县', 市工业和信息化局: '市科技和工业信息化局' },
  Sichuan: { 抚河市: '绵阳市', 抚府发: '绵府发', 南康: '江油', 市国资委: '市国有资产监督管理委员会' },
  Guangdong: { 抚河市: '佛山市', 抚府发: '佛府', 南康: '顺德', 县: '县' },
  'Inner Mongolia': { 抚河市: '通辽市', 抚府发: '通政发', 南康: '科尔沁', 市发展改革委: '市发展和改革委员会' },
};
const renamed = (text: string, names: Record<string, string>): string =>
  Object.entries(names).reduce((t, [from, to]) => t.replaceAll(from, to), text);

/** The plan with a page break inside the paragraph that holds the `at`-th character of those long enough. */
function brokenAt(parts: readonly Part[], at: number): Part[] {
  const long = parts.filter((p): p is string => typeof p === 'string' && p.length > 60);
  const paragraph = long[at % long.length] ?? '';
  const any = 20 + (at % (paragraph.length - 40));
  // behind a full stop nobody can tell whether a paragraph ends with the page
  const cut = paragraph[any - 1] === '。' ? any + 1 : any;
  return [{ page: 1 }, ...parts.flatMap((p): Part[] => (p === paragraph ? [p.slice(0, cut), { page: 2 }, p.slice(cut)] : [p]))];
}

/** A notice as converters to Markdown write it: headings with marks, bold run-in titles, pipe tables. */
function markdownOf(parts: readonly Part[]): string {
  const lines = parts.map((part, i) => {
    if (typeof part === 'string') {
      if (i === 0) return `# ${part}`;
      if (/^[一二三四五]、/.test(part)) return `## ${part}`;
      return part.replace(/^（[一二]）[^。]{2,10}。/, (head) => `**${head}**`);
    }
    if (!Array.isArray(part)) return '';
    const [head = '', ...rows] = part.map((row) => `| ${row.map((c) => (typeof c === 'string' ? c : c.text)).join(' | ')} |`);
    return [head, head.replace(/[^|]+/g, ' --- '), ...rows].join('\n');
  });
  return lines.join('\n\n');
}

const plan = planOf(PLAN);
const plain = read(plan);

describe('the same words give the same records', () => {
  it.each([28, 30, 32, 35, 38, 40])('wrapped at %i characters', (width) => {
    const lines = plan.flatMap((part, i): Part[] =>
      typeof part === 'string' ? wrapped(part, width, i < 3 || i >= plan.length - 2 ? '' : '　　') : [part],
    );
    expect(read(lines)).toEqual(plain);
  });

  it.each(Object.entries(VARIANTS))('with %s', (_name, by) => {
    expect(read(change(plan, by))).toEqual(plain);
  });

  it.each(Object.entries(ELSEWHERE))('in %s', (_name, names) => {
    expect(read(change(plan, (text) => renamed(text, names)))).toEqual(JSON.parse(renamed(JSON.stringify(plain), names)));
  });

  it('with a page that ends inside a word, wherever that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (at) => {
        expect(read(brokenAt(plan, at))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['，', '；', '、\n'])('with “%s” between the units of a clause', (separator) => {
    const list = '市自然资源局、市生态环境局，高新区管委会';
    const other = list.replace(/[、，]/g, separator);
    expect(read(change(plan, (text) => text.replace(list, other)))).toEqual(plain);
  });

  it('as Markdown', async () => {
    const text = markdownOf(plan);
    expect(readFrom(await readDocument(new TextEncoder().encode(text), 'plan.md'))).toEqual(plain);
  });

  it('over pages with running heads and page numbers', () => {
    const pages = plan.flatMap((part, i): Part[] =>
      i % 7 === 0 && i > 0
        ? [`- ${i / 7} -`, { page: i / 7 + 1 }, '抚河市人民政府公报', part]
        : i === 0
          ? [{ page: 1 }, '抚河市人民政府公报', part]
          : [part],
    );
    expect(read(pages)).toEqual(plain);
  });

  it('on a page of a portal', () => {
    const portal = [
      '首页>政务公开>文件',
      '发布时间：2025-03-10 浏览次数：12',
      '字号：大 中 小',
      ...plan,
      '上一篇：关于节能的公告',
      '版权所有：抚河市人民政府',
    ];
    expect(read(portal)).toEqual(plain);
  });
});
