import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Document, Ingested, IngestedNotice, KeyedFinding, RecordTypeName, Resolution } from '../../schemas/index.js';
import { findingMessage } from '../messages.js';
import { ALL_MODELS, isList, isStored, MODELS, type ListField, type RecordModel } from '../model.js';
import { entryOf, GRAMS_COLUMN, searchTable, withNames } from '../search/write.js';
import { cell } from './cell.js';
import type { Driver, SqlValue } from './driver.js';
import { StoreError } from './errors.js';
import { insertRows } from './insert.js';
import { storeMeanings, type KeyOf } from './meanings.js';
import {
  hasOwnPlace,
  LINKED_FILE_ROWS,
  listRows,
  PLACE_COLUMN,
  recordTableNames,
  RESOLUTION_ROWS,
  rowsOf,
  slotColumn,
  slotsOf,
  storedItems,
} from './tables.js';

const compress = promisify(gzip);

/** A JSON value as it is kept: gzip, as SQLite has no compression of its own. */
export async function packed(value: unknown): Promise<Uint8Array> {
  return compress(JSON.stringify(value));
}

/** Short name of an input for the ids of findings that have no notice. */
function pathId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

/** Stores an input with its document and all its records. The path must not be there; call it inside a transaction. */
export async function insertInput(driver: Driver, { input, fingerprint, document, ...rest }: Ingested): Promise<void> {
  const body = await packed(document);
  const next = await nextKeys(driver);
  const inputPk = next('inputs');
  const columns = ['pk', 'path', 'path_id', 'file', 'sha256', 'bytes', 'pipeline', 'gazetteer'];
  const values = [
    inputPk,
    input.path,
    pathId(input.path),
    input.file,
    input.sha256,
    input.bytes,
    fingerprint.pipeline,
    fingerprint.gazetteer,
  ];
  await insertRows(driver, 'inputs', columns, [values]);
  const read: SqlValue[] = [inputPk, document.format, document.reader, document.pages, body];
  await insertRows(driver, 'documents', ['input_pk', 'format', 'reader', 'pages', 'body'], [read]);

  const meaningOf = await storeMeanings(driver, rest.notices, next);
  const sheet = new Sheet(input.path, inputPk, next, meaningOf);
  sheet.addLinkedFiles(document.linkedFiles);
  sheet.addFindings(null, rest.findings);
  for (const notice of rest.notices) sheet.addNotice(notice);
  for (const table of [...recordTableNames(), ...ALL_MODELS.map(searchTable)]) {
    const filled = sheet.tables.get(table);
    if (filled) await insertRows(driver, table, filled.columns, filled.rows);
  }
}

/** Hands out internal keys: one above the highest of each table. One writer at a time makes that safe. */
async function nextKeys(driver: Driver): Promise<(table: string) => number> {
  const tables = ['inputs', RESOLUTION_ROWS, ...ALL_MODELS.map(rowsOf)];
  const highest = await driver.get(`select ${tables.map((table) => `(select max(pk) from ${table}) as ${table}`).join(', ')}`);
  const last = new Map(tables.map((table) => [table, Number(highest?.[table] ?? 0)]));
  return (table) => {
    const key = (last.get(table) ?? 0) + 1;
    last.set(table, key);
    return key;
  };
}

/** A record's values by field name, as the extractors gave them. */
type Values = Record<string, unknown>;
interface Located {
  key: string;
  start: number | null;
  end: number | null;
}

/** The rows of one input, table by table. */
class Sheet {
  readonly tables = new Map<string, { columns: string[]; rows: SqlValue[][] }>();
  private readonly sorted = new Map<RecordTypeName, number>();

  constructor(
    private readonly path: string,
    private readonly inputPk: number,
    private readonly next: (table: string) => number,
    private readonly meaningOf: KeyOf,
  ) {}

  addNotice(notice: IngestedNotice): void {
    const model = MODELS.notices;
    const pk = this.next(rowsOf(model));
    const own = { pk, input_pk: this.inputPk, sort_no: notice.head.ordinal, identity: notice.identity };
    this.addRecord(model, pk, { ...own, pages: JSON.stringify(notice.pages) }, notice.head, notice.resolutions);
    const places = new Places(notice, this.meaningOf);
    for (const type of Object.keys(notice.records) as (keyof IngestedNotice['records'])[]) {
      for (const record of this.inOrder<Located & Values & { resolutions: Resolution[] }>(notice.records[type])) {
        this.addKeyed(MODELS[type], pk, record.key, record, record.resolutions, places.of(type, record));
      }
    }
    this.addFindings(pk, notice.findings);
  }

  addLinkedFiles(files: Document['linkedFiles']): void {
    const columns = ['input_pk', 'position', 'title', 'href', 'path'];
    files.forEach(({ title, href, path }, position) => {
      this.push(LINKED_FILE_ROWS, columns, [this.inputPk, position, title, href, path]);
    });
  }

  addFindings(noticePk: number | null, findings: KeyedFinding[]): void {
    for (const finding of this.inOrder(findings)) {
      const made = { message: findingMessage(finding), confidence: 1, evidence: [] };
      this.addKeyed(MODELS.findings, noticePk, finding.key, { ...made, ...finding }, []);
    }
  }

  /** By place in the text, then by key, so that the order in which extractors ran does not show. */
  private inOrder<T extends Located>(records: readonly T[]): T[] {
    const sorted = records.toSorted(
      (a, b) =>
        (a.start ?? -1) - (b.start ?? -1) || (a.end ?? -1) - (b.end ?? -1) || (a.key < b.key ? -1 : Number(a.key > b.key)),
    );
    const keys = new Set(records.map((record) => record.key));
    if (keys.size === records.length) return sorted;
    const twice = records.find((record, i) => records.findIndex((other) => other.key === record.key) < i);
    const message = `${this.path}: two records of one notice have the key ${twice?.key ?? ''}.`;
    throw new StoreError('invalid_input', message, 'This is a mistake of the program; please report it.');
  }

  private addKeyed(
    model: RecordModel,
    noticePk: number | null,
    key: string,
    values: Values,
    resolutions: readonly Resolution[],
    place: Record<string, SqlValue> = {},
  ): void {
    const pk = this.next(rowsOf(model));
    const sortNo = (this.sorted.get(model.name) ?? 0) + 1;
    this.sorted.set(model.name, sortNo);
    const own = { pk, input_pk: this.inputPk, sort_no: sortNo, notice_pk: noticePk, key, ...place };
    this.addRecord(model, pk, own, values, resolutions);
  }

  private addRecord(
    model: RecordModel,
    pk: number,
    own: Record<string, SqlValue>,
    values: Values,
    resolutions: readonly Resolution[],
  ): void {
    const fields = model.fields.filter(isStored);
    const slots = slotsOf(model.fields.filter((field) => !isList(field)));
    this.push(
      rowsOf(model),
      [...Object.keys(own), ...slots.map(slotColumn), ...fields.map((field) => field.name)],
      [
        ...Object.values(own),
        ...slots.map((slot) => this.meaningAt(resolutions, slot, 0)),
        ...fields.map((field) => cell(field, values[field.name])),
      ],
    );
    this.push(searchTable(model), ['rowid', GRAMS_COLUMN], [pk, entryOf(model, withNames(model, values, resolutions))]);
    for (const field of model.fields.filter(isList)) this.addItems(model, field, pk, listOf(values[field.name]), resolutions);
  }

  private addItems(
    model: RecordModel,
    field: ListField,
    pk: number,
    values: readonly unknown[],
    resolutions: readonly Resolution[],
  ): void {
    const [items, slots] = [storedItems(field), slotsOf(field.items ?? [])];
    const columns = ['record_pk', 'position', ...slots.map(slotColumn), ...items.map((item) => item.name)];
    values.forEach((value, position) => {
      const meanings = slots.map((slot) => this.meaningAt(resolutions, slot, position));
      const cells = items.map((item) => cell(item, field.items ? valuesOf(value)[item.name] : value));
      this.push(listRows(model, field), columns, [pk, position, ...meanings, ...cells]);
    });
  }

  private meaningAt(resolutions: readonly Resolution[], slot: string, position: number): number | null {
    const found = resolutions.find((one) => one.slot === slot && one.position === position);
    return found ? this.meaningOf(found) : null;
  }

  private push(table: string, columns: string[], row: SqlValue[]): void {
    const known = this.tables.get(table);
    if (known) known.rows.push(row);
    else this.tables.set(table, { columns, rows: [row] });
  }
}

/** Where the records of a notice belong; see places.ts. */
class Places {
  private readonly region: number | null;
  private readonly clusters = new Map<string, number | null>();

  constructor(
    { resolutions, records }: IngestedNotice,
    private readonly meaningOf: KeyOf,
  ) {
    this.region = this.placeIn(resolutions, 'region');
    const inText = records.clusters.toSorted((a, b) => a.start - b.start || a.end - b.end);
    for (const { name, resolutions: own } of inText)
      if (!this.clusters.has(name)) this.clusters.set(name, this.placeIn(own, 'place'));
  }

  /** The column that leads to a record's place, in types that have one. */
  of(type: RecordTypeName, record: Values & { resolutions: readonly Resolution[] }): Record<string, SqlValue> {
    if (!hasOwnPlace(MODELS[type])) return {};
    const { subject_kind: kind, subject } = record;
    const own = type === 'clusters' ? this.placeIn(record.resolutions, 'place') : null;
    const rated = kind === 'cluster' && typeof subject === 'string' ? this.clusters.get(subject) : null;
    return { [PLACE_COLUMN]: own ?? rated ?? this.region };
  }

  /** What a slot means, where that is a place. */
  private placeIn(resolutions: readonly Resolution[], slot: string): number | null {
    const found = resolutions.find((one) => one.slot === slot && one.position === 0);
    return found && (found.entity_name !== null || found.code !== null) ? this.meaningOf(found) : null;
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
