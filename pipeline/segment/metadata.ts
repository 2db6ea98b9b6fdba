import { STATUS_WORDS, type MetadataField } from '../../corpus/lexicon/metadata-labels.js';
import { clean, compact, documentNumbers, isOrganLine, signedDate } from '../../extractors/index.js';
import type { Span } from '../../schemas/index.js';
import type { Flow } from '../reflow/index.js';
import type { Item } from './items.js';
import { labelledIn, type Labelled } from './labels.js';

/** What the block above a notice on its portal says; null where it says nothing that could be meant. */
export interface MetadataBlock {
  issuers: string[];
  publishers: string[];
  issued_on: string | null;
  document_number: string | null;
  /** the item that gives the number */
  numberItem: number | null;
  effective_on: string | null;
  expires_on: string | null;
  status: string | null;
  /** the tables that are part of it */
  tables: number[];
  /** what it says that the text says too, with where it stands in the flow's text */
  stated: Stated[];
}

/** A value of the block that the text of the notice is held against. */
export interface Stated extends Span {
  field: 'document_number' | 'issued_on' | 'title';
  label: string;
  value: string;
}

/** A label with its value, and the item that it stands in. */
interface Entry extends Labelled {
  item: number;
}

/** Reads the block out of items `[from, to)`: `文号：…` on lines or in cells, several on a line, or labels and values in turn. */
export function readMetadata(flow: Flow, items: readonly Item[], from: number, to: number): MetadataBlock {
  const block = items.slice(from, to);
  const entries = entriesOf(flow, block);
  const first = <T>(field: MetadataField, read: (value: string) => T | null): T | null => {
    for (const e of entries) {
      const value = e.field === field ? read(e.value) : null;
      if (value !== null) return value;
    }
    return null;
  };
  return {
    issuers: first('issuer', organs) ?? [],
    publishers: first('publisher', organs) ?? [],
    issued_on: first('issued_on', signedDate),
    document_number: first('document_number', number),
    numberItem: entries.find((e) => e.field === 'document_number' && number(e.value) !== null)?.item ?? null,
    effective_on: first('effective_on', signedDate),
    expires_on: first('expires_on', (value) => signedDate(value.replace(/^至|止$/g, ''))),
    status: first('status', (value) => STATUS_WORDS.find((word) => word === value) ?? null),
    tables: block.filter((it) => it.flow.kind === 'table' && entries.some((e) => e.item === it.index)).map((it) => it.index),
    stated: entries.flatMap((e) => statedIn(e, items[e.item])),
  };
}

function statedIn({ field, label, value }: Entry, item: Item | undefined): Stated[] {
  if (item === undefined) return [];
  const said =
    field === 'document_number' ? number(value) : field === 'issued_on' ? signedDate(value) : field === 'title' ? value : null;
  if (said === null || said === '' || (field !== 'document_number' && field !== 'issued_on' && field !== 'title')) return [];
  return [{ field, label, value: said, start: item.flow.start, end: item.flow.end }];
}

const number = (value: string): string | null => documentNumbers(value).find((n) => n.from <= 2)?.number ?? null;

/** `抚河市财政局，抚河市科学技术局` as a list; null where one of them is no organ. */
function organs(value: string): string[] | null {
  const names = value.split(/[，、；]/).filter((n) => n !== '');
  return names.length > 0 && names.every(isOrganLine) ? names.map(clean) : null;
}

function entriesOf(flow: Flow, items: readonly Item[]): Entry[] {
  const entries: Entry[] = [];
  let pending: Pick<Entry, 'field' | 'label'> | null = null;
  for (const item of items) {
    for (const piece of piecesOf(flow, item)) {
      const labelled = labelledIn(piece);
      const last = labelled.at(-1);
      if (last === undefined && pending !== null) entries.push({ ...pending, value: piece, item: item.index });
      entries.push(...labelled.map((l) => ({ ...l, item: item.index })));
      pending = last?.value === '' ? { field: last.field, label: last.label } : null;
    }
  }
  return entries;
}

/** The compact text of an item, a table's cell by cell. */
function piecesOf(flow: Flow, item: Item): string[] {
  if (item.flow.kind !== 'table') return item.bare === '' ? [] : [item.bare];
  const cells = item.flow.rows.flatMap((row) => row.cells.map((c) => compact(flow.text, c.start, c.end).text));
  return cells.filter((c) => c !== '');
}
