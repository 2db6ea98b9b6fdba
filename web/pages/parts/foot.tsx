import type { FC } from 'hono/jsx';
import { queryOf, type Params, type View } from '../view.js';
import { sameWith } from './table.js';

export interface FileLink {
  name: string;
  /** address without the base path */
  path: string;
  params: Params;
}

/** Links to what the page shows for programs and spreadsheets. */
export const Files: FC<{ v: View; files: readonly FileLink[] }> = ({ v, files }) => (
  <p class="files">
    <span>{v.say({ zh: '下载：', en: 'As files: ' })}</span>
    {files.map(({ name, path, params }) => (
      <a href={`${v.href(path)}${queryOf({ ...params, lang: v.lang })}`}>{name}</a>
    ))}
  </p>
);

/** An answer of the API as JSON and as tables, which may stand elsewhere (with an ending) and take other parameters: all of it, not a page. */
export const answerFiles = (path: string, params: Params = {}, table: { path?: string; params?: Params } = {}): FileLink[] => [
  { name: 'JSON', path, params },
  ...['csv', 'xlsx'].map((ending) => ({
    name: ending.toUpperCase(),
    path: `${table.path ?? path}.${ending}`,
    params: table.params ?? params,
  })),
];

/** Where the list goes on. */
export const Pager: FC<{ v: View; next: string | null }> = ({ v, next }) => {
  const later = v.query.has('cursor');
  if (next === null && !later) return null;
  return (
    <nav class="pager" aria-label={v.say({ zh: '翻页', en: 'Pages' })}>
      {later ? <a href={sameWith(v, { cursor: null })}>{v.say({ zh: '第一页', en: 'First page' })}</a> : null}
      {next === null ? (
        <span>{v.say({ zh: '已到末页', en: 'This is the end' })}</span>
      ) : (
        <a href={sameWith(v, { cursor: next })} rel="next">
          {v.say({ zh: '下一页', en: 'Next page' })} →
        </a>
      )}
    </nav>
  );
};

/** Nothing to show, and what to do about it. */
export const Nothing: FC<{ what: string; hint: string }> = ({ what, hint }) => (
  <div class="nothing" role="status">
    <p>{what}</p>
    <p>{hint}</p>
  </div>
);
