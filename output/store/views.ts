import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { ALL_MODELS, isList, RESOLUTION_FIELDS, type ListField, type RecordModel } from '../model.js';
import { completeColumns, completeFrom, itemValue, listJoins, recordAlias, recordId, type Query } from './complete.js';
import { joined, lastDay, queryBuilder, type Db } from './dialect.js';
import { listName, listRows, RESOLUTION_ROWS, rowsOf, STRING_ITEM } from './tables.js';

/** A view that people query. */
export interface View {
  name: string;
  /** what it holds, for the docs */
  about: string;
  sql: string;
}

/** All views: each record type whole, each list, the resolutions, and answers to the questions asked most. */
export function views(): View[] {
  const db = queryBuilder(null);
  return [...recordViews(db), ...questionViews(db)];
}

/** The views that put the records together again. */
export function recordViews(db: Db): View[] {
  const ofModels = ALL_MODELS.flatMap((model) => [
    view(db, model.name, model.description, completeFrom(db, model).select(completeColumns(model))),
    ...model.fields.filter(isList).map((field) => listView(db, model, field)),
  ]);
  return [...ofModels, resolutionView(db)];
}

/** Changes whenever a view does. */
export function viewsHash(): string {
  const statements = views().map((each) => each.sql);
  return createHash('sha256').update(statements.join('\n')).digest('hex');
}

function view(db: Db, name: string, about: string, query: Query | RawBuilder<unknown>): View {
  return { name, about, sql: db.schema.createView(name).as(query).compile().sql };
}

/** A list field's items: id of the record, position from 0, and the item's fields or the string. */
function listView(db: Db, model: RecordModel, field: ListField): View {
  const columns = (field.items ?? [STRING_ITEM]).map((item) => sql`${itemValue(item)} as ${sql.id(item.name)}`);
  const record = sql.id(recordAlias(model));
  const notice = model.name === 'notices' ? sql`` : sql`join notices_rows as n on n.pk = r.notice_pk`;
  const query = sql`select ${recordId(model)} as id, c.position as position, ${sql.join(columns)}
    from ${sql.table(listRows(model, field))} as c join ${sql.table(rowsOf(model))} as ${record} on ${record}.pk = c.record_pk
    ${notice} ${listJoins(model, field)}`;
  return view(db, listName(model, field), `${field.marks.description ?? field.name} (of ${model.name})`, query);
}

/** Names and what they stand for, by the id of their record. */
function resolutionView(db: Db): View {
  const columns = RESOLUTION_FIELDS.map((field) => sql.ref(`s.${field.name}`));
  const query = sql`select case s.record_key when '' then n.id else n.id || ':' || s.record_key end as id, s.record_type as record_type,
    ${sql.join(columns)} from ${sql.table(RESOLUTION_ROWS)} as s join notices_rows as n on n.pk = s.notice_pk`;
  return view(db, 'resolutions', 'names as written, what they stand for and how that was found', query);
}

/** Answers to the questions asked most, made from the views above. */
function questionViews(db: Db): View[] {
  return [
    noticesOverview(db),
    obligationsByUnit(db),
    ratingsWithPlaces(db),
    targetsByDue(db),
    projectTotals(db),
    findingsToCheck(db),
  ];
}

/** What a reader wants to know of the notice that a record is from. */
const NOTICE_COLUMNS = sql`nt.title as notice_title, nt.document_number as document_number, nt.issued_on as issued_on`;

function noticesOverview(db: Db): View {
  const counts = ALL_MODELS.filter((model) => model.name !== 'notices').map(
    (model) => sql`(select count(*) from ${sql.table(rowsOf(model))} as r where r.notice_pk = n.pk) as ${sql.id(model.name)}`,
  );
  const query = sql`select n.id as id, i.path as path, n.ordinal as ordinal, n.title as title, n.document_number as document_number,
    (select ${joined(sql.ref('c.value'), '、', sql.ref('c.position'))} from notices_issuers_rows as c where c.record_pk = n.pk) as issuers,
    n.issued_on as issued_on, ${sql.join(counts)}
    from notices_rows as n join inputs as i on i.pk = n.input_pk`;
  return view(db, 'notices_overview', 'each notice with its file and the number of its records of each type', query);
}

function obligationsByUnit(db: Db): View {
  const query = sql`select u.name as unit, u.canonical as canonical, u.unit_id as unit_id, u.role as role, u."group" as is_group,
    o.number as number, o.title as title, o.text as text, o.due as due, ${lastDay(sql.ref('o.due'))} as due_last_day,
    ${NOTICE_COLUMNS}, nt.region as region, nt.region_code as region_code, nt.file as file, o.page as page, o.id as id, o.notice_id as notice_id
    from obligations_units as u join obligations as o on o.id = u.id join notices as nt on nt.id = o.notice_id`;
  return view(
    db,
    'obligations_by_unit',
    'one line per task and responsible unit, with the notice and the last day it is due',
    query,
  );
}

function ratingsWithPlaces(db: Db): View {
  const place = (take: 'name' | 'code'): RawBuilder<unknown> => {
    const [own, cluster, region] = take === 'name' ? ['entity_name', 'place', 'region'] : ['code', 'place_code', 'region_code'];
    return sql`coalesce(p.${sql.id(own)}, c.${sql.id(cluster)}, nt.${sql.id(region)})`;
  };
  const query = sql`select rt.subject_kind as subject_kind, rt.subject as subject, rt.scheme as scheme, rt.year as year, rt.grade as grade,
    rt.score as score, rt.rank as rank, ${place('name')} as place, ${place('code')} as place_code, c.park as park,
    ${NOTICE_COLUMNS}, nt.file as file, rt.page as page, rt.id as id, rt.notice_id as notice_id
    from ratings as rt join notices as nt on nt.id = rt.notice_id
    left join resolutions as p on p.id = rt.id and p.record_type = 'ratings' and p.slot = 'place' and p.position = 0
    left join clusters as c on c.notice_id = rt.notice_id and c.name = rt.subject and rt.subject_kind = 'cluster'`;
  const about =
    'each grade with the place of what is rated: its own, that of the cluster of the same name, or that of the notice';
  return view(db, 'ratings_with_places', about, query);
}

function targetsByDue(db: Db): View {
  const query = sql`select ${lastDay(sql.ref('t.due'))} as due_last_day, t.due as due, t.indicator as indicator, t.scope as scope,
    t.comparator as comparator, t.value as value, t.value_max as value_max, t.unit as unit, t.value_text as value_text, t.growth as growth,
    ${NOTICE_COLUMNS}, nt.region as region, nt.file as file, t.page as page, t.id as id, t.notice_id as notice_id
    from targets as t join notices as nt on nt.id = t.notice_id where t.due is not null`;
  return view(db, 'targets_by_due', 'targets that have a date, with its last day', query);
}

function projectTotals(db: Db): View {
  const query = sql`select p."table" as "table", count(*) as projects, count(p.investment_cny) as projects_with_investment,
    sum(p.investment_cny) as investment_cny, min(p.period_start) as first_start, max(p.period_end) as last_end,
    ${NOTICE_COLUMNS}, nt.file as file, p.notice_id as notice_id
    from projects as p join notices as nt on nt.id = p.notice_id
    group by p.notice_id, p."table", nt.title, nt.document_number, nt.issued_on, nt.file`;
  return view(db, 'project_totals', 'number of projects and their investment, per project table', query);
}

function findingsToCheck(db: Db): View {
  const query = sql`select f.severity as severity, f."check" as "check", f.message as message, f.expected as expected, f.actual as actual,
    f."rows" as "rows", f.quote as quote, f.page as page, f.file as file, nt.title as notice_title, nt.document_number as document_number,
    f.id as id, f.notice_id as notice_id
    from findings as f left join notices as nt on nt.id = f.notice_id where f.severity <> 'info'`;
  return view(db, 'findings_to_check', 'findings that a person should look at: warnings and errors', query);
}
