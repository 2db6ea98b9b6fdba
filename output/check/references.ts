import { ALL_LINK_MODELS, ALL_MODELS, isList, type Field, type Model } from '../model.js';
import type { Driver } from '../store/driver.js';
import { linkTableNames, listRows, recordTableNames, rowsOf } from '../store/tables.js';
import type { Fault } from './fault.js';
import { rowsFound } from './rows.js';

/** Notices are called by their identity, and equal ones are told apart by their order: see `assignIds`. */
export async function* noticeIds(driver: Driver): AsyncGenerator<Fault> {
  const wrong = `select path, id, due from (
      select i.path, n.id, n.identity || case row_number() over equals when 1 then '' else '~' || row_number() over equals end as due
      from notices_rows as n join inputs as i on i.pk = n.input_pk
      window equals as (partition by n.identity order by i.path, n.sort_no)) where id is not due`;
  for (const { path, id, due } of await rowsFound(driver, wrong))
    yield { code: 'notice_id', path: String(path), at: String(id), detail: String(due) };
}

/** The items of lists stand at places without gaps from 0. */
export async function* lists(driver: Driver): AsyncGenerator<Fault> {
  const tables = new Set([...recordTableNames(), ...linkTableNames()]);
  for (const model of [...ALL_MODELS, ...ALL_LINK_MODELS]) {
    for (const field of model.fields.filter(isList)) {
      const table = listRows(model, field);
      if (!tables.has(table)) continue;
      const gaps = `select record_pk from "${table}" group by record_pk having min(position) <> 0 or max(position) + 1 <> count(*)`;
      for (const { record_pk } of await rowsFound(driver, gaps))
        yield { ...(await placeOf(driver, model, record_pk)), code: 'list', detail: field.name };
    }
  }
}

/** Path and public id of a record by its internal key. */
async function placeOf(driver: Driver, model: Model, pk: unknown): Promise<Pick<Fault, 'path' | 'at'>> {
  const isLink = ALL_LINK_MODELS.some(({ name }) => name === model.name);
  const own = isLink ? `select null as path, id from "${rowsOf(model)}" where pk = ?` : PLACES(model);
  const row = await driver.get(own, [pk]);
  return { path: typeof row?.path === 'string' ? row.path : null, at: `${model.name} ${String(row?.id ?? pk)}` };
}

const PLACES = (model: Model): string =>
  model.name === 'notices'
    ? `select i.path, n.id from notices_rows as n join inputs as i on i.pk = n.input_pk where n.pk = ?`
    : `select i.path, coalesce(n.id, i.path_id) || ':' || r.key as id from "${rowsOf(model)}" as r
       join inputs as i on i.pk = r.input_pk left join notices_rows as n on n.pk = r.notice_pk where r.pk = ?`;

/** What the pass over the whole store made leads to notices and records that are there. */
export async function* links(driver: Driver): AsyncGenerator<Fault> {
  for (const model of ALL_LINK_MODELS) {
    const lists = model.fields.filter(isList).map((field) => ({
      from: `"${listRows(model, field)}" as c join "${rowsOf(model)}" as r on r.pk = c.record_pk`,
      of: 'c',
      fields: field.items ?? [],
    }));
    for (const { from, of, fields } of [{ from: `"${rowsOf(model)}" as r`, of: 'r', fields: model.fields }, ...lists]) {
      for (const field of fields) yield* dangling(driver, model, field, from, of);
    }
  }
}

async function* dangling(driver: Driver, model: Model, field: Field, from: string, of: string): AsyncGenerator<Fault> {
  const target = field.marks.references;
  if (target === undefined) return;
  const id = `${of}."${field.name}"`;
  // By the notice's id and the record's key, each of which has an index.
  const there =
    target === 'notices'
      ? `select 1 from notices_rows as t where t.id = ${id}`
      : `select 1 from notices_rows as n join "${target}_rows" as t on t.notice_pk = n.pk
         where n.id = substr(${id}, 1, instr(${id}, ':') - 1) and t.key = substr(${id}, instr(${id}, ':') + 1)`;
  const lost = `select r.id as id, ${id} as target from ${from} where not exists (${there}) order by r.id`;
  for (const row of await rowsFound(driver, lost)) {
    yield { code: 'link', path: null, at: `${model.name} ${String(row.id)}`, detail: `${target} ${String(row.target)}` };
  }
}
