import type { Context } from 'hono';
import { html } from 'hono/html';
import type { FC } from 'hono/jsx';
import { z } from 'zod';
import type { Env } from '../site.js';
import { said } from './parameters.js';
import { TAGS, type Route, type Tag } from './route.js';

// The page of docs, made of the list of addresses: it reads without a script and asks for nothing from outside.

const Parameters: FC<{ title: string; schema: z.ZodObject }> = ({ title, schema }) => {
  const fields = Object.entries(schema.shape).filter((field): field is [string, z.ZodType] => field[1] instanceof z.ZodType);
  if (fields.length === 0) return null;
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">name</th>
          <th scope="col">what it says</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(([name, field]) => (
          <tr>
            <th scope="row">
              <code>{name}</code>
              {field.safeParse(undefined).success ? '' : ' (required)'}
            </th>
            <td>{said(field)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Entry: FC<{ route: Route; basePath: string }> = ({ route, basePath }) => (
  <section id={route.operation} aria-labelledby={`${route.operation}-title`}>
    <h3 id={`${route.operation}-title`}>
      <code>{`${route.method.toUpperCase()} ${basePath}${route.path}`}</code>
    </h3>
    <p>{`${route.summary}.`}</p>
    {route.description === '' ? null : <p>{route.description}</p>}
    <Parameters title="In the path" schema={route.params} />
    <details>
      <summary>Parameters and answer</summary>
      <Parameters title="Parameters" schema={route.query} />
      {route.form === null ? null : <Parameters title="Fields of the form" schema={route.form} />}
      <p>{`Answers with ${route.answer.kind === 'json' ? 'JSON' : route.answer.types.join(', ')}.`}</p>
    </details>
    {route.example === null ? null : (
      <p>
        {'Try '}
        <a href={basePath + encodeURI(route.example)}>{route.example}</a>
      </p>
    )}
  </section>
);

const Docs: FC<{ routes: readonly Route[]; basePath: string; version: string }> = ({ routes, basePath, version }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>HTTP API · gongbao 公报</title>
      <link rel="stylesheet" href={`${basePath}/assets/style.css`} />
      <link rel="icon" href={`${basePath}/assets/icon.svg`} />
    </head>
    <body>
      <main id="main" class="docs">
        <p>
          <a href={`${basePath}/`}>gongbao 公报</a>
        </p>
        <h1>HTTP API</h1>
        <p>
          {`Version ${version}. All of it reads; nothing can be changed. The same for programs: `}
          <a href={`${basePath}/openapi.json`}>openapi.json</a>
          {' (OpenAPI 3.1), from which clients can be made.'}
        </p>
        <p>
          {'A parameter that an address does not have is refused with 400. Every error has the shape '}
          <code>{'{"error": {"code", "message", "hint", "parameter"?}, "status"}'}</code>
          {'. Lists come in pages: go on at '}
          <code>next_url</code>
          {'. An answer bears an ETag; sent back as If-None-Match it is answered with 304 until the store changes.'}
        </p>
        <nav aria-label="Contents">
          <ul>
            {tagsOf(routes).map((tag) => (
              <li>
                <a href={`#tag-${tag}`}>{TAGS[tag]}</a>
              </li>
            ))}
          </ul>
        </nav>
        {tagsOf(routes).map((tag) => (
          <section aria-labelledby={`tag-${tag}`}>
            <h2 id={`tag-${tag}`}>{TAGS[tag]}</h2>
            {routes
              .filter((route) => route.tag === tag)
              .map((route) => (
                <Entry route={route} basePath={basePath} />
              ))}
          </section>
        ))}
      </main>
    </body>
  </html>
);

function tagsOf(routes: readonly Route[]): Tag[] {
  return [...new Set(routes.map(({ tag }) => tag))];
}

export function docsPage(c: Context<Env>, routes: readonly Route[]): Response | Promise<Response> {
  const { basePath, version } = c.get('site').settings;
  const page = <Docs routes={routes} basePath={basePath} version={version} />;
  return c.html(html`<!doctype html>${page}`);
}
