import { expect, it } from 'vitest';
import { findingsOf } from '../support/findings.js';

const notice = (good: string): string[] => [
  '抚河省工业和信息化厅关于2024年度全省产业集群综合评价结果的通报',
  '抚工信字〔2025〕12号',
  '各市工业和信息化局：',
  '现将2024年度全省产业集群综合评价结果通报如下。',
  '一、评价结果',
  '（一）优秀：南阳经开区光伏产业集群、抚河高新区铜基新材料产业集群。',
  `（二）良好：${good}、抚河经开区稀土新材料产业集群。`,
  '二、下一步工作',
  '支持南阳经开区光伏产业集群建设公共服务平台。',
  '抚河省工业和信息化厅',
  '2025年5月8日',
];
const slips = (lines: string[]) =>
  findingsOf(lines, 'cross_reference')
    .filter(({ params }) => params['what'] === 'name')
    .map(({ actual }) => actual);

it('two clusters that differ by a character are two where each has its grade', () => {
  expect(slips(notice('南阳经开区光学产业集群'))).toEqual([]);
});

it('one that has none is the other miswritten', () => {
  const lines = notice('南阳经开区电机产业集群').map((line) => line.replace('支持南阳', '支持南阳经开区光学产业集群、南阳'));
  expect(slips(lines)).toEqual(['南阳经开区光学产业集群']);
});
