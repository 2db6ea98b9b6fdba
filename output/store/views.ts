import { sql, type AliasedExpression } from 'kysely';
import {
  ALL_LINK_MODELS,
  ALL_MODELS,
  isList,
  MODELS,
  RESOLUTION_FIELDS,
  type LinkModel,
  type ListField,
  type RecordModel,
} from '../model.js';
import {
  completeColumns,
  completeFrom,
  countOf,
  fieldValue,
  itemOf,
  itemValue,
  joinSlot,
  recordAlias,
  recordId,
  type Query,
} from './complete.js';
import { joined, lastDay, queryBuilder, type Db } from './dialect.js';
import { placeOf, placeOfNotice, ratedPark } from './places.js';
import type { Row } from './driver.js';
import { namesBorne } from './borne.js';
import { listName, listRows, MEANING_FIELDS, RESOLUTION_ROWS, rowsOf, slotsOf, STRING_ITEM } from './tables.js';

/** A view that people query. */
export interface View {
  name: string;
  /** what it holds, for the docs */
  about: string;
  columns: string[];
  sql: string;
}

/** All views: each record type whole, each list, the resolutions, and answers to the questions asked most. */
export function views(): View[] {
  const db = queryBuilder(null);
  return [...recordViews(db), ...linkViews(db), ...questionViews(db)];
}

/** The views that put the records together again. */
function recordViews(db: Db): View[] {
  const ofModels = ALL_MODELS.flatMap((model) => [
    view(db, model.name, model.description, completeFrom(db, model), completeColumns(model)),
    ...model.fields.filter(isList).map((field) => listView(db, model, field)),
  ]);
  return [...ofModels, resolutionView(db)];
}

/** What the pass over the whole store made, whole and by list. */
export function linkViews(db: Db): View[] {
  return ALL_LINK_MODELS.flatMap((model) => {
    const whole: Query = db.selectFrom(`${rowsOf(model)} as r`);
    return [
      view(db, model.name, model.description, whole, completeColumns(model)),
      ...model.fields.filter(isList).map((field) => linkListView(db, model, field)),
    ];
  });
}

function linkListView(db: Db, model: LinkModel, field: ListField): View {
  const items: Query = db.selectFrom(`${listRows(model, field)} as c`).innerJoin(`${rowsOf(model)} as r`, 'r.pk', 'c.record_pk');
  return view(db, listName(model, field), `${field.marks.description ?? field.name} (of ${model.name})`, items, [
    sql.ref('r.id').as('id'),
    sql.ref('c.position').as('position'),
    ...(field.items ?? [STRING_ITEM]).map((item) => itemValue(item).as(item.name)),
  ]);
}

type Columns = AliasedExpression<unknown, string>[];

function view(db: Db, name: string, about: string, from: Query, columns: Columns): View {
  const { sql: statement } = db.schema.createView(name).as(from.select(columns)).compile();
  return { name, about, columns: columns.map(({ alias }) => (typeof alias === 'string' ? alias : '')), sql: statement };
}

/** A list field's items: id of the record, position from 0, and the item's fields or the string. */
function listView(db: Db, model: RecordModel, field: ListField): View {
  const record = recordAlias(model);
  const items: Query = db
    .selectFrom(`${listRows(model, field)} as c`)
    .innerJoin(`${rowsOf(model)} as ${record}`, `${record}.pk`, 'c.record_pk');
  const whole = record === 'n' ? items : items.innerJoin('notices_rows as n', 'n.pk', 'r.notice_pk');
  const from = slotsOf(field.items ?? []).reduce((query, slot) => joinSlot(query, slot, 'c'), whole);
  const about = `${field.marks.description ?? field.name} (of ${model.name})`;
  return view(db, listName(model, field), about, from, [
    recordId(model).as('id'),
    sql.ref('c.position').as('position'),
    ...(field.items ?? [STRING_ITEM]).map((item) => itemValue(item).as(item.name)),
  ]);
}

/** Names and what they stand for, by the id of their record. */
function resolutionView(db: Db): View {
  const from: Query = db
    .selectFrom(sql<Row>`(${namesBorne()})`.as('b'))
    .innerJoin(`${RESOLUTION_ROWS} as s`, 's.pk', 'b.meaning_pk')
    .innerJoin('notices_rows as n', 'n.pk', 'b.notice_pk');
  return view(db, 'resolutions', 'names as written, what they stand for and how that was found', from, [
    sql`case b.record_key when '' then n.id else n.id || ':' || b.record_key end`.as('id'),
    sql.ref('n.id').as('notice_id'),
    sql.ref('b.record_type').as('record_type'),
    ...RESOLUTION_FIELDS.map(({ name }) =>
      sql.ref(MEANING_FIELDS.some((field) => field.name === name) ? `s.${name}` : `b.${name}`).as(name),
    ),
  ]);
}

/** Answers to the questions asked most. They join by internal keys, which is what makes them fast. */
export function questionViews(db: Db): View[] {
  return [
    noticesOverview(db),
    obligationsByUnit(db),
    ratingsWithPlaces(db),
    targetsByDue(db),
    projectTotals(db),
    findingsToCheck(db),
  ];
}

/** Fields of a model under their own names. */
function fields(model: RecordModel, ...names: string[]): Columns {
  return names.map((name) => fieldValue(model, name).as(name));
}

/** What a reader wants to know of the notice that a record is from. */
function ofNotice(): Columns {
  return [
    fieldValue(MODELS.notices, 'title').as('notice_title'),
    ...fields(MODELS.notices, 'document_number', 'issued_on', 'file'),
    placeOfNotice('entity_name').as('region'),
    placeOfNotice('code').as('region_code'),
  ];
}

function noticesOverview(db: Db): View {
  const model = MODELS.notices;
  const listed = sql`from notices_issuers_rows as c where c.record_pk = n.pk`;
  const issuers = joined(sql.ref('c.value'), '、', listed, sql.ref('c.position'));
  const counted = ALL_MODELS.filter((each) => each !== model);
  const about = 'each notice with its file and the number of its records of each type';
  return view(db, 'notices_overview', about, completeFrom(db, model), [
    ...fields(model, 'id'),
    sql.ref('i.path').as('path'),
    ...fields(model, 'ordinal', 'title', 'document_number'),
    issuers.as('issuers'),
    ...fields(model, 'issued_on', 'region', 'region_code'),
    ...counted.map((each) => countOf(each).as(each.name)),
  ]);
}

function obligationsByUnit(db: Db): View {
  const model = MODELS.obligations;
  const units = model.fields.filter(isList).find((field) => field.name === 'units');
  if (!units) throw new Error('obligations have no units');
  const all = completeFrom(db, model).innerJoin(`${listRows(model, units)} as c`, 'c.record_pk', 'r.pk');
  const about = 'one line per task and responsible unit, with the notice and the last day it is due';
  return view(db, 'obligations_by_unit', about, joinSlot(all, 'units', 'c'), [
    itemOf(units, 'name').as('unit'),
    ...['canonical', 'unit_id', 'role'].map((name) => itemOf(units, name).as(name)),
    itemOf(units, 'group').as('is_group'),
    ...fields(model, 'number', 'title', 'text', 'due'),
    lastDay(fieldValue(model, 'due')).as('due_last_day'),
    ...ofNotice(),
    ...fields(model, 'page', 'id', 'notice_id'),
  ]);
}

function ratingsWithPlaces(db: Db): View {
  const model = MODELS.ratings;
  const about =
    'each grade with the place of what is rated: its own, that of the cluster of the same name, or that of the notice';
  return view(db, 'ratings_with_places', about, completeFrom(db, model), [
    ...fields(model, 'subject_kind', 'subject', 'scheme', 'year', 'grade', 'score', 'rank'),
    placeOf(model.name, 'entity_name').as('place'),
    placeOf(model.name, 'code').as('place_code'),
    ratedPark().as('park'),
    ...ofNotice(),
    ...fields(model, 'page', 'id', 'notice_id'),
  ]);
}

function targetsByDue(db: Db): View {
  const model = MODELS.targets;
  const from = completeFrom(db, model).where('r.due', 'is not', null);
  return view(db, 'targets_by_due', 'targets that have a date, with its last day', from, [
    lastDay(fieldValue(model, 'due')).as('due_last_day'),
    ...fields(
      model,
      'due',
      'indicator',
      'scope',
      'comparator',
      'value',
      'value_max',
      'unit',
      'value_text',
      'growth',
      'direction',
    ),
    ...ofNotice(),
    ...fields(model, 'page', 'id', 'notice_id'),
  ]);
}

function projectTotals(db: Db): View {
  const model = MODELS.projects;
  const from = completeFrom(db, model).groupBy(['n.pk', 'i.pk', 'r.table']);
  return view(db, 'project_totals', 'number of projects and their investment, per project table', from, [
    ...fields(model, 'table'),
    sql`count(*)`.as('projects'),
    sql`count(r.investment_cny)`.as('projects_with_investment'),
    sql`sum(r.investment_cny)`.as('investment_cny'),
    sql`min(r.period_start)`.as('first_start'),
    sql`max(r.period_end)`.as('last_end'),
    ...ofNotice(),
    ...fields(model, 'notice_id'),
  ]);
}

function findingsToCheck(db: Db): View {
  const model = MODELS.findings;
  const from = completeFrom(db, model).where('r.severity', '<>', sql.lit('info'));
  return view(db, 'findings_to_check', 'findings that a person should look at: warnings and errors', from, [
    ...fields(model, 'severity', 'check', 'message', 'expected', 'actual', 'rows', 'quote', 'page'),
    ...ofNotice(),
    ...fields(model, 'id', 'notice_id'),
  ]);
}
