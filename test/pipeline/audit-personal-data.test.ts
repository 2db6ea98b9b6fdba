import { expect, it } from 'vitest';
import { findingsOf } from '../support/findings.js';

const notice = (line: string): string[] => [
  '抚河市工业和信息化局关于报送项目联系人的通知',
  '抚工信字〔2026〕12号',
  '各县（市、区）工业和信息化局：',
  `请于2026年5月底前报送项目联系人，${line}。`,
  '抚河市工业和信息化局',
  '2026年5月8日',
];

it.each<[string, string, string[][]]>([
  ['a mobile number', '联系人：李工，13812345678', [['info', '13812345678']]],
  ['a mobile number in groups', '联系电话：138 1234 5678', [['info', '138 1234 5678']]],
  ['the number of an office', '联系电话：0791-88912345', []],
  ['an amount', '项目总投资13812345678元', []],
  ['eighteen digits that are no identity number', '统一编号360102199003074510', []],
])('%s', (_, line, expected) => {
  const lines = notice(line);
  const found = findingsOf(lines, 'personal_data');
  const text = lines.join('\n');
  expect(
    found.map(({ severity, start, end }) => [severity, start === null || end === null ? '' : text.slice(start, end)]),
  ).toEqual(expected);
});
