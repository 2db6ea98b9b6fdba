import type { Child } from 'hono/jsx';
import type { RecordFilter, RecordOf } from '../../output/index.js';
import type { RecordTypeName } from '../../schemas/index.js';
import type { Text } from '../site.js';
import type { AskedUnit } from '../../questions/index.js';
import { askedFilter, type FilterName, type Filters } from '../filters.js';
import { readFilters } from './filters.js';
import type { Page } from './layout.js';
import { noticesOf, type NoticeHead } from './notice-heads.js';
import { readPage } from './paging.js';
import { answerFiles, Files, Nothing, Pager, type FileLink } from './parts/foot.js';
import { Filter, type Choice, type FilterForm } from './parts/form.js';
import { Table, type Column } from './parts/table.js';
import type { View } from './view.js';
import { typeName } from './words.js';

/** What a page of a list has at hand. */
export interface Listed<T extends RecordTypeName> {
  records: RecordOf[T][];
  next: string | null;
  total: number;
  filters: Filters;
  filter: RecordFilter;
  unit: AskedUnit | null;
  sort: string | undefined;
  limit: number;
  /** the notices of the records, by id */
  notices: ReadonlyMap<string, NoticeHead>;
}

/** How a record type is listed. */
export interface ListSpec<T extends RecordTypeName> {
  type: T;
  /** one or two sentences under the title */
  about: Text;
  /** filters in the order of the form */
  fields: readonly FilterName[];
  /** the order unless the address says: largest or latest first, as people look for it */
  sort?: string;
  sorts?: readonly [sort: string, name: Text][];
  choices?: (v: View) => Promise<Partial<Record<FilterName, readonly Choice[]>>>;
  columns: (v: View, listed: Listed<T>) => readonly Column<RecordOf[T]>[];
  /** the column that names the row */
  named?: number;
  /** what stands between the filters and the list: totals, charts */
  above?: (v: View, listed: Listed<T>) => Promise<Child>;
}

/** One page of a list with its filters, totals and files. */
export async function listPage<T extends RecordTypeName>(v: View, spec: ListSpec<T>): Promise<Page> {
  const listed = await load(v, spec);
  const [choices, above] = await Promise.all([spec.choices?.(v), spec.above?.(v, listed)]);
  const { sort, limit, filters } = listed;
  const form: FilterForm = {
    action: `/${spec.type}`,
    fields: spec.fields,
    filters,
    sort,
    limit,
    ...(choices ? { choices } : {}),
    ...(spec.sorts ? { sorts: spec.sorts } : {}),
  };
  const title = v.say(typeName(spec.type));
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <p class="about">{v.say(spec.about)}</p>
        <Filter v={v} form={form} />
        {above}
        {records(v, spec, listed, title)}
      </>
    ),
  };
}

/** The records that the address asks for, with their notices. */
export async function load<T extends RecordTypeName>(
  v: View,
  { type, sort }: Pick<ListSpec<T>, 'type' | 'sort'>,
): Promise<Listed<T>> {
  const filters = readFilters(type, v.query);
  const page = readPage(v.query, sort);
  const { filter, unit } = await askedFilter(filters, v.store, v.site.resolver);
  const [{ records, next }, total] = await Promise.all([v.store.page(type, filter, page), v.store.count(type, filter)]);
  const notices = await noticesOf(v.store, type === 'notices' ? [] : records.map(noticeIdOf));
  return { records, next, total, filters, filter, unit, sort: page.sort, limit: page.limit, notices };
}

const noticeIdOf = (record: object): string | null =>
  'notice_id' in record && typeof record.notice_id === 'string' ? record.notice_id : null;

function records<T extends RecordTypeName>(v: View, spec: ListSpec<T>, listed: Listed<T>, title: string): Child {
  const { total, records, next, sort } = listed;
  if (total === 0) return <NothingFound v={v} filtered={Object.keys(listed.filters).length > 0} />;
  const columns = spec.columns(v, listed);
  return (
    <>
      <div class="count">
        <p>{v.say({ zh: `共 ${total.toLocaleString('en')} 条`, en: `${total.toLocaleString('en')} in all` })}</p>
        <Files v={v} files={filesOf(spec.type, listed, v)} />
      </div>
      {Table(v, { caption: title, columns, rows: records, sort, ...(spec.named === undefined ? {} : { named: spec.named }) })}
      <Pager v={v} next={next} />
    </>
  );
}

/**
 * The same records from the API: this page as JSON; all that the filters leave as tables, or, where the address says how many, the first
 * so many in their order.
 */
export function filesOf(
  type: RecordTypeName,
  { filters, sort, limit }: Pick<Listed<RecordTypeName>, 'filters' | 'sort' | 'limit'>,
  v: View,
): FileLink[] {
  const first = (v.query.get('limit') ?? '') !== '' && !v.query.has('cursor');
  const page = { ...filters, sort, limit, cursor: v.query.get('cursor') };
  return answerFiles(`/api/v1/${type}`, page, { params: { ...filters, sort, limit: first ? limit : null } });
}

const NothingFound = ({ v, filtered }: { v: View; filtered: boolean }) => (
  <Nothing
    what={v.say({ zh: '没有符合条件的记录。', en: 'Nothing is like that.' })}
    hint={
      filtered
        ? v.say({
            zh: '请减少条件，或换一种写法（如用简称、只写地名）；也可在页首搜索原文。',
            en: 'Leave out a filter, or write it another way; or search the texts at the head of the page.',
          })
        : v.say({
            zh: '库中还没有这类记录：先用 gongbao ingest 把公文入库。',
            en: 'The store has none of these yet: put notices into it with gongbao ingest.',
          })
    }
  />
);

/** Values of a field that occur, the most frequent first, for a select. */
export async function choicesOf(v: View, type: RecordTypeName, by: string, limit = 60): Promise<Choice[]> {
  const totals = await v.store.totals(type, { once: true }, [by], { limit });
  return totals.flatMap(({ values: [value], count }) =>
    value === null || value === undefined ? [] : [{ value: String(value), name: String(value), count }],
  );
}
