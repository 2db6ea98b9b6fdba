import { describe, expect, it } from 'vitest';
import { isMeasure } from '../../extractors/index.js';

describe('the units of tables', () => {
  it.each([
    '亿元',
    '万人次',
    '%',
    '家',
    '吨标准煤/万元',
    '微克/立方米',
    '元/亩',
    '公斤/亩',
    'mg/L',
    '千克标准煤/吨',
    '床/千人',
    '万千瓦',
  ])('“%s” is one', (word) => {
    expect(isMeasure(word)).toBe(true);
  });

  it.each(['', '产值', '增速', '市工信局', '预期性', '2025年', '亿', '上限/下限', '规上工业增加值'])('“%s” is none', (word) => {
    expect(isMeasure(word)).toBe(false);
  });
});
