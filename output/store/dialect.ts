import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver as KyselyDriver,
  type Expression,
  type QueryResult,
  type RawBuilder,
} from 'kysely';
import type { Driver, Row } from './driver.js';

/** Tables and columns are derived from the schemas at run time, so the query builder knows them by name only. */
export type Tables = Record<string, Row>;
export type Db = Kysely<Tables>;

/** A query builder that runs on a driver, or, without one, only compiles. */
export function queryBuilder(driver: Driver | null): Db {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => (driver ? new DriverBridge(driver) : new DummyDriver()),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** Lets Kysely run its queries on our driver. Transactions are the driver's own business, see `Driver.transaction`. */
class DriverBridge implements KyselyDriver {
  private readonly connection: DatabaseConnection;

  constructor(driver: Driver) {
    this.connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        // Kysely types rows by the query; what the driver gives is what the query asked for.
        return { rows: (await driver.all(query.sql, query.parameters)) as R[] };
      },
      streamQuery() {
        throw new Error('streaming is done by pages');
      },
    };
  }

  init = (): Promise<void> => Promise.resolve();
  acquireConnection = (): Promise<DatabaseConnection> => Promise.resolve(this.connection);
  beginTransaction = (): Promise<void> => Promise.reject(new Error('use Driver.transaction'));
  commitTransaction = (): Promise<void> => Promise.reject(new Error('use Driver.transaction'));
  rollbackTransaction = (): Promise<void> => Promise.reject(new Error('use Driver.transaction'));
  releaseConnection = (): Promise<void> => Promise.resolve();
  destroy = (): Promise<void> => Promise.resolve();
}

// What SQLite says in its own way; PostgreSQL's words would stand beside these.

// Ordered within a subquery: an order inside the aggregate would keep every SQLite older than 3.44 from opening the file.

/** `[a, b, …]` as JSON text, of the rows of `from` in the order of `orderBy`; items are texts or, with `json`, JSON. */
export function jsonArray(
  item: Expression<unknown>,
  from: RawBuilder<unknown>,
  orderBy: RawBuilder<unknown>,
  kind: 'text' | 'json' = 'text',
): RawBuilder<string> {
  const value = kind === 'json' ? sql`json(x.item)` : sql`x.item`;
  return sql`(select json_group_array(${value}) from (select ${item} as item ${from} order by ${orderBy}) as x)`;
}

/** `{"name": value, …}` as JSON. */
export function jsonObject(fields: [name: string, value: Expression<unknown>][]): RawBuilder<string> {
  return sql`json_object(${sql.join(fields.flatMap(([name, value]) => [sql.lit(name), value]))})`;
}

/** A JSON true or false from an INTEGER 1 or 0. */
export function jsonBoolean(value: Expression<unknown>): RawBuilder<string> {
  return sql`json(case when ${value} then 'true' else 'false' end)`;
}

/** The texts of the rows of `from` joined by `separator`, in the order of `orderBy`. */
export function joined(
  text: Expression<unknown>,
  separator: string,
  from: RawBuilder<unknown>,
  orderBy: RawBuilder<unknown>,
): RawBuilder<string> {
  return sql`(select group_concat(x.item, ${sql.lit(separator)}) from (select ${text} as item ${from} order by ${orderBy}) as x)`;
}

/** The last day of a date given to the year, the month or the day. */
export function lastDay(date: Expression<unknown>): RawBuilder<string> {
  return sql`case length(${date}) when 4 then ${date} || '-12-31' when 7 then date(${date} || '-01', '+1 month', '-1 day') else ${date} end`;
}

/** Whether a text holds `part`, upper or lower case. */
export function contains(text: Expression<unknown>, part: string): RawBuilder<boolean> {
  return sql`${text} like ${`%${part.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
}
