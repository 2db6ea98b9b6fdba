import type { Child, FC } from 'hono/jsx';
import type { Total } from '../../../output/index.js';
import { Figure, observationsOfTable, sourceOf } from '../../charts/index.js';
import { askedFilter } from '../../filters.js';
import { readFilters } from '../filters.js';
import type { Page } from '../layout.js';
import { filesOf, listPage } from '../list.js';
import { observationList } from '../lists/observations.js';
import { answerFiles, Files, Nothing } from '../parts/foot.js';
import { Filter, Labelled } from '../parts/form.js';
import { RecordLink } from '../parts/records.js';
import { Table, type Column } from '../parts/table.js';
import type { View } from '../view.js';
import { field, typeName } from '../words.js';
import { DIMENSIONS, figuresOf, MOST_FIGURES, pivot, type Dimension, type Laid, type Pivot } from './pivot.js';

/** The figures of all other tables: which tables there are, one of them put together, or a list of figures. */
export async function observationsPage(v: View): Promise<Page> {
  const filters = readFilters('observations', v.query);
  if (v.query.get('view') === 'list') return listPage(v, observationList);
  if (filters.table !== undefined) return tablePage(v, filters.table);
  return Object.keys(filters).length > 0 ? listPage(v, observationList) : tablesPage(v);
}

const TABLES = 300;
const TOTALS = '/api/v1/totals/observations';

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
          <>
            <Files v={v} files={answerFiles(TOTALS, { by: 'table', once: 1, limit: TABLES })} />
            {Table(v, { caption: title, columns, rows: totals })}
          </>
        )}
      </>
    ),
  };
}

async function tablePage(v: View, table: string): Promise<Page> {
  const filters = readFilters('observations', v.query);
  const laid = readLaid(v);
  const { filter } = await askedFilter(filters, v.store, v.site.resolver);
  const figures = await figuresOf(v.store, filter);
  const cut = figures.length === MOST_FIGURES;
  const [total, chart] = await Promise.all([
    cut ? v.store.count('observations', { ...filter, once: true }) : figures.length,
    observationsOfTable(sourceOf(v.site, v.lang), filter, { rows: laid.rows, ...(laid.columns && { columns: laid.columns }) }),
  ]);
  const put = pivot(figures, laid);
  const drawn = v.href('/charts/observations.svg', { ...filters, rows: laid.rows, columns: laid.columns });
  return {
    title: table,
    section: '/observations',
    crumbs: [{ title: v.say(typeName('observations')), href: '/observations' }],
    body: (
      <>
        <h1>{table}</h1>
        <Filter
          v={v}
          form={{ action: '/observations', fields: observationList.fields, filters, more: <Turn v={v} laid={laid} /> }}
        />
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
            {cut ? <Cut v={v} total={total} /> : null}
            <div class="count">
              <p>
                {v.say({
                  zh: `${put.rows.length} 行，${put.columns.length} 列`,
                  en: `${put.rows.length} rows, ${put.columns.length} columns`,
                })}
                {' · '}
                <a href={v.href('/observations', { ...filters, view: 'list' })}>{v.say({ zh: '逐条列出', en: 'as a list' })}</a>
              </p>
              <Files v={v} files={filesOf('observations', { filters, sort: undefined, limit: 500 }, v)} />
            </div>
            {pivotTable(v, put, laid, table)}
            <Figure chart={chart} address={drawn} lang={v.lang} />
          </>
        )}
      </>
    ),
  };
}

/** How the address wants the table laid out: places down the side unless it says. */
function readLaid(v: View): Laid {
  const asked = (name: string): Dimension | null => DIMENSIONS.find((one) => one === v.query.get(name)) ?? null;
  const [rows, columns] = [asked('rows') ?? (asked('columns') === 'area' ? 'indicator' : 'area'), asked('columns')];
  return { rows, columns: columns === rows ? null : columns };
}

/** What stands in rows and columns, to choose. */
const Turn: FC<{ v: View; laid: Laid }> = ({ v, laid }) => {
  const option = (value: string, name: string, chosen: boolean) => (
    <option value={value} selected={chosen}>
      {name}
    </option>
  );
  return (
    <>
      <Labelled id="f-rows" label={v.say({ zh: '行', en: 'Rows' })}>
        <select id="f-rows" name="rows">
          {DIMENSIONS.map((one) => option(one === 'area' ? '' : one, v.say(field(one)), one === laid.rows))}
        </select>
      </Labelled>
      <Labelled id="f-columns" label={v.say({ zh: '列', en: 'Columns' })}>
        <select id="f-columns" name="columns">
          {option('', v.say({ zh: '其余各项', en: 'all else' }), laid.columns === null)}
          {DIMENSIONS.map((one) => option(one, v.say(field(one)), one === laid.columns))}
        </select>
      </Labelled>
    </>
  );
};

/** The table is larger than a page: how to have the rest. */
const Cut: FC<{ v: View; total: number }> = ({ v, total }) => (
  <p class="warn">
    {v.say({
      zh: `本表共有 ${total.toLocaleString('en')} 个数据，本页只列前 ${MOST_FIGURES.toLocaleString('en')} 个。请用公文、地区、指标或年份缩小范围；需要全部数据请下载 CSV 或 XLSX。`,
      en: `The table has ${total.toLocaleString('en')} figures; this page puts the first ${MOST_FIGURES.toLocaleString('en')} together. Narrow it by a notice, area, indicator or year; CSV and XLSX have them all.`,
    })}
  </p>
);

/** The table as people know it; each figure leads to its words. */
function pivotTable(v: View, { rows, columns }: Pivot, laid: Laid, caption: string): Child {
  const all: Column<Pivot['rows'][number]>[] = [
    { head: field(laid.rows), kind: 'label', cell: ({ name }) => name },
    ...columns.map((name, i): Column<Pivot['rows'][number]> => ({
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
