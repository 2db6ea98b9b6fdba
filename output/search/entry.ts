import type { RecordTypeName, Resolution } from '../../schemas/index.js';
import { isList, type Field, type RecordModel, type ScalarField } from '../model.js';
import { foldedText } from './fold.js';
import { grams, HEAD_SIGN } from './grams.js';

// Which fields of a record can be searched, and what an index keeps of them.

/** Raise it when other fields are searched than before: indexes are then made anew. */
export const ENTRY_VERSION = 1;

/** What a record goes by: a hit in these counts more. */
const HEADS: Record<RecordTypeName, readonly string[]> = {
  notices: ['title', 'document_number', 'issuers'],
  clusters: ['name'],
  ratings: ['subject'],
  targets: ['indicator'],
  obligations: ['title'],
  projects: ['name'],
  observations: ['indicator', 'area'],
  findings: [],
};

/** Dates in our own spelling (but years and days that tasks are due, which people ask for), names of rules, what the sentence of a finding says already, and headings, which are the notice's. */
const UNSEARCHED = new Set([
  ...['issued_on', 'effective_on', 'expires_on', 'public_from', 'public_until', 'period_start', 'period_end'],
  ...['extractor', 'check', 'reasons', 'evidence', 'params', 'expected', 'actual', 'rows', 'same_as', 'path'],
]);

/** A field's text as it can be found. */
export interface Searchable {
  field: string;
  text: string;
}

/** Every text of a record in its exported shape that can be searched: what it goes by first, then its source text, then the rest. */
export function searchables(
  model: RecordModel,
  record: Readonly<Record<string, unknown>>,
): { head: Searchable[]; body: Searchable[] } {
  const of = (field: Field): Searchable[] => textsOf(field, record[field.name]).map((text) => ({ field: field.name, text }));
  const fields = model.fields.filter(isSearched);
  const isSource = ({ name }: Field): boolean => name === 'quote' || name === 'text';
  return {
    head: fields.filter(({ name }) => HEADS[model.name].includes(name)).flatMap(of),
    body: [...fields.filter(isSource), ...fields.filter((field) => !isSource(field))].flatMap(of),
  };
}

function isSearched(field: Field): boolean {
  if (UNSEARCHED.has(field.name)) return false;
  if (isList(field)) return true;
  return isWords(field) || (field.value === 'json' && !field.marks.composed);
}

function isWords({ name, value, choices, marks }: ScalarField): boolean {
  if (name === 'year') return true;
  return value === 'text' && choices === null && !marks.composed && !['entity_id', 'code'].includes(marks.resolved?.take ?? '');
}

function textsOf(field: Field, value: unknown): string[] {
  if (!isList(field) || field.items === null) return stringsIn(value);
  const items: unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) => {
    const values = new Map<string, unknown>(typeof item === 'object' && item !== null ? Object.entries(item) : []);
    return field.items?.filter(isWords).flatMap(({ name }) => stringsIn(values.get(name))) ?? [];
  });
}

/** The texts in a value: itself, the items of a list, headings and cells of a map. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)])
    : [];
}

/** What the index keeps of a record: its texts, those that stand within another once; and those it goes by once more, signed. */
export function entryOf(model: RecordModel, record: Readonly<Record<string, unknown>>): string {
  const { head, body } = searchables(model, record);
  const kept: string[] = [];
  for (const { text } of body) {
    const folded = foldedText(text);
    if (folded !== '' && !kept.some((other) => other.includes(folded))) kept.push(folded);
  }
  const names = new Set(head.map(({ text }) => foldedText(text)).filter((folded) => folded !== ''));
  return [...[...names].map((name) => grams(name, HEAD_SIGN)), ...kept.map((text) => grams(text))].join(' ');
}

/** A record as it was extracted with the names that its resolutions give it: all that can be searched is then there. */
export function withNames(
  model: RecordModel,
  values: Readonly<Record<string, unknown>>,
  resolutions: readonly Resolution[],
): Record<string, unknown> {
  const resolved = (field: ScalarField, position: number): string | null => {
    const found = resolutions.find((one) => one.slot === field.marks.resolved?.slot && one.position === position);
    if (!found) return null;
    return field.marks.resolved?.take === 'rest' ? (found.entity_name ?? found.name) : found.entity_name;
  };
  const result: Record<string, unknown> = { ...values };
  for (const field of model.fields) {
    if (!isList(field)) {
      if (field.marks.resolved) result[field.name] = resolved(field, 0);
      continue;
    }
    const named = field.items?.filter(({ marks }) => marks.resolved) ?? [];
    const items: unknown[] = Array.isArray(values[field.name]) ? (values[field.name] as unknown[]) : [];
    if (named.length === 0) continue;
    result[field.name] = items.map((item, position) => ({
      ...(typeof item === 'object' && item !== null ? item : {}),
      ...Object.fromEntries(named.map((each) => [each.name, resolved(each, position)])),
    }));
  }
  return result;
}
