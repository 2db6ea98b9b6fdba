import { describe, expect, it } from 'vitest';
import { moneyUnit, yuanIn } from '../../extractors/index.js';

describe('the yuan of a cell', () => {
  it.each<[string, string | null, number | null]>([
    ['1,286', '万元', 12_860_000],
    ['3 500', '人民币万元', 35_000_000],
    ['约12', '亿元', 1_200_000_000],
    ['10亿元以上', null, 1_000_000_000],
    ['2.4亿', '亿元', 240_000_000],
    ['2.4亿', null, 240_000_000],
    ['2.4亿', '亿美元', null],
    ['1200', '万美元', null],
    ['12（折合人民币86亿元）', '亿美元', 8_600_000_000],
    ['12亿美元（折合人民币86亿元）', '万元', 8_600_000_000],
    ['5亿美元，约合36亿元人民币', null, 3_600_000_000],
    ['36亿元（5亿美元）', null, 3_600_000_000],
    ['50亿日元', '万元', null],
    ['20-25', '亿元', null],
    ['5亿元-8亿元', null, null],
    ['一期120，二期80', '亿元', null],
    ['800', null, null],
    ['待定', '万元', null],
    ['—', '万元', null],
  ])('“%s” under %s is %s', (cell, unit, yuan) => {
    expect(yuanIn(cell, unit === null ? null : moneyUnit(unit))).toBe(yuan);
  });
});
