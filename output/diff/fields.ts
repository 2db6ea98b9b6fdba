import { grounding, type FieldChange, type RecordTypeName } from '../../schemas/index.js';
import { isList, MODELS, type Field } from '../model.js';

// What two records are compared by is read off the schemas: all that a notice says. Ids, offsets, pages, and names that the
// gazetteer has given are none of it.

const GROUNDING = new Set(Object.keys(grounding));

/** The fields of a record type that hold what the notice says. */
export function saidFields(type: RecordTypeName): Field[] {
  return MODELS[type].fields.filter(
    ({ name, marks }) => !GROUNDING.has(name) && marks.composed === undefined && marks.resolved === undefined,
  );
}

/** The fields of a notice's head: its text and its place in the file are none. */
export function headFields(): Field[] {
  return saidFields('notices').filter(({ name }) => name !== 'text' && name !== 'ordinal');
}

/** A field's value without what was resolved inside it. */
export function saidValue(field: Field, record: object): unknown {
  const value: unknown = Object.entries(record).find(([name]) => name === field.name)?.[1] ?? null;
  if (!isList(field) || field.items === null || !Array.isArray(value)) return value;
  const said = field.items.filter(({ marks }) => marks.resolved === undefined).map(({ name }) => name);
  return value.map((item: unknown) =>
    typeof item === 'object' && item !== null
      ? Object.fromEntries(Object.entries(item).filter(([name]) => said.includes(name)))
      : item,
  );
}

/**
 * One spelling for values that mean the same: text without white space and of one width (Unicode NFKC), a list in
 * whatever order. Two files of one notice, a PDF and a DOCX, differ in the rest.
 */
export function normalForm(field: Field, record: object): string {
  const value = saidValue(field, record);
  const parts =
    isList(field) && Array.isArray(value) ? value.map((item: unknown) => normalValue(item)).sort() : [normalValue(value)];
  return parts.join('\u0001');
}

function normalValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(normalText(value));
  if (Array.isArray(value)) return `[${value.map(normalValue).join(',')}]`;
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, part]) => `${normalText(name)}:${normalValue(part)}`);
  return `{${entries.sort().join(',')}}`;
}

/** Text without white space, of one width. */
export function normalText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** The fields that differ, with both values, in their order. */
export function changedFields(fields: readonly Field[], before: object, after: object): FieldChange[] {
  return fields
    .filter((field) => normalForm(field, before) !== normalForm(field, after))
    .map((field) => ({ field: field.name, before: saidValue(field, before), after: saidValue(field, after) }));
}
