import type { Child } from 'hono/jsx';
import type { Total } from '../../../output/index.js';
import { Figure, observationsOfTable, sourceOf } from '../../charts/index.js';
import { askedFilter } from '../../filters.js';
import { readFilters } from '../filters.js';
import type { Page } from '../layout.js';
import { filesOf, listPage } from '../list.js';
import { observationList } from '../lists/observations.js';
import { Files, Nothing } from '../parts/foot.js';
import { Filter } from '../parts/form.js';
import { RecordLink } from '../parts/records.js';
import { Table, type Column } from '../parts/table.js';
import type { View } from '../view.js';
import { field, typeName } from '../words.js';
import { figuresOf, MOST_FIGURES, pivot, type Pivot } from './pivot.js';

/** The figures of all other tables: which tables there are, one of them put together, or a list of figures. */
export async function observationsPage(v: View): Promise<Page> {
  const filters = readFilters('observations', v.query);
  if (v.query.get('view') === 'list') return listPage(v, observationList);
  if (filters.table !== undefined) return tablePage(v, filters.table);
  return Object.keys(filters).length > 0 ? listPage(v, observationList) : tablesPage(v);
}

const TABLES = 300;

async function tablesPage(v: View): Promise<Page> {
  const title = v.say(typeName('observations'));
  const totals = await v.store.totals('observations', { once: true }, ['table'], { limit: TABLES });
  const columns: Column<Total>[] = [
    {
      head: field('table'),
      kind: 'wide',
      cell: ({ values: [table] }) =>
        typeof table === 'string' ? (
          <a href={v.href('/observations', { table })}>{table}</a>
        ) : (
          <a href={v.href('/observations', { view: 'list' })}>
            {v.say({ zh: '（没有标题的表）', en: '(tables without a title)' })}
          </a>
        ),
    },
    { head: { zh: '数据', en: 'Figures' }, kind: 'number', cell: ({ count }) => count.toLocaleString('en') },
  ];
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <p class="about">
          {v.say({
            zh: '表格中的数据。选择一张表，把它还原成行列并作图；或按指标、地区、年份查找单个数据。',
            en: 'The figures of tables. Choose a table to see it put together and drawn, or look figures up by indicator, area and year.',
          })}
        </p>
        <Filter v={v} form={{ action: '/observations', fields: observationList.fields, filters: {} }} />
        {totals.length === 0 ? (
          <Nothing
            what={v.say({ zh: '库中还没有指标数据。', en: 'The store has no figures yet.' })}
            hint={v.say({ zh: '有数据表的公文入库后会列在这里。', en: 'They come with notices that have tables of figures.' })}
          />
        ) : (
          Table(v, { caption: title, columns, rows: totals })
        )}
      </>
    ),
  };
}

async function tablePage(v: View, table: string): Promise<Page> {
  const filters = readFilters('observations', v.query);
  const { filter } = await askedFilter(filters, v.store, v.site.resolver);
  const figures = await figuresOf(v.store, filter);
  const put = pivot(figures);
  const chart = await observationsOfTable(sourceOf(v.site, v.lang), filter);
  return {
    title: table,
    section: '/observations',
    crumbs: [{ title: v.say(typeName('observations')), href: '/observations' }],
    body: (
      <>
        <h1>{table}</h1>
        <Filter v={v} form={{ action: '/observations', fields: observationList.fields, filters }} />
        {figures.length === 0 ? (
          <Nothing
            what={v.say({ zh: '这张表中没有符合条件的数据。', en: 'The table has no such figure.' })}
            hint={v.say({
              zh: '表名须完整；请从全部表格中选择。',
              en: 'Titles are given in full: choose the table from the list of all.',
            })}
          />
        ) : (
          <>
            <div class="count">
              <p>
                {v.say({
                  zh: `${put.rows.length} 行，${put.columns.length} 列`,
                  en: `${put.rows.length} rows, ${put.columns.length} columns`,
                })}
                {figures.length < MOST_FIGURES ? null : (
                  <small>
                    {v.say({
                      zh: `（只列前 ${MOST_FIGURES} 个数据，请加条件）`,
                      en: ` (the first ${MOST_FIGURES} figures only; filter them)`,
                    })}
                  </small>
                )}
                {' · '}
                <a href={v.href('/observations', { ...filters, view: 'list' })}>{v.say({ zh: '逐条列出', en: 'as a list' })}</a>
              </p>
              <Files v={v} files={filesOf('observations', { filters, sort: undefined, limit: 500 }, v)} />
            </div>
            {pivotTable(v, put, table)}
            <Figure chart={chart} address={v.href('/charts/observations.svg', filters)} lang={v.lang} />
          </>
        )}
      </>
    ),
  };
}

/** The table as people know it; each figure leads to its words. */
function pivotTable(v: View, { rows, columns }: Pivot, caption: string): Child {
  const all: Column<Pivot['rows'][number]>[] = [
    { head: field('area'), kind: 'label', cell: ({ name }) => name },
    ...columns.map(({ name }, i): Column<Pivot['rows'][number]> => ({
      head: { zh: name, en: name },
      kind: 'number',
      cell: ({ cells }) =>
        (cells[i] ?? []).map((one) => (
          <div>
            <RecordLink v={v} record={one}>
              {one.value_text}
            </RecordLink>
          </div>
        )),
    })),
  ];
  return Table(v, { caption, columns: all, rows });
}
