import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { segment } from '../../pipeline/segment/index.js';
import { documentSchema, type Document } from '../../schemas/document.js';
import { rows } from './show.js';

// Pages in the styles of portals' content systems, each with what is to be read from it beside it: fields of the
// notice above `---`, the blocks below, a table as `[cell|cell / cell|cell]`.
const folder = new URL('pages/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));

/** What a page gives, written as its expectation is; only the fields that the expectation names. */
function shown(document: Document, fields: readonly string[]): string {
  const notices = segment(reflow(document)).map(({ notice }) => notice.head);
  const head = notices[0];
  const values: Record<string, string> = {
    title: head?.title ?? '',
    number: head?.document_number ?? '',
    date: head?.issued_on ?? '',
    status: head?.status ?? '',
    issuers: head?.issuers.join('|') ?? '',
    notices: String(notices.length),
    files: document.linkedFiles.map(({ title, href }) => `${title} -> ${href}`).join('; '),
    warn: document.warnings.map(({ code }) => code).join(' '),
  };
  const blocks = document.blocks.map((block) =>
    block.kind === 'table'
      ? `[${rows(block)
          .map((row) => row.join('|').replaceAll('\n', '⏎'))
          .join(' / ')}]`
      : block.text,
  );
  return [...fields.map((field) => `${field}: ${values[field] ?? '?'}`), '---', ...blocks].join('\n');
}

describe('pages of portals', () => {
  it.each(names)('%s', async (name) => {
    const expected = readFileSync(new URL(name.replace(/html$/, 'txt'), folder), 'utf8').trimEnd();
    const document = await readDocument(new Uint8Array(readFileSync(new URL(name, folder))), name);
    expect(documentSchema.parse(document)).toEqual(document);
    const fields = expected
      .slice(0, expected.indexOf('---'))
      .split('\n')
      .flatMap((line) => /^\w+(?=: )/.exec(line)?.[0] ?? []);
    expect(shown(document, fields)).toBe(expected);
  });
});
