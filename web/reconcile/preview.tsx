import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { loadGazetteer } from '../../corpus/gazetteer.js';
import { entityOf, type Entity } from '../../questions/index.js';
import { notFound } from '../api/errors.js';
import { common } from '../api/parameters.js';
import { fileRoute, type Route } from '../api/route.js';
import { levelName } from '../pages/words.js';
import type { Lang } from '../site.js';
import { fetchedName, typeOf } from './vocabulary.js';

/** The frame that a client shows it in, in CSS pixels. */
export const PREVIEW = { width: 380, height: 190 } as const;
const HTML = 'text/html; charset=UTF-8';
/** It stands in a frame on pages of other sites: it has no script, no form, and a style of its own only. */
const POLICY = "default-src 'none'; style-src 'self'; frame-ancestors *";

/** A small page about a park, place or organ (Reconciliation Service API 0.2, section 4.6): what the gazetteer knows, nothing of the store. */
export function previewRoute(at: string, name: string): Route {
  return fileRoute({
    tag: 'reconciliation',
    path: `${at}/preview/{id}`,
    operation: `${name}Preview`,
    summary: 'A small page about a park, place or organ, to be shown in a frame',
    params: z.object({ id: z.string().describe('gazetteer id') }),
    query: z.object(common),
    errors: [404],
    open: true,
    cached: false,
    answer: { types: [HTML], description: 'the page' },
    handle({ c, site, lang, params: { id } }) {
      const entity = entityOf(id, site.gazetteer ?? loadGazetteer(), site.resolver);
      if (entity === null) throw notFound('The gazetteer knows no such id.', 'Ids are those that a match gives.');
      c.set('policy', POLICY);
      return Promise.resolve(c.html(<Preview entity={entity} lang={lang} base={site.settings.basePath} />));
    },
  });
}

const Preview: FC<{ entity: Entity; lang: Lang; base: string }> = ({ entity, lang, base }) => {
  const { name, kind, where, code, level, names } = entity;
  const facts: readonly (readonly [string, string | null])[] = [
    [fetchedName('kind', lang), typeOf(kind, lang).name],
    [fetchedName('level', lang), level === null ? null : levelName(level)[lang]],
    [fetchedName('place', lang), where],
    [fetchedName('code', lang), code],
    [fetchedName('names', lang), names.join(lang === 'zh' ? '、' : ', ')],
  ];
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={lang === 'zh' ? 'zh-CN' : 'en'}>
        <head>
          <meta charset="utf-8" />
          <title>{name}</title>
          <link rel="stylesheet" href={`${base}/assets/style.css`} />
        </head>
        <body class="preview">
          <h1>{name}</h1>
          <dl>
            {facts
              .filter(([, value]) => value !== null && value !== '')
              .map(([word, value]) => (
                <div>
                  <dt>{word}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        </body>
      </html>
    </>
  );
};
