import type { Child, FC } from 'hono/jsx';
import type { Text } from '../site.js';
import { queryOf, type View } from './view.js';

/** What a page is made of beside the frame. */
export interface Page {
  title: string;
  body: Child;
  /** pages above this one, the outermost first */
  crumbs?: readonly { title: string; href: string }[];
  status?: 200 | 400 | 404 | 500 | 503;
  /** the way to the page in the navigation, where it is not the path */
  section?: string;
}

const SECTIONS: readonly [path: string, name: Text][] = [
  ['/obligations', { zh: '任务', en: 'Tasks' }],
  ['/notices', { zh: '公文', en: 'Notices' }],
  ['/clusters', { zh: '产业集群', en: 'Clusters' }],
  ['/ratings', { zh: '评价', en: 'Grades' }],
  ['/targets', { zh: '目标', en: 'Targets' }],
  ['/projects', { zh: '项目', en: 'Projects' }],
  ['/observations', { zh: '指标数据', en: 'Figures' }],
  ['/findings', { zh: '核查', en: 'Checks' }],
  ['/unresolved', { zh: '未定名称', en: 'Open names' }],
];

/** The frame of every page. */
export const Layout: FC<{ v: View; page: Page }> = ({ v, page }) => (
  <html lang={v.lang === 'zh' ? 'zh-CN' : 'en'}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${page.title} · gongbao 公报`}</title>
      <link rel="stylesheet" href={v.href('/assets/style.css')} />
      <link rel="icon" href={v.href('/assets/icon.svg')} />
      <script src={v.href('/assets/client.js')} defer></script>
    </head>
    <body>
      <a class="skip" href="#main">
        {v.say({ zh: '跳到正文', en: 'Skip to content' })}
      </a>
      <Head v={v} page={page} />
      <main id="main" tabindex={-1}>
        <Crumbs v={v} page={page} />
        {page.body}
      </main>
      <footer class="foot">
        <p>
          {v.say({
            zh: '由 gongbao 从公文原文自动读出，每条记录都可回到原文；请以原文为准。',
            en: 'Read from the notices by gongbao; every record leads back to its words. The notice itself is what counts.',
          })}
        </p>
        <p>
          <a href={v.href('/docs')}>{v.say({ zh: '接口说明', en: 'API' })}</a>
        </p>
      </footer>
    </body>
  </html>
);

const Head: FC<{ v: View; page: Page }> = ({ v, page }) => (
  <header class="head">
    <div class="bar">
      <a class="brand" href={v.href('/')}>
        <strong>公报</strong> gongbao
      </a>
      {v.path === '/' || v.path === '/search' ? null : (
        <form class="find" action={v.href('/search')} role="search">
          <input
            type="search"
            name="q"
            maxlength={200}
            aria-label={v.say({ zh: '搜索全部公文和记录', en: 'Search all notices and records' })}
            placeholder={v.say({ zh: '搜索', en: 'Search' })}
          />
          <button>{v.say({ zh: '搜索', en: 'Search' })}</button>
        </form>
      )}
      <Languages v={v} />
    </div>
    <nav class="sections" aria-label={v.say({ zh: '栏目', en: 'Sections' })}>
      <ul>
        {SECTIONS.map(([path, name]) => (
          <li>
            <a href={v.href(path)} aria-current={path === (page.section ?? v.path) ? 'page' : undefined}>
              {v.say(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </header>
);

/** The same address in the other language. */
const Languages: FC<{ v: View }> = ({ v }) => {
  const [other, name] = v.lang === 'zh' ? (['en', 'English'] as const) : (['zh', '中文'] as const);
  const query = queryOf({ ...Object.fromEntries(v.query), lang: other });
  return (
    <a class="language" href={`${v.href(v.path)}${query}`} lang={other === 'zh' ? 'zh-CN' : 'en'} hreflang={other} rel="nofollow">
      {name}
    </a>
  );
};

const Crumbs: FC<{ v: View; page: Page }> = ({ v, page }) =>
  page.crumbs === undefined ? null : (
    <nav class="crumbs" aria-label={v.say({ zh: '位置', en: 'Breadcrumbs' })}>
      <ol>
        {[{ title: v.say({ zh: '概览', en: 'Overview' }), href: '/' }, ...page.crumbs].map(({ title, href }) => (
          <li>
            <a href={v.href(href)}>{title}</a>
          </li>
        ))}
        <li aria-current="page">{page.title}</li>
      </ol>
    </nav>
  );
