import { sql } from 'kysely';
import type { Passage, RecordTypeName, SearchHit } from '../../schemas/index.js';
import type { Lang } from '../messages.js';
import { MODELS, type RecordModel } from '../model.js';
import { completeColumns, completeFrom, recordAlias } from '../store/complete.js';
import type { Db } from '../store/dialect.js';
import { recordOf } from '../store/read.js';
import { searchables } from './entry.js';
import { passagesOf } from './passages.js';
import type { Ranked } from './rank.js';

/** Passages shown of a long text, and of each further field of a record. */
const PASSAGES = 3;
/** What a record without a name goes by: so many first characters of its text. */
const TITLE = 40;

/** What a person calls a record, best first. */
const TITLES = ['name', 'title', 'subject', 'message', 'indicator', 'text'];

interface Row {
  record: Record<string, unknown>;
  row: Record<string, unknown>;
}

/** How hits are told: in which language, and what is shown of a text, in the same length. */
export interface Shown {
  lang: Lang;
  show: (text: string) => string;
}

/** The words that were looked for, and what is shown of a text. */
interface Wanted {
  words: readonly string[];
  show: Shown['show'];
}

/** The hits as they are shown, in their order, with the passages that hold the words. */
export async function showHits(
  db: Db,
  ranked: readonly Ranked[],
  words: readonly string[],
  { lang, show }: Shown,
): Promise<SearchHit[]> {
  const rows = new Map<RecordTypeName, Map<number, Row>>();
  for (const type of new Set(ranked.map((hit) => hit.type))) {
    const pks = ranked.filter((hit) => hit.type === type).map(({ pk }) => pk);
    rows.set(type, await rowsOf(db, MODELS[type], pks, lang));
  }
  return ranked.flatMap(({ type, pk, score }) => {
    const found = rows.get(type)?.get(pk);
    return found ? [hitOf(MODELS[type], found, { words, show }, score)] : [];
  });
}

async function rowsOf(db: Db, model: RecordModel, pks: readonly number[], lang: Lang): Promise<Map<number, Row>> {
  const pk = `${recordAlias(model)}.pk`;
  const rows: Record<string, unknown>[] = await completeFrom(db, model)
    .select([...completeColumns(model), `${pk} as row_pk`, 'i.file as in_file', 'n.title as of_title'])
    .select(['n.document_number as of_number', 'n.issued_on as of_date', 'n.text as of_text'])
    .where(sql<boolean>`${sql.ref(pk)} in (${sql.join(pks)})`)
    .execute();
  return new Map(rows.map((row) => [Number(row.row_pk), { row, record: recordOf(model, row, lang) }]));
}

function hitOf(model: RecordModel, { row, record }: Row, wanted: Wanted, score: number): SearchHit {
  const { show } = wanted;
  const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? show(value) : null);
  const ofNotice = model.name === 'notices';
  const noticeTitle = textOrNull(row.of_title);
  return {
    type: model.name,
    id: String(record.id),
    notice_id: ofNotice ? String(record.id) : typeof record.notice_id === 'string' ? record.notice_id : null,
    title: ofNotice ? noticeTitle : titleOf(record, show),
    notice_title: noticeTitle,
    document_number: textOrNull(row.of_number),
    issued_on: textOrNull(row.of_date),
    file: show(String(row.in_file)),
    page: typeof record.page === 'number' ? record.page : null,
    passages: passages(model, record, typeof row.of_text === 'string' ? row.of_text : '', wanted),
    score,
  };
}

/** Where the words stand: in the record's own words in the notice, then, for those that do not, in its fields. */
function passages(model: RecordModel, record: Record<string, unknown>, text: string, wanted: Wanted): Passage[] {
  const { words, show } = wanted;
  const shown = show(text);
  if (model.name === 'notices')
    return withFields(model, record, wanted, passagesOf(text, words, { field: 'text', offset: 0, limit: PASSAGES, shown }));
  const { start, end } = record;
  if (typeof start !== 'number' || typeof end !== 'number') return withFields(model, record, wanted, []);
  return withFields(
    model,
    record,
    wanted,
    passagesOf(text.slice(start, end), words, { field: 'quote', offset: start, limit: PASSAGES, shown: shown.slice(start, end) }),
  );
}

/** Passages of fields are added for words that none shows yet. */
function withFields(model: RecordModel, record: Record<string, unknown>, { words, show }: Wanted, shown: Passage[]): Passage[] {
  const all = [...shown];
  const missing = (): string[] =>
    words.filter((word) => !all.some((passage) => passagesOf(passage.text, [word], WHERE).length > 0));
  const { head, body } = searchables(model, record);
  for (const { field, text } of [...head, ...body]) {
    const left = missing();
    if (left.length === 0) return all;
    if (field === 'text' && model.name === 'notices') continue;
    all.push(...passagesOf(text, left, { field, offset: null, limit: 1, shown: show(text) }));
  }
  return all;
}

const WHERE = { field: '', offset: null, limit: 1 };

function titleOf(record: Record<string, unknown>, show: Wanted['show']): string | null {
  const named = TITLES.map((field) => record[field]).find((value) => typeof value === 'string' && value !== '');
  if (typeof named !== 'string') return null;
  const line = show(named).replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > TITLE ? `${characters.slice(0, TITLE - 1).join('')}…` : line;
}
