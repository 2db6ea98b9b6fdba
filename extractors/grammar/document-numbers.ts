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
const LEAD =
  /^.*?(?:根据|按照|依据|参照|落实|执行|贯彻|以|及|和|与|见|即|为|号|：|》|文号|字号|发文字号|文件编号|编号)(?=[\u4e00-\u9fa5])/;

/** All document numbers of a compact text. */
export function documentNumbers(text: string): DocumentNumber[] {
  const found: DocumentNumber[] = [];
  for (const m of text.matchAll(DOCUMENT_NUMBER)) {
    let code = m[1] ?? '';
    let from = m.index;
    const lead = LEAD.exec(code);
    if (lead && lead[0].length < code.length) {
      from += lead[0].length;
      code = code.slice(lead[0].length);
    }
    if (!/[\u4e00-\u9fa5]/.test(code)) continue;
    found.push({ number: `${code}〔${m[2] ?? ''}〕${m[3] ?? ''}号`, from, to: m.index + m[0].length });
  }
  return found;
}

/** The number of a line that is a document number and nothing else (a label such as 文号： apart); else null. */
export function numberLine(line: string): string | null {
  const bare = line.replace(/^(发文字号|文件?号|文件编号|发文号|文件字号|公文文号)[：:]/, '');
  const all = documentNumbers(bare);
  const only = all[0];
  if (all.length === 1 && only?.from === 0 && only.to === bare.length) return only.number;
  const order = /^第(\d{1,4})号$/.exec(bare);
  return order ? `第${order[1] ?? ''}号` : null;
}
