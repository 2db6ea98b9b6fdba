import type { Gazetteer } from '../corpus/gazetteer.js';
import type { Resolver } from '../names/index.js';
import type { Store } from '../output/index.js';
import type { Exports } from './exports.js';
import type { Metrics } from './metrics.js';

export const LANGS = ['zh', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A word or sentence of the interface in both languages. */
export type Text = Readonly<Record<Lang, string>>;

/** How a site is set up. */
export interface SiteSettings {
  /** what stands before every path, for a reverse proxy: `/gongbao`, or empty */
  basePath: string;
  /** the word that every request must bring, null where anybody may ask */
  token: string | null;
  /** folders that the notices were ingested from: originals are served from them, where the bytes are still the same */
  originals: readonly string[];
  /** the language of pages where the browser does not say */
  lang: Lang;
  /** of the program, for `/api/v1/health` and the OpenAPI document */
  version: string;
  /** names that a request may call this computer by (`Host`), without a port; any where it is left out */
  hosts?: readonly string[] | null;
}

/** What the pages and the API stand on: one store, opened for reading once in each language, and what names mean. */
export interface Site {
  stores: Readonly<Record<Lang, Store>>;
  /** the same store once more, for what takes long, so that short questions need not wait; `stores` where it is left out */
  streams?: Readonly<Record<Lang, Store>>;
  resolver: Resolver;
  /** what the resolver looks names up in; the one that comes with the program where it is left out */
  gazetteer?: Gazetteer;
  settings: SiteSettings;
  /** the day that “overdue” is counted from, as an ISO date in the time zone of the server */
  today(): string;
  /** hears one entry for each request that was answered */
  log(entry: RequestLog): void;
  /** are the pages that show totals over the whole store worked out? Left out where nobody sees to it */
  ready?(): boolean;
  /** hears of what went wrong in the program itself; the answer does not tell it */
  failed?(error: unknown): void;
}

/** One answered request, as the log has it: nothing that a user has typed but the path. */
export interface RequestLog {
  time: string;
  method: string;
  path: string;
  status: number;
  /** milliseconds until the answer began */
  ms: number;
}

/** What every request knows. */
export interface Env {
  Variables: {
    site: Site;
    /** what a server counts of itself */
    metrics: Metrics;
    /** the files that are on their way out */
    exports: Exports;
    /** the address as its definition has it, with names for its parts; for counting */
    route?: string;
    /** nobody waits for the answer any more */
    givenUp?: boolean;
    /** the Content-Security-Policy of this answer, where it has one of its own */
    policy?: string;
  };
}
