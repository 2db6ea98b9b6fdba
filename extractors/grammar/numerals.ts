const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 };

/** Character class of Chinese numerals without the myriads. */
export const CHINESE_DIGITS = '零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟';

/** Scale words after a figure and what they multiply by; longest first. */
export const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
];

/**
 * The value of a Chinese numeral (`二十一` 21, `一千零五` 1005, `二〇二一` 2021, `三万五千` 35000); null where it is none.
 */
export function chineseNumeral(text: string): number | null {
  if (text === '') return null;
  const digits = digitByDigit(text);
  if (digits !== null) return digits;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const c of text) {
    if (c in DIGITS) digit = DIGITS[c] ?? 0;
    else if (c in PLACES) {
      section += (digit || 1) * (PLACES[c] ?? 1);
      digit = null;
    } else if (c in MYRIADS) {
      const own = section + (digit ?? 0);
      const myriad = MYRIADS[c] ?? 1;
      // 三万亿: the second myriad multiplies all that stands before it
      total = own === 0 && total > 0 ? total * myriad : total + (own || 1) * myriad;
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

/** `二〇二一` as 2021; null where a character is no digit. */
function digitByDigit(text: string): number | null {
  let digits = '';
  for (const c of text) {
    const digit = DIGITS[c];
    if (digit === undefined) return null;
    digits += String(digit);
  }
  return Number(digits);
}

const PLAIN = /^\d+(\.\d+)?$/;

/** The value of `1,200.5`, `1200.5` or a Chinese numeral; null where it is none. */
export function numeral(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  const plain = text.replace(/[,，\s]/g, '');
  if (PLAIN.test(plain)) return Number(plain);
  return chineseNumeral(plain);
}

/** `figure × scale` without binary dust: 1.1 × 10⁸ is 110000000. */
export function scaled(figure: number, scale: number): number {
  const product = figure * scale;
  // an integer of 15 digits and less has no dust
  return Number.isInteger(product) && Math.abs(product) < 1e15 ? product : Number(product.toPrecision(15));
}
