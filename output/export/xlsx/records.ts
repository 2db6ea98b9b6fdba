import { fieldLabel } from '../../labels.js';
import type { Lang } from '../../messages.js';
import { isList, type Field, type Model } from '../../model.js';
import { joinedItems } from '../csv.js';
import type { Table, Values } from '../tables.js';
import type { Sheet } from './book.js';
import type { Cell } from './cells.js';
import type { Column } from './layout.js';

/** A sheet per type, its heads what people call a field with the field's own name below. */
export function recordSheets(
  tables: readonly Table[],
  lang: Lang,
  counted: (rows: AsyncIterable<Values>) => AsyncIterable<Values>,
): Sheet[] {
  return tables.map(({ model, rows }) => ({
    layout: { name: model.title[lang], title: null, columns: model.fields.map((field) => column(field, lang)), look: 'data' },
    rows: () => cellsOf(model, counted(rows())),
  }));
}

async function* cellsOf(model: Model, rows: AsyncIterable<Values>): AsyncGenerator<Cell[]> {
  for await (const values of rows) yield model.fields.map((field) => cellOf(field, values[field.name]));
}

/** A value as a spreadsheet holds it: numbers as numbers, a day as a date; a year or a month stays the text that it is. */
function cellOf(field: Field, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (isList(field)) return joinedItems(field, value);
  if (field.value === 'json') return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return field.date && text.length === 10 ? { day: text } : text;
}

function column(field: Field, lang: Lang): Column {
  return { head: `${fieldLabel(field.name, lang)}\n${field.name}`, width: widthOf(field) };
}

function widthOf(field: Field): number {
  if (isList(field)) return 32;
  if (field.marks.bulky === true) return 60;
  if (field.date) return 12;
  if (field.value === 'integer' || field.value === 'number') return 14;
  if (field.value === 'boolean') return 8;
  return field.choices || field.name.endsWith('id') ? 16 : 30;
}
