import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, nameList, splitOutside } from '../../extractors/index.js';
import { anyText } from '../support/text.js';

describe('a list', () => {
  it.each<[string, string, string[]]>([
    ['甲、乙、丙', '、', ['甲', '乙', '丙']],
    ['县（市、区）、开发区', '、', ['县（市、区）', '开发区']],
    ['“甲、乙”工程、丙', '、', ['“甲、乙”工程', '丙']],
    ['《甲、乙方案》、丙', '、', ['《甲、乙方案》', '丙']],
    ['甲，乙；丙', '，；', ['甲', '乙', '丙']],
    ['（甲、乙、丙', '、', ['（甲、乙、丙']],
    ['甲）、乙', '、', ['甲）', '乙']],
    ['、、甲', '、', ['甲']],
    ['', '、', []],
  ])('“%s” split at “%s”', (text, separators, parts) => {
    expect(splitOutside(text, separators).map((p) => p.text)).toEqual(parts);
  });

  it('has parts that stand where they say, in order', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = compact(raw).text;
        let last = 0;
        for (const part of splitOutside(text, '、，。；')) {
          expect(text.slice(part.from, part.to)).toBe(part.text);
          expect(part.from).toBeGreaterThanOrEqual(last);
          last = part.to;
        }
      }),
      { seed: 1 },
    );
  });

  it.each<[string, string[]]>([
    ['1.甲集群；2.乙集群；3.丙集群。', ['甲集群', '乙集群', '丙集群']],
    ['甲县、乙区和丙市', ['甲县', '乙区和丙市']],
    ['甲县、和乙区', ['甲县', '乙区']],
    ['①甲园区，②乙园区', ['甲园区', '乙园区']],
    ['县（市、区）', ['县（市、区）']],
  ])('of names “%s”', (text, names) => {
    expect(nameList(text).map((n) => n.name)).toEqual(names);
  });
});
