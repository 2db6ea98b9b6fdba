import type { Child } from 'hono/jsx';
import type { Text } from '../../site.js';
import { queryOf, type View } from '../view.js';

/** A column of a table of records. */
export interface Column<R> {
  head: Text;
  /** the field that its head sorts by */
  sort?: string;
  /** sorted from the largest first when chosen */
  largestFirst?: boolean;
  /** `number` stands to the right, `wide` has the room that is left, `label` room for a name, `tight` does not break */
  kind?: 'number' | 'wide' | 'tight' | 'label';
  cell: (record: R) => Child;
}

export interface TableOf<R> {
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  /** what the rows are sorted by now, as the address has it */
  sort?: string | undefined;
  /** the column that names the row */
  named?: number;
}

/** A table of records that scrolls in itself where it is wider than the page. */
export function Table<R>(v: View, { caption, columns, rows, sort, named = 0 }: TableOf<R>): Child {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={caption}>
      <table class="records">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.kind} aria-sort={sortedBy(column, sort)}>
                {column.sort === undefined ? v.say(column.head) : <a href={sortHref(v, column, sort)}>{v.say(column.head)}</a>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column, i) =>
                i === named ? (
                  <th scope="row" class={column.kind}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td class={column.kind}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sortedBy({ sort: own }: Pick<Column<never>, 'sort'>, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (own === undefined || sort === undefined) return undefined;
  if (sort === own) return 'ascending';
  return sort === `-${own}` ? 'descending' : undefined;
}

/** The same list sorted by the column; chosen once more the other way round. */
function sortHref(
  v: View,
  { sort: own = '', largestFirst }: Pick<Column<never>, 'sort' | 'largestFirst'>,
  sort: string | undefined,
): string {
  const [first, second] = largestFirst ? [`-${own}`, own] : [own, `-${own}`];
  return sameWith(v, { sort: sort === first ? second : first, cursor: null });
}

/** This address with some of its query changed. */
export function sameWith(v: View, changes: Readonly<Record<string, string | number | null>>): string {
  return `${v.href(v.path)}${queryOf({ ...Object.fromEntries(v.query), lang: null, ...changes })}`;
}
