import { z } from 'zod';
import { masked, type Store } from '../../../output/index.js';
import { documentSchema, type Document, type NoticeRecord } from '../../../schemas/index.js';
import { disposition } from '../../disposition.js';
import { findOriginal, type Missing } from '../../originals/find.js';
import { howServed } from '../../originals/kinds.js';
import { rangeOf } from '../../originals/range.js';
import { ApiError, notFound } from '../errors.js';
import { common } from '../parameters.js';
import { fileRoute, jsonRoute, type Route } from '../route.js';

// What stands behind one notice: its text, its document as read, the versions of its file, and the file itself.

const params = z.object({ id: z.string().describe('id of the notice') });
const query = z.object(common);
const here = { tag: 'notices', params, query, errors: [404] } as const;

export function noticeRoutes(): Route[] {
  return [textOf(), documentOf(), versionsOf(), originalOf()];
}

const PLAIN = 'text/plain; charset=utf-8';

function textOf(): Route {
  return fileRoute({
    ...here,
    path: '/api/v1/notices/{id}/text',
    operation: 'textOfNotice',
    summary: 'The whole text of a notice, that all offsets of its records count in (UTF-16)',
    answer: { types: [PLAIN], description: 'the text' },
    handle: async ({ c, store, params: { id } }) => c.body((await noticeOf(store, id)).text, 200, { 'content-type': PLAIN }),
  });
}

function documentOf(): Route {
  return jsonRoute({
    ...here,
    path: '/api/v1/notices/{id}/document',
    operation: 'documentOfNotice',
    summary: 'The file of a notice as it was read: pages, blocks, tables with their cells',
    answer: documentSchema,
    async handle({ store, params: { id } }): Promise<Document> {
      const path = await inputOf(store, id);
      const now = (await store.history.versions(path)).find(({ current }) => current);
      const held = now ? await store.history.read(path, now.version) : null;
      if (!held) throw noNotice();
      // The store gives documents as the pipeline needs them.
      return store.personalData === 'masked' ? masked(held.document) : held.document;
    },
  });
}

const versionSchema = z.object({
  version: z.int().min(1).describe('from 1, the oldest, upwards'),
  current: z.boolean().describe('what the store holds now, as opposed to history'),
  file: z.string().describe('base name of the file'),
  sha256: z.string().describe('hex SHA-256 of its bytes'),
  bytes: z.int().min(0),
  fingerprint: z.object({ pipeline: z.string(), gazetteer: z.string() }).describe('what its records were made with'),
});

function versionsOf(): Route {
  return jsonRoute({
    ...here,
    path: '/api/v1/notices/{id}/versions',
    operation: 'versionsOfNotice',
    summary: 'The versions of a notice’s file that the store has held, the oldest first',
    answer: z.object({ versions: z.array(versionSchema) }),
    handle: async ({ store, params: { id } }) => ({ versions: await store.history.versions(await inputOf(store, id)) }),
  });
}

/** Nothing of a file runs in a browser that opens it: no script, no form, no origin (Content Security Policy Level 3, sandbox). Chromium shows a PDF all the same. */
const SANDBOX = "default-src 'none'; sandbox";

function originalOf(): Route {
  return fileRoute({
    ...here,
    path: '/api/v1/notices/{id}/original',
    operation: 'originalOfNotice',
    summary: 'The file that a notice was read from, byte for byte',
    description:
      'Only where the server was started with `--originals` and the file still has the bytes that were read. PDF and pictures open in the browser, all else is saved. `Range` asks for a part of it. Personal numbers in it are not masked.',
    errors: [404, 410, 416],
    cached: false,
    partial: true,
    answer: {
      types: ['application/pdf', 'image/png', 'image/jpeg', 'application/octet-stream'],
      description: 'the file; of a file in a ZIP archive, that file',
    },
    async handle({ c, site, store, params: { id } }) {
      const input = await store.history.inputOf(id);
      if (input === null) throw noNotice();
      const known = await store.known(input);
      if (known === null) throw noNotice();
      const found = await findOriginal(site.settings.originals, input, known.sha256);
      if (!found.ok) throw noOriginal(found.why);
      const { type, how } = howServed(found.head);
      c.set('policy', SANDBOX);
      const headers = {
        'content-type': type,
        'content-disposition': disposition(how, input.slice(input.lastIndexOf('/') + 1)),
        'cache-control': 'private, no-cache',
        'accept-ranges': 'bytes',
        etag: `"${known.sha256}"`,
      };
      if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
      // A stretch is of the file that the client has the beginning of (RFC 9110, 13.1.5), else it gets the whole.
      const same = [undefined, headers.etag].includes(c.req.header('if-range'));
      const part = c.req.method === 'GET' && same ? rangeOf(c.req.header('range'), found.size) : null;
      if (part === 'outside') throw outside(found.size);
      const length = part === null ? found.size : part.end - part.start + 1;
      const sized = { ...headers, 'content-length': String(length) };
      if (c.req.method === 'HEAD') return c.body(null, 200, sized);
      if (part === null) return c.body(found.body(), 200, sized);
      return c.body(found.body(part), 206, { ...sized, 'content-range': `bytes ${part.start}-${part.end}/${found.size}` });
    },
  });
}

function outside(size: number): ApiError {
  return new ApiError(416, 'range_not_satisfiable', 'The file has no such bytes.', {
    hint: `It has ${size}; leave “Range” out to have them all.`,
    headers: { 'content-range': `bytes */${size}` },
  });
}

function noOriginal(why: Missing): ApiError {
  const say = (status: 404 | 410, code: string, message: string, hint: string) => new ApiError(status, code, message, { hint });
  switch (why) {
    case 'off':
      return say(
        404,
        'originals_off',
        'This server does not give out original files.',
        'Start it with the folder that was ingested: serve --originals FOLDER.',
      );
    case 'missing':
      return say(
        404,
        'original_missing',
        'The file is not in the folders of originals.',
        'Put it back where it was ingested from, or start the server with its folder.',
      );
    case 'changed':
      return say(
        410,
        'original_changed',
        'The file is not what was read: its bytes have changed since.',
        'Ingest it again; /document and /text have what was read.',
      );
    case 'too_large':
      return say(
        410,
        'original_too_large',
        'The file is larger than any that is read.',
        '/document and /text have what was read.',
      );
  }
}

async function noticeOf(store: Store, id: string): Promise<NoticeRecord> {
  const notice = await store.get('notices', id);
  if (notice === null) throw noNotice();
  return notice;
}

async function inputOf(store: Store, id: string): Promise<string> {
  const path = await store.history.inputOf(id);
  if (path === null) throw noNotice();
  return path;
}

function noNotice(): ApiError {
  return notFound('No notice has this id.', 'Ids are those that /api/v1/notices gives.');
}
