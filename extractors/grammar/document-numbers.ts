import { matchesOf } from './matches.js';

const OPEN = '[〔［\\[【（(﹝〈]';
const CLOSE = '[〕］\\]】）)﹞〉]';
const CODE = '[\\u4e00-\\u9fa5A-Za-z]{1,20}(?:[（(][\\u4e00-\\u9fa5]{1,6}[)）][\\u4e00-\\u9fa5A-Za-z]{0,8})?';

/** 发文字号 in a compact (folded) text: organ code, year in brackets, number, 号. GB/T 9704-2012, 7.2.5. */
export const DOCUMENT_NUMBER = new RegExp(
  `(${CODE})(?:${OPEN}|)((?:19|20)\\d{2})(?:年)?${CLOSE}(?:第)?(\\d{1,5}(?:[-—]\\d{1,4})?)号`,
  'g',
);

export interface DocumentNumber {
  /** `洪府发〔2021〕14号`, whatever bracket the source has */
  number: string;
  from: number;
  to: number;
}

/** Words that may stand before an organ's code in a sentence and are no part of it. */
const LEAD = new RegExp(
  `^.*?(?:${[
    '根据|按照|依据|依照|参照|落实|执行|贯彻|转发|印发|废止|以|及|和|与|见|即|为|号|：|》|文号|字号|发文字号|文件编号|编号',
    '[你贵我该](?:省|市|县|区|州|厅|局|委|办|部|院|校|镇|乡|公司|集团|单位|中心)',
    '国务院|人民政府|省政府|市政府|县政府|区政府|办公厅|办公室|委员会|第[一二三四五六七八九十百]{1,4}[条款项章节]',
  ].join('|')})(?=[\u4e00-\u9fa5])`,
);
/** `原` in front of a code; 原政发 is a code itself. */
const FORMER = /^原(?![政府党州])(?=[\u4e00-\u9fa5]{3})/;

/** All document numbers of a compact text. */
export function documentNumbers(text: string): DocumentNumber[] {
  if (!text.includes('号')) return [];
  const found: DocumentNumber[] = [];
  for (const m of matchesOf(text, DOCUMENT_NUMBER)) {
    let code = m[1] ?? '';
    let from = m.index;
    const first = /[（：]/.test(text[from - 1] ?? '') || m[0].length === text.length;
    for (const lead of [LEAD.exec(code), FORMER.exec(code)]) {
      if (!lead || lead[0].length >= code.length || !code.startsWith(lead[0])) continue;
      // 和府办〔2024〕3号 is whole: nothing stands before its code
      if (first && lead[0].length === 1 && lead[0] !== '原') continue;
      from += lead[0].length;
      code = code.slice(lead[0].length);
    }
    if (!/[\u4e00-\u9fa5]/.test(code)) continue;
    found.push({ number: `${code}〔${m[2] ?? ''}〕${m[3] ?? ''}号`, from, to: m.index + m[0].length });
  }
  return found;
}

/** Orders and announcements are numbered by year or straight through: 国务院令第724号, 财政部公告2023年第12号. */
const ORDER =
  /([\u4e00-\u9fa5]{1,28}(?:政府|国务院|委员会|会议|主席|部|局|署|院|厅|委|会|行|国|府|政)(?:令|公告|通告))(?:（?((?:19|20)\d{2})(?:年|）))?第(\d{1,4})号/g;

const ORDERS = ['令', '公告', '通告'];

/** The numbers of orders and announcements that a compact text names with their organ. */
export function orderNumbers(text: string): DocumentNumber[] {
  if (!text.includes('号') || !ORDERS.some((word) => text.includes(word))) return [];
  return matchesOf(text, ORDER).map((m) => {
    const name = m[1] ?? '';
    const lead = LEAD_OF_ORDER.exec(name)?.[0] ?? '';
    const year = m[2] === undefined ? '' : `${m[2]}年`;
    return {
      number: `${name.slice(lead.length)}${year}第${m[3] ?? ''}号`,
      from: m.index + lead.length,
      to: m.index + m[0].length,
    };
  });
}

const LEAD_OF_ORDER = /^.*?(?:根据|按照|依据|依照|参照|落实|执行|贯彻|废止|以|和|与|见|即|为)(?=[\u4e00-\u9fa5]{3})/;

const LABELLED = /^(?:发文字号|发文文号|文件?号|文件编号|发文号|文件字号|公文文号)：/;
/** What stands beside a number in the head of a paper: grade of urgency or secrecy before it, who signs behind it. */
const GRADE =
  /^(?:等级：)?(?:(?:特急|特提|加急|平急|急件|绝密|机密|秘密)(?:★[^（）]{0,4}?(?:年|长期|月))?·?)+(?:明电|密电)?[·|]?/;
const SIGNER = /(?:签发人|会签人?|签批盖章|核稿)：.*$/;

/**
 * The number of a line that is a document number and nothing else; a label such as 文号：, brackets around it, a grade of
 * urgency and who signs apart. Orders have `第5号` or `2024年第5号`. Else null.
 */
export function numberLine(line: string): string | null {
  const plain = line.replace(LABELLED, '').replace(GRADE, '').replace(SIGNER, '');
  const bare = /^（[^（）]*（\d{4}）[^（）]*号）$/.test(plain) ? plain.slice(1, -1) : plain;
  const all = documentNumbers(bare);
  const only = all[0];
  if (all.length === 1 && only?.from === 0 && only.to === bare.length) return only.number;
  return isOrdinalNumber(bare) ? bare : null;
}

/** `第5号`, `2024年第5号`: a number that is one only together with the organ's order or announcement above it. */
export const isOrdinalNumber = (number: string): boolean => /^(?:(?:19|20)\d{2}年)?第\d{1,4}号$/.test(number);
