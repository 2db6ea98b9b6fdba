import { dateText, isDateFormat } from './dates.js';
import type { Section, Token } from './format-parts.js';

/** How a workbook shows a number. */
export interface NumberFormat {
  sections: Section[];
}

/** One piece at the head of a format code (ECMA-376 part 1, 18.8.31). A `!` escapes as `\` does; `_` and `*` take the next character. */
const PIECE =
  /"([^"]*)"?|[\\!](.)|[_*].|\[([^\]]*)\]|(general|G\/通用格式)|(上午\/下午|AM\/PM|A\/P)|([eE][+-]0*)|(y+|m+|d+|h+|s+|a{3,4}|e+)|([0#?])|(\.)|(,)|(%)|(@)|(;)|([^])/giy;

/** Reads a format code. Made once for each code of a workbook. */
export function parseFormat(code: string): NumberFormat {
  const sections: Section[] = [newSection()];
  for (const m of code.matchAll(new RegExp(PIECE.source, 'giu'))) {
    const section = sections.at(-1) ?? newSection();
    const [whole, quoted, escaped, bracket, general, half, exponent, date, digit, point, comma, percent, text, end] = m;
    if (end !== undefined) sections.push(newSection());
    else if (bracket !== undefined) bracketPiece(bracket, section);
    else if (quoted !== undefined || escaped !== undefined)
      section.tokens.push({ kind: 'literal', text: quoted ?? escaped ?? '' });
    else if (/^[_*]/.test(whole)) continue;
    else if (general !== undefined) section.tokens.push({ kind: 'general' });
    else if (half !== undefined || date !== undefined)
      section.tokens.push({ kind: 'date', text: (half ?? date ?? '').toLowerCase() });
    else if (exponent !== undefined) section.tokens.push({ kind: 'exponent', text: exponent });
    else if (digit === '0' || digit === '#' || digit === '?') section.tokens.push({ kind: 'digit', text: digit });
    else if (point !== undefined) section.tokens.push({ kind: 'point' });
    else if (comma !== undefined) section.tokens.push({ kind: 'comma' });
    else if (percent !== undefined) section.tokens.push({ kind: 'percent' });
    else if (text !== undefined) section.tokens.push({ kind: 'text' });
    else section.tokens.push({ kind: 'literal', text: whole });
  }
  return { sections };
}

const newSection = (): Section => ({ tokens: [], chinese: false, condition: null });

/** Colours and locales say nothing; a currency sign, a condition, passed time and Chinese figures do. */
function bracketPiece(inside: string, section: Section): void {
  const condition = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/.exec(inside);
  const sign = /^\$([^-]*)/.exec(inside)?.[1];
  if (/^(?:h+|m+|s+)$/i.test(inside)) section.tokens.push({ kind: 'elapsed', text: inside.toLowerCase() });
  else if (/^DBNum1$/i.test(inside)) section.chinese = true;
  else if (condition) section.condition = { operator: condition[1] ?? '', value: Number(condition[2]) };
  else if (sign !== undefined && sign !== '') section.tokens.push({ kind: 'literal', text: sign });
}

/** A number as the format shows it; `date1904` says from which day the workbook counts. */
export function shownNumber(value: number, format: NumberFormat, date1904: boolean): string {
  const { section, bare } = sectionFor(value, format);
  if (section === undefined || section.tokens.some((token) => token.kind === 'general')) return aroundGeneral(value, section);
  if (isDateFormat(section)) return dateText(value, section, date1904) ?? generalNumber(value);
  if (!section.tokens.some((token) => token.kind === 'digit'))
    return section.tokens.some((token) => token.kind === 'text') ? generalNumber(value) : literals(section);
  return `${value < 0 && !bare ? '-' : ''}${figures(Math.abs(value), section)}`.trim();
}

/** A section of its own for negative numbers shows them without a sign. */
function sectionFor(value: number, { sections }: NumberFormat): { section: Section | undefined; bare: boolean } {
  const byCondition = sections.find(({ condition }) => condition !== null && meets(value, condition));
  if (byCondition !== undefined) return { section: byCondition, bare: false };
  const plain = sections.filter(({ condition }) => condition === null);
  if (plain.length < sections.length) return { section: plain[0], bare: false };
  if (value < 0 && plain.length > 1) return { section: plain[1], bare: true };
  if (value === 0 && plain.length > 2) return { section: plain[2], bare: false };
  return { section: plain[0], bare: false };
}

function meets(value: number, { operator, value: bound }: { operator: string; value: number }): boolean {
  const found: Record<string, boolean> = {
    '<': value < bound,
    '>': value > bound,
    '<=': value <= bound,
    '>=': value >= bound,
    '=': value === bound,
    '<>': value !== bound,
  };
  return found[operator] ?? false;
}

function aroundGeneral(value: number, section: Section | undefined): string {
  if (section === undefined) return generalNumber(value);
  return section.tokens
    .map((token) => (token.kind === 'literal' ? token.text : token.kind === 'general' ? generalNumber(value) : ''))
    .join('')
    .trim();
}

function literals({ tokens }: Section): string {
  return tokens
    .map((token) => (token.kind === 'literal' ? token.text : ''))
    .join('')
    .trim();
}

/** A number without the noise of binary fractions: fifteen digits are what a spreadsheet keeps. */
export function generalNumber(value: number): string {
  return String(Number(value.toPrecision(15)))
    .replace('e+', 'E+')
    .replace('e-', 'E-');
}

/** Digits into their places: those before the point from the right, literals between them staying where they are. */
function figures(value: number, { tokens }: Section): string {
  const firstDigit = tokens.findIndex((token) => token.kind === 'digit');
  const lastDigit = tokens.findLastIndex((token) => token.kind === 'digit');
  const exponent = tokens.find((token) => token.kind === 'exponent');
  const point = tokens.findIndex((token) => token.kind === 'point');
  const places =
    point < 0
      ? []
      : tokens
          .slice(point)
          .filter((token) => token.kind === 'digit')
          .map((token) => token.text);
  const commas = tokens.map((token, i) => (token.kind === 'comma' ? i : -1)).filter((i) => i >= 0);
  // Commas behind the last digit before the point divide by a thousand each; one between digits groups them.
  const lastWhole = point < 0 ? lastDigit : tokens.slice(0, point).findLastIndex((token) => token.kind === 'digit');
  const scale = commas.filter((i) => i > lastWhole && (point < 0 ? true : i < point || i > lastDigit)).length;
  const grouped = commas.some((i) => i > firstDigit && i < lastWhole);
  const percents = tokens.filter((token) => token.kind === 'percent').length;
  const scaled = (value * 100 ** percents) / 1000 ** scale;
  if (exponent?.kind === 'exponent')
    return `${withExponent(rounded(scaled, places.length, true), exponent.text.length - 2)}${literalsAfter(tokens, lastDigit)}`;
  const [whole = '0', fraction = ''] = rounded(scaled, places.length, false).split('.');
  return inPlaces(tokens, { whole, fraction: trimmedFraction(fraction, places), grouped, point });
}

/** `1.2E+4` with as many figures behind the sign as are asked for. */
function withExponent(text: string, figuresAsked: number): string {
  return text.replace(/(?<=E[+-])\d+$/, (digits) => digits.padStart(figuresAsked, '0'));
}

function rounded(value: number, places: number, scientific: boolean): string {
  const most = Math.min(places, 30);
  if (scientific) return value.toExponential(most).toUpperCase();
  // fifteen digits first: 1.005 is 1.01 to a person, though its binary form lies below
  const exact = Number(value.toPrecision(15));
  const shifted = Number(`${exact}e${most}`);
  return Number.isSafeInteger(Math.round(shifted)) ? (Math.round(shifted) / 10 ** most).toFixed(most) : exact.toFixed(most);
}

/** `#` shows no zero at the end; `0` does; `?` leaves room. */
function trimmedFraction(fraction: string, places: readonly string[]): string {
  let end = fraction.length;
  while (end > 0 && places[end - 1] !== '0' && fraction[end - 1] === '0') end -= 1;
  return fraction.slice(0, end);
}

function inPlaces(
  tokens: readonly Token[],
  { whole, fraction, grouped, point }: { whole: string; fraction: string; grouped: boolean; point: number },
): string {
  const slots = tokens.slice(0, point < 0 ? tokens.length : point).filter((token) => token.kind === 'digit');
  const least =
    slots.length -
    Math.max(0, slots.findIndex((slot) => slot.text === '0') < 0 ? slots.length : slots.findIndex((slot) => slot.text === '0'));
  const digits = (whole === '0' ? '' : whole).padStart(least, '0');
  const parts = shares(digits, slots.length);
  let [slot, behind, seen] = [0, 0, 0];
  let text = '';
  tokens.forEach((token, i) => {
    if (token.kind === 'literal') text += token.text;
    else if (token.kind === 'percent') text += '%';
    else if (token.kind === 'point')
      text += fraction === '' && !tokens.slice(i).some((t) => t.kind === 'digit' && t.text === '0') ? '' : '.';
    else if (token.kind === 'digit' && (point < 0 || i < point)) {
      const part = parts[slot++] ?? '';
      text += grouped ? withCommas(part, digits.length - seen) : part;
      seen += part.length;
    } else if (token.kind === 'digit') text += fraction[behind++] ?? '';
  });
  return text;
}

/** The first slot takes what the others leave. */
function shares(digits: string, slots: number): string[] {
  const first = Math.max(0, digits.length - slots + 1);
  const rest = digits.slice(first);
  const parts = [digits.slice(0, first)];
  const empty = slots - 1 - rest.length;
  for (let i = 0; i < slots - 1; i += 1) parts.push(i < empty ? '' : (rest[i - empty] ?? ''));
  return parts;
}

/** Digits with a comma behind each that has a multiple of three digits to its right; `left` counts these and all behind. */
function withCommas(part: string, left: number): string {
  return Array.from(part)
    .map((digit, i) => ((left - i - 1) % 3 === 0 && left - i - 1 > 0 ? `${digit},` : digit))
    .join('');
}

function literalsAfter(tokens: readonly Token[], from: number): string {
  return tokens
    .slice(from + 1)
    .map((token) => (token.kind === 'literal' ? token.text : ''))
    .join('');
}
