import type { FieldChange } from '../../schemas/index.js';
import { oneLine } from '../kit/line.js';
import { shortNumber } from '../kit/words.js';

/** What is shown on either side of the words that differ. */
const around = 15;
/** Texts up to this length are shown whole. */
const short = 40;

/** How a field has changed, in a line or several: texts by the part that differs, lists by the items gone and added, maps by their keys. */
export function changeLines({ before, after }: FieldChange): string[] {
  if (typeof before === 'string' && typeof after === 'string') return [textChange(before, after)];
  if (Array.isArray(before) && Array.isArray(after)) return listChange(before.map(inWords), after.map(inWords));
  if (isMap(before) && isMap(after)) return mapChange(before, after);
  return [`${inWords(before)} → ${inWords(after)}`];
}

function textChange(before: string, after: string): string {
  const [one, other] = [oneLine(before), oneLine(after)];
  if (one.length <= short && other.length <= short) return `${one} → ${other}`;
  const start = sharedLength(one, other);
  const end = sharedAtEnd(one.slice(start), other.slice(start));
  return `${excerpt(one, start, end)} → ${excerpt(other, start, end)}`;
}

/** The part of a text between what it shares at its beginning and end, with some of that around it. */
function excerpt(text: string, shared: number, sharedEnd: number): string {
  const from = Math.max(0, shared - around);
  const to = Math.min(text.length, text.length - sharedEnd + around);
  return `${from > 0 ? '…' : ''}${text.slice(from, shared)}⟦${text.slice(shared, text.length - sharedEnd)}⟧${text.slice(text.length - sharedEnd, to)}${to < text.length ? '…' : ''}`;
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function sharedAtEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

function listChange(before: readonly string[], after: readonly string[]): string[] {
  const gone = before.filter((item) => !after.includes(item)).map((item) => `− ${item}`);
  const added = after.filter((item) => !before.includes(item)).map((item) => `+ ${item}`);
  return [...gone, ...added];
}

function mapChange(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => inWords(before[name]) !== inWords(after[name]));
  return changed.map((name) => `${name}: ${inWords(before[name])} → ${inWords(after[name])}`);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `市工信局（lead）`, `13亿`, `—` for what is not there. */
function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'number') return shortNumber(value);
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(inWords).join('、');
  if (!isMap(value)) return JSON.stringify(value);
  const { name, ...rest } = value;
  const more = Object.values(rest).filter((part) => part !== null && part !== '' && typeof part !== 'boolean');
  if (typeof name !== 'string') return more.map(inWords).join(' ');
  return more.length === 0 ? name : `${name}（${more.map(inWords).join(' ')}）`;
}
