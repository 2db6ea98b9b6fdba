import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderTable, truncate } from '../../cli/kit/table.js';

interface Row {
  name: string;
  n: number | null;
}
const columns = [
  { head: '名称', cell: (row: Row) => row.name },
  { head: 'count', cell: (row: Row) => row.n },
  { head: 'end', cell: () => '|' },
];
const rows: Row[] = [
  { name: '赣州市稀土新材料及应用集群', n: 3 },
  { name: 'LED', n: 1200 },
  { name: '高新区（二期）', n: null },
];

/** Printed places before the last column of each line but the rule. */
function endsAt(lines: string[]): number[] {
  return lines.filter((line) => /(\||end)$/.test(line)).map((line) => stringWidth(line.replace(/(\||end)$/, '')));
}

describe('a table', () => {
  it('lines up when Chinese characters take two places', () => {
    const lines = renderTable(rows, columns, null);
    expect(lines).toHaveLength(rows.length + 2);
    expect(new Set(endsAt(lines)).size).toBe(1);
  });

  it('puts numbers to the right', () => {
    const lines = renderTable(rows, columns, null);
    expect(lines[2]).toMatch(/ {3}3 {2}\|$/);
    expect(lines[3]).toMatch(/ 1200 {2}\|$/);
  });

  it('cuts nothing where nobody looks on', () => {
    expect(renderTable(rows, columns, null).join('\n')).toContain('赣州市稀土新材料及应用集群');
  });

  it.each([24, 30, 31, 36])('fits into a terminal of %i places, cutting the widest column', (width) => {
    const lines = renderTable(rows, columns, width);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(lines.join('\n')).toContain('…');
    expect(lines.join('\n')).toContain('1200');
    expect(new Set(endsAt(lines)).size).toBe(1);
  });

  it('never cuts a column that must be whole', () => {
    const whole = columns.map((column, i) => ({ ...column, whole: i === 0 }));
    expect(renderTable(rows, whole, 20).join('\n')).toContain('赣州市稀土新材料及应用集群');
  });

  it('leaves a table alone that fits', () => {
    expect(renderTable(rows, columns, 200)).toEqual(renderTable(rows, columns, null));
  });

  it('puts line breaks and tabs of a cell into one line', () => {
    const [, , line] = renderTable([{ name: '产业\n集群\t名单', n: 1 }], columns, null);
    expect(line).toContain('产业 集群 名单');
  });

  it.each([
    ['产业集群', 8, '产业集群'],
    ['产业集群', 7, '产业集…'],
    ['产业集群', 6, '产业…'],
    ['cluster', 4, 'clu…'],
  ])('%s in %i places is %s', (text, width, cut) => {
    expect(truncate(text, width)).toBe(cut);
  });
});
