import { declared } from './styles.js';
import { attribute, type Element } from './tree.js';

/** What stands before an item of an ordered list (CSS Lists 3, HTML Standard 4.4.8): the numbers of its own. */
export class ListNumbers {
  private next: number;
  private readonly write: ((n: number) => string) | null;

  constructor(list: Element) {
    this.next = numberOf(list, 'start') ?? 1;
    this.write = styleOf(list);
  }

  /** The mark of the next item, empty where the page shows none. */
  take(item: Element): string {
    const number = numberOf(item, 'value') ?? this.next;
    this.next = number + 1;
    const write = styleOf(item, this.write);
    return write === null ? '' : write(number);
  }
}

function numberOf(element: Element, name: string): number | null {
  const value = attribute(element, name).trim();
  return /^-?\d{1,6}$/.test(value) ? Number(value) : null;
}

type Write = ((n: number) => string) | null;

function styleOf(element: Element, inherited: Write = decimal): Write {
  const style = attribute(element, 'style');
  const named = `${declared(style, 'list-style-type')} ${declared(style, 'list-style')}`.trim();
  for (const [words, write] of BY_STYLE) if (words.test(named)) return write;
  const type = attribute(element, 'type');
  return type === '' ? inherited : (BY_TYPE[type] ?? inherited);
}

const decimal = (n: number): string => `${n}.`;
const DIGITS = '零一二三四五六七八九';

/** 一、 to 九十九、; beyond in digits. */
function chinese(n: number): string {
  if (n < 1 || n > 99) return decimal(n);
  const [tens, units] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? (DIGITS[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${units > 0 ? (DIGITS[units] ?? '') : ''}、`;
}

function letters(n: number): string {
  return n < 1 || n > 26 ? decimal(n) : `${String.fromCharCode(96 + n)}.`;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(n: number): string {
  if (n < 1 || n > 399) return decimal(n);
  let [rest, text] = [n, ''];
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return `${text}.`;
}

const upper =
  (write: (n: number) => string) =>
  (n: number): string =>
    write(n).toUpperCase();

const BY_TYPE: Record<string, (n: number) => string> = {
  '1': decimal,
  a: letters,
  A: upper(letters),
  i: roman,
  I: upper(roman),
};

const BY_STYLE: readonly (readonly [RegExp, Write])[] = [
  [/\bnone\b/, null],
  [/cjk-ideographic|chinese|cjk-decimal/, chinese],
  [/lower-(alpha|latin)/, letters],
  [/upper-(alpha|latin)/, upper(letters)],
  [/lower-roman/, roman],
  [/upper-roman/, upper(roman)],
  [/\bdecimal\b/, decimal],
];
