import { accepts } from 'hono/accepts';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Store } from '../../output/index.js';
import { LANGS, type Env, type Lang, type Site, type Text } from '../site.js';

/** What stands behind the question mark of an address; what is empty is left out. */
export type Params = Readonly<Record<string, string | number | null | undefined>>;

/** What every page knows of the request that it answers. */
export interface View {
  site: Site;
  /** the store in the language of the page */
  store: Store;
  lang: Lang;
  /** the address without the base path and without its query */
  path: string;
  query: URLSearchParams;
  say(text: Text): string;
  /** an address of the site, with the base path */
  href(path: string, params?: Params): string;
}

const COOKIE = 'lang';
const YEAR = 365 * 24 * 3600;

/** Reads the request. A language that the address asks for is remembered in a cookie. */
export function viewOf(c: Context<Env>): View {
  const site = c.get('site');
  const { basePath } = site.settings;
  const { pathname, searchParams } = new URL(c.req.url);
  const asked = LANGS.find((lang) => lang === searchParams.get('lang'));
  if (asked !== undefined && asked !== getCookie(c, COOKIE))
    setCookie(c, COOKIE, asked, { path: basePath || '/', sameSite: 'Lax', httpOnly: true, maxAge: YEAR });
  const lang = asked ?? LANGS.find((known) => known === getCookie(c, COOKIE)) ?? accepted(c, site.settings.lang);
  return {
    site,
    store: site.stores[lang],
    lang,
    path: pathname.startsWith(basePath) ? pathname.slice(basePath.length) || '/' : pathname,
    query: searchParams,
    say: (text) => text[lang],
    href: (path, params) => `${basePath}${path}${queryOf(params ?? {})}`,
  };
}

function accepted(c: Context<Env>, otherwise: Lang): Lang {
  const match = accepts(c, {
    header: 'Accept-Language',
    supports: ['zh', 'zh-CN', 'zh-Hans', 'en', 'en-US', 'en-GB'],
    default: otherwise,
  });
  return match.startsWith('en') ? 'en' : 'zh';
}

/** `?a=1&b=2`, or nothing. */
export function queryOf(params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') search.append(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** The part of a record's id that is its own; it names the record inside the page of its notice. */
export function anchorOf(recordId: string): string {
  return recordId.slice(recordId.indexOf(':') + 1);
}

/** Where a record stands marked in its notice. */
export function recordPath(noticeId: string, recordId: string): string {
  return `${noticePath(noticeId)}#m-${anchorOf(recordId)}`;
}

export const noticePath = (id: string): string => `/notices/${encodeURIComponent(id)}`;
