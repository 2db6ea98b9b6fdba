import { personalNumbers, type PersonalKind } from '../corpus/lexicon/personal-numbers.js';

// Mobile and identity numbers of people are kept in the store, as they are part of the text that offsets count in, and are covered on
// the way out. This is the one place where that is done; the store calls it for all that it gives.

/** Digits that stay to be seen, at the beginning and at the end: 138****5678, 3601**********1234. */
const SEEN: Record<PersonalKind, [first: number, last: number]> = { mobile: [3, 4], identity: [4, 4] };
/** A field that names something by a key of ours: no words of a notice. */
const KEY_FIELD = /^(id|same_as|.*_id)$/;

/**
 * A text with the personal numbers in it covered by asterisks. It keeps its length, so that offsets stay true:
 * what stood at `[start, end)` stands there covered.
 */
export function maskText(text: string): string {
  const numbers = personalNumbers(text);
  if (numbers.length === 0) return text;
  let [result, at] = ['', 0];
  for (const { start, end, kind } of numbers) {
    result += text.slice(at, start) + covered(text.slice(start, end), SEEN[kind]);
    at = end;
  }
  return result + text.slice(at);
}

/** Whether a text holds a number that is covered on the way out. */
export function holdsPersonalNumber(text: string): boolean {
  return personalNumbers(text).length > 0;
}

/** A record, or any other JSON value, with every text in it masked; the value itself where there is nothing to cover. */
export function masked<T>(value: T): T {
  return maskedValue(value) as T;
}

function maskedValue(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return sameOr(value, value.map(maskedValue));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const changed = entries.map(([key, each]): [string, unknown] => [
    maskText(key),
    KEY_FIELD.test(key) ? each : maskedValue(each),
  ]);
  const same = changed.every(([key, each], i) => key === entries[i]?.[0] && each === entries[i][1]);
  return same ? value : Object.fromEntries(changed);
}

function sameOr(before: readonly unknown[], after: unknown[]): readonly unknown[] {
  return after.every((each, i) => each === before[i]) ? before : after;
}

/** Separators stay, so that a number is still known for what it is. */
function covered(number: string, [first, last]: [number, number]): string {
  const digits = number.replace(/[- －–—‑]/g, '').length;
  let seen = 0;
  return number.replace(/[^- －–—‑]/g, (digit) => {
    seen += 1;
    return seen > first && seen <= digits - last ? '*' : digit;
  });
}
