import { describe, expect, it } from 'vitest';
import { clean } from '../../extractors/index.js';
import { documentOf, planOf, recordsOf, type CellSpec, type Part } from '../support/documents.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { segment } from '../../pipeline/segment/index.js';
import { PLAN } from '../support/plan.js';
import { VARIANTS, wrapped } from '../support/variants.js';

/** Where it stands and how it was written apart, the fields of everything that is read. */
const PLACE = new Set(['start', 'end', 'evidence', 'confidence', 'reasons']);

function read(parts: readonly Part[]): unknown {
  const notices = segment(reflow(documentOf(parts))).map((s) => s.notice);
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
