/** A number of one person, by what it is. */
export type PersonalKind = 'mobile' | 'identity';

/** Where one stands in a text: UTF-16 offsets, `[start, end)`. */
export interface PersonalNumber {
  start: number;
  end: number;
  kind: PersonalKind;
}

/** The first three digits that mainland mobile numbers have: the segments given to networks for people (not 13-digit ones for machines). */
const MOBILE_SEGMENTS = new Set([
  ...['130', '131', '132', '133', '134', '135', '136', '137', '138', '139', '145', '146', '147', '148', '149'],
  ...['150', '151', '152', '153', '155', '156', '157', '158', '159', '162', '165', '166', '167'],
  ...['170', '171', '172', '173', '174', '175', '176', '177', '178'],
  ...['180', '181', '182', '183', '184', '185', '186', '187', '188', '189'],
  ...['190', '191', '192', '193', '195', '196', '197', '198', '199'],
]);

/** The first two digits of identity numbers: provinces after GB/T 2260, and 81 to 83 for residents from Hong Kong, Macao and Taiwan. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** Runs of digits that are long enough, and mobile numbers in their three groups. */
const RUNS = /\d{17}[Xx](?![A-Za-z\d])|\d{11,}|\d{3}([- ])\d{4}\1\d{4}/g;
/** Full-width characters that numbers are written with, and the dashes that stand for a hyphen. */
const WIDE = /[０-９Ｘｘ＋－．–—‑]/g;
/** A quick look, as most texts hold nothing of the kind. */
const WORTH_A_LOOK = /[\d０-９]{3}[- \d０-９－–—‑][\d０-９]{4}/;

/** What makes a number of eleven digits a quantity, a code or an address of the web. */
const QUANTITY_BEHIND = /^ ?(?:[万亿千百元吨亩户家台辆件只头株册份次倍度米斤号个%％‰]|人(?!民)|平方|立方|公里|公顷|美元|港元)/;
const CODE_BEHIND = /^(?:[A-Za-z_]|[.,]\d|-(?!1[3-9]\d{9}(?!\d))[A-Za-z\d])/;
const CODE_BEFORE = /(?:[A-Za-z_\d]|[A-Za-z\d][-.,]|[¥￥$])$/;
const LABEL_BEFORE = /(?:tel|phone|mobile|mob|cell|(?:\+|00)?86)[ .:-]?$|(?<!\d)1[3-9]\d{9}-$/i;
const PATH_BEFORE = /\/$/;
const FILE_BEHIND = /^\.[A-Za-z]/;

/**
 * The mobile and identity numbers in a text, in its order. Exact, by segments and by check digit (GB 11643): an amount, a
 * document number or a project's code is not taken for one. Time grows linearly with the text.
 */
export function personalNumbers(text: string): PersonalNumber[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  const plain = text.replace(WIDE, narrow);
  return [...plain.matchAll(RUNS)].flatMap((match) => {
    const found = numberIn(plain, match.index, match[0]);
    return found ? [found] : [];
  });
}

/** One character for one, so that offsets stay. */
function narrow(wide: string): string {
  return /[–—‑]/.test(wide) ? '-' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}

function numberIn(text: string, at: number, run: string): PersonalNumber | null {
  const end = at + run.length;
  if (run.length === 18)
    return isIdentity(run) && !/[A-Za-z\d]$/.test(text.slice(at - 1, at)) ? { start: at, end, kind: 'identity' } : null;
  // The country's code written onto it: +8613812345678, 008613812345678.
  const code = run.length === 13 && text[at - 1] === '+' ? '86' : run.length === 15 ? '0086' : '';
  if (code !== '' && !run.startsWith(code)) return null;
  const start = at + code.length;
  const grouped = run.length === 13 && code === '';
  if (grouped ? !/[- ]/.test(run) : end - start !== 11) return null;
  return isMobile(text, start, end, code !== '') ? { start, end, kind: 'mobile' } : null;
}

function isMobile(text: string, start: number, end: number, coded: boolean): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 14), start), text.slice(end, end + 14)];
  if (!MOBILE_SEGMENTS.has(text.slice(start, start + 3)) || /^\d/.test(behind)) return false;
  if (QUANTITY_BEHIND.test(behind) || CODE_BEHIND.test(behind)) return false;
  if (PATH_BEFORE.test(before) && FILE_BEHIND.test(behind)) return false;
  // Groups with a blank between them may be figures of a row: more of them on either side say so.
  if (/ /.test(text.slice(start, end)) && (/\d $/.test(before) || /^ \d/.test(behind))) return false;
  return coded || !CODE_BEFORE.test(before) || LABEL_BEFORE.test(before);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** Province, day of birth and check digit (GB 11643-1999, 4.3: ISO 7064 MOD 11-2). */
function isIdentity(run: string): boolean {
  if (!PROVINCES.has(run.slice(0, 2)) || !isDay(run.slice(6, 10), run.slice(10, 12), run.slice(12, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(run[i]), 0);
  return CHECK_DIGITS[sum % 11] === run[17]?.toUpperCase();
}

function isDay(year: string, month: string, day: string): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return /^(19|20)/.test(year) && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
