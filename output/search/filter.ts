import { sql, type RawBuilder } from 'kysely';
import { isList, type RecordModel } from '../model.js';
import { contains } from '../store/dialect.js';
import { conditions } from '../store/filters.js';
import type { SearchFilter } from '../store/types.js';
import type { Way } from '../store/unit-filter.js';

/** Whether records of this type can tell what the filter asks; those that cannot are no hits. */
export function canTell(model: RecordModel, filter: SearchFilter): boolean {
  const has = (name: string): boolean => model.fields.some((field) => field.name === name);
  const asked = (name: keyof SearchFilter): boolean => filter[name] !== undefined;
  const ofNotice = model.name === 'notices' && filter.role === undefined && issuerIn(filter) !== undefined;
  if ((asked('unit') || asked('role') || asked('issuer')) && !has('units') && !ofNotice) return false;
  if (has('units') && asked('issuer') && !asked('unit') && !asked('role')) return false;
  return (
    (!asked('grade') || has('grade')) &&
    (!asked('dueBefore') || has('due')) &&
    (!asked('check') || has('check')) &&
    (!asked('severity') || has('severity'))
  );
}

/** The organ as a name: what notices that it signed are found by. */
function issuerIn({ issuer, unit }: SearchFilter): string | undefined {
  return issuer ?? (typeof unit === 'string' ? unit : unit?.part) ?? undefined;
}

/** The filter as conditions on the rows of a record type, as `recordsFrom` joins them. */
export function narrowing(model: RecordModel, filter: SearchFilter, way: Way = {}): RawBuilder<boolean>[] {
  const { year } = filter;
  // What these two mean in a search is said below.
  const rest = { ...filter };
  delete rest.year;
  delete rest.issuer;
  const all = conditions(model, rest, way);
  if (year !== undefined) all.push(ofYear(model, year));
  const organ = issuerIn(filter);
  if (model.name === 'notices' && organ !== undefined) all.push(signedBy(organ));
  return all;
}

function ofYear(model: RecordModel, year: number): RawBuilder<boolean> {
  const own = model.fields.some((field) => !isList(field) && field.name === 'year');
  if (own) return sql`r.year = ${year}`;
  // An index tells the notices of a year without reading one: each lies with its text, some thousand characters apart from the next.
  const issued = sql`select x.pk from notices_rows as x where x.issued_on >= ${String(year)} and x.issued_on < ${String(year + 1)}`;
  return sql`${sql.ref(model.name === 'notices' ? 'n.pk' : 'r.notice_pk')} in (${issued})`;
}

function signedBy(organ: string): RawBuilder<boolean> {
  return sql`exists (select 1 from notices_issuers_rows as c where c.record_pk = n.pk and ${contains(sql.ref('c.value'), organ)})`;
}
