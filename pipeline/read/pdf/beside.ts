import { textOf, type Line } from './lines.js';

/** The line above a table that names the unit of its figures. */
const UNIT = /^[（(〔[]?\s*(?:(计量|金额|货币|数据)\s*)?单\s*位\s*[：:]/;
/** A note under a table. */
const NOTE = /^[（(]?\s*(注|备注|附注|说明|数据来源|资料来源|来源)\s*(?:\d+\s*)?[：:]/;
const PAGE_NUMBER = /^([-—–－―·]+\s*\d{1,4}\s*[-—–－―·]+|第\s*\d{1,4}\s*页.*)$/;

/** True for a line that stands beside a table and is never a row of one: its unit, a note, a page's number. */
export function standsBeside(line: Line): boolean {
  const text = textOf(line).trim();
  return UNIT.test(text) || NOTE.test(text) || PAGE_NUMBER.test(text);
}
