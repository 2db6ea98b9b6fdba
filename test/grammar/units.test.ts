import { describe, expect, it } from 'vitest';
import { cellUnits, clauses } from '../../extractors/grammar/clauses.js';
import { unitList } from '../../extractors/grammar/units.js';
import { compact } from '../../extractors/index.js';
import { casesOf, fieldOf } from '../cases/csv.js';

/** Units joined by |, a group with a star, offices behind &. */
function read(text: string, context: string): string {
  const offices: string[] = [];
  let units: string[];
  if (context === 'list') {
    const list = unitList(compact(text).text);
    units = list.units.map((u) => `${u.name}${u.group ? '*' : ''}`);
    offices.push(...list.offices);
  } else {
    const found = clauses(compact(`完善机制。（${text}）`).text, { first: null, year: null });
    units = found.flatMap((c) => c.units.map((u) => `${u.name}:${u.role}${u.group ? '*' : ''}`));
    offices.push(...found.flatMap((c) => c.offices));
  }
  return [units.join('|'), ...offices].join('&');
}

describe('units', () => {
  it.each(casesOf('units').map((c) => [fieldOf(c, 'context'), fieldOf(c, 'text'), fieldOf(c, 'expected')]))(
    '%s: “%s” is %s',
    (context, text, expected) => {
      expect(read(text, context)).toBe(expected);
    },
  );
});

describe('a cell of units', () => {
  it.each<[string, string, string[]]>([
    ['lines', '市工信局\n市财政局', ['市工信局:responsible', '市财政局:responsible']],
    ['、', '市工信局、市财政局', ['市工信局:responsible', '市财政局:responsible']],
    ['roles inside', '市工信局牵头，市财政局配合', ['市工信局:lead', '市财政局:support']],
    ['labels inside', '牵头单位：市工信局\n配合单位：市财政局', ['市工信局:lead', '市财政局:support']],
    ['a shared ending', '高新区、昌南新区管委会', ['高新区管委会:responsible', '昌南新区管委会:responsible']],
    ['nothing', '', []],
  ])('with %s', (_name, cell, expected) => {
    expect(cellUnits(cell.replaceAll('：', '：'), 'responsible').units.map((u) => `${u.name}:${u.role}`)).toEqual(expected);
  });
});
