import { sql, type RawBuilder } from 'kysely';
import { GROUP_KINDS, GROUP_LEVELS, resolutionSchema, type Resolution } from '../../schemas/index.js';
import { namesBorne } from './borne.js';
import type { Db } from './dialect.js';
import { ofNotice } from './filters.js';
import type { Row } from './driver.js';
import type { NameOccurrence, NameQuery, StoredGroup, StoredNames, StoredOrgan, UnresolvedName } from './name-types.js';

// Questions about the resolutions beside the records.

/** Answers what `StoredNames` asks, from one database. */
export function storedNames(db: Db): StoredNames {
  return {
    unresolved: (query = {}) => unresolved(db, query),
    organs: (name) => organs(db, name),
    unitNames: (limit) => unitNames(db, limit),
    groups: () => groups(db),
    regions: () => regions(db),
    of: (recordId) => resolutionsOf(db, recordId),
  };
}

/** The names that records bear, with what they mean, their notice and input. */
function occurrences(): RawBuilder<unknown> {
  return sql`from (${namesBorne()}) as b join resolutions_rows as s on s.pk = b.meaning_pk
    join notices_rows as n on n.pk = b.notice_pk join inputs as i on i.pk = n.input_pk`;
}
const RECORD_ID = sql`case b.record_key when '' then n.id else n.id || ':' || b.record_key end`;

async function unresolved(db: Db, query: NameQuery): Promise<UnresolvedName[]> {
  const rows = await (query.occurrences === undefined ? allUnresolved(db, query) : someUnresolved(db, query, query.occurrences));
  const byName = new Map<string, UnresolvedName>();
  for (const row of rows) {
    const key = `${text(row.kind)} ${text(row.name)}`;
    const known = byName.get(key) ?? { name: text(row.name), kind: kindOf(row.kind), times: 0, candidates: [], occurrences: [] };
    known.times = Number(row.times ?? known.times + 1);
    known.candidates = [...new Set([...known.candidates, ...listOf(row.candidates)])];
    known.occurrences.push(occurrenceOf(row));
    byName.set(key, known);
  }
  const order = [...byName.values()].sort((a, b) => b.times - a.times || compare(a.kind, b.kind) || compare(a.name, b.name));
  return order.slice(0, query.limit);
}

async function allUnresolved(db: Db, query: NameQuery): Promise<Row[]> {
  const { rows } = await sql<Row>`select s.kind, s.name, b.slot, b.record_type, s.candidates, n.id as notice_id,
    ${RECORD_ID} as record_id, coalesce(n.title, i.file) as title, i.file as file
    ${occurrences()} where ${unresolvedAs(query)}
    order by i.path, n.sort_no, b.record_type, b.record_key, b.slot, b.position`.execute(db);
  return rows;
}

/** The most frequent ones, with how often each occurs and the first so many occurrences: a large store has millions of all. */
async function someUnresolved(db: Db, query: NameQuery, each: number): Promise<Row[]> {
  const { rows } = await sql<Row>`select s.kind, s.name, b.slot, b.record_type, s.candidates, n.id as notice_id,
    ${RECORD_ID} as record_id, coalesce(n.title, i.file) as title, i.file as file, b.times
    from (select b.*, count(*) over w as times, row_number() over (w order by b.notice_pk, b.record_type, b.record_key, b.slot, b.position) as nr
      from (select b.*, s.kind, s.name from (${namesBorne()}) as b join resolutions_rows as s on s.pk = b.meaning_pk
        ${query.notice === undefined ? sql`` : sql`join notices_rows as n on n.pk = b.notice_pk join inputs as i on i.pk = n.input_pk`}
        where ${unresolvedAs(query)}) as b
      window w as (partition by b.kind, b.name)) as b
    join resolutions_rows as s on s.pk = b.meaning_pk join notices_rows as n on n.pk = b.notice_pk join inputs as i on i.pk = n.input_pk
    where b.nr <= ${each} order by b.times desc, s.kind, s.name, b.nr limit ${(query.limit ?? -1) * each}`.execute(db);
  return rows;
}

function unresolvedAs({ kind, notice }: NameQuery): RawBuilder<boolean> {
  const tests: RawBuilder<boolean>[] = [sql`s.method = 'unresolved'`];
  if (kind !== undefined) tests.push(sql`s.kind = ${kind}`);
  if (notice !== undefined) tests.push(ofNotice(notice));
  return sql.join(tests, sql` and `);
}

function occurrenceOf(row: Row): NameOccurrence {
  const { notice_id, title, file, record_type, record_id, slot } = row;
  return {
    notice_id: text(notice_id),
    notice_title: text(title),
    file: text(file),
    record_type: text(record_type),
    record_id: text(record_id),
    slot: text(slot),
  };
}

async function organs(db: Db, name: string): Promise<StoredOrgan[]> {
  const { rows } = await sql<Row>`select distinct s.entity_id, s.entity_name, s.code from resolutions_rows as s
    where s.kind = 'organ' and s.entity_id is not null and (s.name = ${name} or s.entity_name = ${name})
    order by s.entity_id`.execute(db);
  return rows.map(({ entity_id, entity_name, code }) => ({
    id: text(entity_id),
    name: text(entity_name),
    code: textOrNull(code),
  }));
}

const UNITS = sql`obligations_units_rows as c join resolutions_rows as s on s.pk = c.units_pk`;

async function unitNames(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<Row>`select name, count(*) as times from (
      select s.name from ${UNITS}
      union all select s.entity_name from ${UNITS} where s.entity_name is not null
    ) group by name order by times desc, name limit ${limit}`.execute(db);
  return rows.map(({ name }) => text(name));
}

async function groups(db: Db): Promise<StoredGroup[]> {
  const { rows } = await sql<Row>`select distinct s.name, s.code, s.group_kind, s.group_level, s.group_subject
    from resolutions_rows as s where s.group_kind is not null
    order by s.name, s.code, s.group_kind, s.group_level, s.group_subject`.execute(db);
  return rows.flatMap(({ name, code, group_kind, group_level, group_subject }) => {
    const kind = GROUP_KINDS.find((one) => one === group_kind);
    const level = GROUP_LEVELS.find((one) => one === group_level) ?? null;
    if (!kind) return [];
    return [
      {
        name: text(name),
        code: textOrNull(code),
        group_kind: kind,
        group_level: level,
        group_subject: textOrNull(group_subject),
      },
    ];
  });
}

async function regions(db: Db): Promise<string[]> {
  const { rows } = await sql<Row>`select distinct s.code from resolutions_rows as s
    where s.code is not null and s.pk in (select n.region_pk from notices_rows as n) order by s.code`.execute(db);
  return rows.map(({ code }) => text(code));
}

/** A record's id is its notice's with its own key behind a colon; a notice's is its own. */
async function resolutionsOf(db: Db, recordId: string): Promise<Resolution[]> {
  const at = recordId.indexOf(':');
  const [id, key] = at < 0 ? [recordId, ''] : [recordId.slice(0, at), recordId.slice(at + 1)];
  // The notice's key is asked for first: only what is known beforehand narrows each of the tables that names are borne in.
  const notices = await sql<Row>`select n.pk from notices_rows as n where n.id = ${id}`.execute(db);
  const { rows } = await sql<Row>`select b.slot, b.position, s.* from (${namesBorne()}) as b
    join resolutions_rows as s on s.pk = b.meaning_pk
    where b.notice_pk = ${notices.rows[0]?.pk ?? null} and b.record_key = ${key} order by b.slot, b.position`.execute(db);
  return rows.map((row) => resolutionSchema.parse({ ...row, candidates: listOf(row.candidates) }));
}

function listOf(value: unknown): string[] {
  return typeof value === 'string' ? resolutionSchema.shape.candidates.parse(JSON.parse(value)) : [];
}

function kindOf(value: unknown): Resolution['kind'] {
  return resolutionSchema.shape.kind.parse(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** By code units, so that no locale shows. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
