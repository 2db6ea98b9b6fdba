import type { Document, IngestedNotice, KeyedFinding, RecordTypeName, Resolution } from '../../schemas/index.js';
import { findingMessage } from '../messages.js';
import { isList, isStored, MODELS, type ListField, type RecordModel, type ScalarField } from '../model.js';
import { entryOf, GRAMS_COLUMN, searchTable, withNames } from '../search/write.js';
import { cell } from './cell.js';
import type { SqlValue } from './driver.js';
import { StoreError } from './errors.js';
import type { KeyOf } from './meanings.js';
import { NoticePlaces } from './notice-places.js';
import { canBeCut } from './passage.js';
import type { Rows } from './rows.js';
import { LINKED_FILE_ROWS, listRows, rowsOf, slotColumn, slotsOf, storedItems } from './tables.js';

/** A record's values by field name, as the extractors gave them. */
type Values = Record<string, unknown>;
interface Located {
  key: string;
  start: number | null;
  end: number | null;
}

/** Makes the rows of one input. */
export class Sheet {
  private readonly sorted = new Map<RecordTypeName, number>();
  /** the text that passages can be cut out of, while its notice is added */
  private text: string | null = null;

  constructor(
    private readonly path: string,
    private readonly inputPk: number,
    private readonly next: (table: string) => number,
    private readonly meaningOf: KeyOf,
    private readonly rows: Rows,
  ) {}

  addNotice(notice: IngestedNotice): void {
    const model = MODELS.notices;
    const pk = this.next(rowsOf(model));
    const own = { pk, input_pk: this.inputPk, sort_no: notice.head.ordinal, identity: notice.identity };
    this.addRecord(model, pk, { ...own, pages: JSON.stringify(notice.pages) }, notice.head, notice.resolutions);
    const places = new NoticePlaces(notice, this.meaningOf);
    this.text = canBeCut(notice.head.text) ? notice.head.text : null;
    for (const type of Object.keys(notice.records) as (keyof IngestedNotice['records'])[]) {
      for (const record of this.inOrder<Located & Values & { resolutions: Resolution[] }>(notice.records[type])) {
        this.addKeyed(MODELS[type], pk, record.key, record, record.resolutions, places.of(type, record));
      }
    }
    this.addFindings(pk, notice.findings);
    this.text = null;
  }

  addLinkedFiles(files: Document['linkedFiles']): void {
    const columns = ['input_pk', 'position', 'title', 'href', 'path'];
    files.forEach(({ title, href, path }, position) => {
      this.rows.add(LINKED_FILE_ROWS, columns, [this.inputPk, position, title, href, path]);
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
    const { fields, slots, lists } = partsOf(model);
    this.rows.add(
      rowsOf(model),
      [...Object.keys(own), ...slots.map(slotColumn), ...fields.map((field) => field.name)],
      [
        ...Object.values(own),
        ...slots.map((slot) => this.meaningAt(resolutions, slot, 0)),
        ...fields.map((field) => (field.marks.passage ? this.passageCell(values) : cell(field, values[field.name]))),
      ],
    );
    this.rows.add(searchTable(model), ['rowid', GRAMS_COLUMN], [pk, entryOf(model, withNames(model, values, resolutions))]);
    for (const field of lists) this.addItems(model, field, pk, listOf(values[field.name]), resolutions);
  }

  /** A quote, unless reading cuts it out of the text. */
  private passageCell({ quote, start, end }: Values): string | null {
    if (typeof quote !== 'string') return null;
    const cut = typeof start === 'number' && typeof end === 'number' ? this.text?.slice(start, end) : undefined;
    return cut === quote ? null : quote;
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
      this.rows.add(listRows(model, field), columns, [pk, position, ...meanings, ...cells]);
    });
  }

  private meaningAt(resolutions: readonly Resolution[], slot: string, position: number): number | null {
    const found = resolutions.find((one) => one.slot === slot && one.position === position);
    return found ? this.meaningOf(found) : null;
  }
}

/** A model's fields by where they are kept: the same for each of its records, so told apart once. */
interface Parts {
  fields: ScalarField[];
  slots: string[];
  lists: ListField[];
}
const parts = new Map<RecordModel, Parts>();

function partsOf(model: RecordModel): Parts {
  const known = parts.get(model);
  if (known) return known;
  const lists = model.fields.filter(isList);
  const made = { fields: model.fields.filter(isStored), slots: slotsOf(model.fields.filter((field) => !isList(field))), lists };
  parts.set(model, made);
  return made;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
