import { sql, type RawBuilder } from 'kysely';
import type { RecordModel } from '../model.js';
import { fieldValue } from './complete.js';
import { endsBy, endsFrom, inYear } from './date-filters.js';
import { contains } from './dialect.js';
import type { RecordFilter } from './types.js';
import type { Way } from './unit-filter.js';

// Filters as conditions on a complete query: on fields of the record, and on the notice (`n`) that it is of.

type Condition = RawBuilder<boolean>;
type Field = RawBuilder<unknown>;

const SEVERITIES = ['info', 'warning', 'error'] as const;

/** What is asked of the record's own fields; a field that its type does not have asks nothing. */
export function ofFields(model: RecordModel, filter: RecordFilter): Condition[] {
  return asked(model, filter).map(({ condition }) => condition);
}

/** What is asked of one of the record's own fields. */
export function conditionsOn(model: RecordModel, filter: RecordFilter, field: string): Condition[] {
  const all = model.name === 'notices' ? [...asked(model, filter), ...askedOfNotice(filter)] : asked(model, filter);
  return all.filter((each) => each.field === field).map(({ condition }) => condition);
}

/** What is asked of the notice. */
export function ofItsNotice(filter: RecordFilter, way: Way = {}): Condition[] {
  return [
    ...askedOfNotice(filter).map(({ condition }) => condition),
    ...(filter.issuer === undefined ? [] : [signedBy(filter.issuer, way)]),
    ...(filter.once === true ? [isFirst()] : []),
  ];
}

interface Asked {
  field: string;
  condition: Condition;
}

function asked(model: RecordModel, filter: RecordFilter): Asked[] {
  const has = (name: string): boolean => model.fields.some((field) => field.name === name);
  const ask = <V>(value: V | undefined, name: string, test: (field: Field, value: V) => Condition): Asked[] =>
    value !== undefined && has(name) ? [{ field: name, condition: test(fieldValue(model, name), value) }] : [];
  return [
    ...ask(filter.dueBefore, 'due', endsBy),
    ...ask(filter.dueAfter, 'due', endsFrom),
    ...ask(filter.year, 'year', equals),
    ...ask(filter.grade, 'grade', equals),
    ...ask(filter.check, 'check', equals),
    ...ask(filter.severity, 'severity', atLeast),
    ...ask(filter.indicator, 'indicator', contains),
    ...ask(filter.table, 'table', equals),
    ...ask(filter.area, 'area', equals),
    ...ask(filter.industry, 'industry', contains),
    ...ask(filter.park, 'park', (name, park) => sql`(${fieldValue(model, 'park_id')} = ${park} or ${contains(name, park)})`),
    ...ask(filter.investmentMin, 'investment_cny', (yuan, least) => sql`${yuan} >= ${least}`),
    ...ask(filter.investmentMax, 'investment_cny', (yuan, most) => sql`${yuan} <= ${most}`),
    ...ask(filter.startYear, 'period_start', inYear),
    ...ask(filter.endYear, 'period_end', inYear),
  ];
}

function askedOfNotice(filter: RecordFilter): Asked[] {
  const ask = <V>(value: V | undefined, field: string, test: (field: Field, value: V) => Condition): Asked[] =>
    value === undefined ? [] : [{ field, condition: test(sql.ref(`n.${field}`), value) }];
  return [
    ...ask(filter.kind, 'kind', equals),
    ...ask(filter.status, 'status', equals),
    ...ask(filter.issuedAfter, 'issued_on', endsFrom),
    ...ask(filter.issuedBefore, 'issued_on', endsBy),
  ];
}

function equals(field: Field, value: string | number): Condition {
  return sql`${field} = ${value}`;
}

function atLeast(severity: Field, lowest: (typeof SEVERITIES)[number]): Condition {
  return sql`${severity} in (${sql.join(SEVERITIES.slice(SEVERITIES.indexOf(lowest)))})`;
}

/** An organ of that name, or one whose name holds it, is among the issuers. */
function signedBy(organ: string, { each }: Way): Condition {
  const holds = contains(sql.ref('c.value'), organ);
  if (each === true) return sql`exists (select 1 from notices_issuers_rows as c where c.record_pk = n.pk and ${holds})`;
  return sql`n.pk in (select c.record_pk from notices_issuers_rows as c where ${holds})`;
}

/** Of notices that are one, the first by path bears their identity as its id. A finding about a file has no notice. */
function isFirst(): Condition {
  return sql`(n.id is null or n.id = n.identity)`;
}
