import { describe, expect, it } from 'vitest';
import { captionOf } from '../../extractors/index.js';

describe('what stands above the head of a table', () => {
  it.each<[string[], ReturnType<typeof captionOf>]>([
    [
      ['编制单位：抚河市工业和信息化局', '2026年3月12日', '单位：万元'],
      { organ: '抚河市工业和信息化局', date: '2026-03-12', unit: '万元' },
    ],
    [['制表单位：抚河市统计局', '计量单位：吨、%'], { organ: '抚河市统计局', date: null, unit: '吨、%' }],
    [['（单位：亿元）', '发布日期：2026年1月5日'], { organ: null, date: '2026-01-05', unit: '亿元' }],
    [['填报单位：临江县工信局', '填报日期：2026年1月5日'], { organ: null, date: null, unit: null }],
    [['单位：万元', '截至2026年1月31日'], { organ: null, date: null, unit: '万元' }],
    [['2026年3月12日'], null],
    [['编制单位：抚河市工业和信息化局', '项目名称'], null],
    [['序号', '单位', '项目名称'], null],
    [[], null],
  ])('“%s” is %o', (pieces, caption) => {
    expect(captionOf(pieces)).toEqual(caption);
  });
});
