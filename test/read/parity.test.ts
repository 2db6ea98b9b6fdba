import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTools, runPipeline, type PipelineTools } from '../../pipeline/index.js';
import { decodeText } from '../../pipeline/read/txt/encoding.js';
import { asMarkdown } from '../support/markdown.js';
import { asWebPage } from './web-page.js';

let tools: PipelineTools;
beforeAll(async () => {
  tools = await loadTools();
});

const folder = new URL('../../corpus/samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.txt'));
/** What the form of a file decides: where its words stand, and how its lines are broken. */
const OF_THE_FORM = new Set(['start', 'end', 'evidence', 'page', 'quote', 'text', 'confidence', 'reasons']);

/** Notices with their identity, head and records with their keys, which the ids are made of. */
async function given(text: string, name: string): Promise<unknown> {
  const { notices } = await runPipeline(new TextEncoder().encode(text), { path: name }, tools);
  return notices.map(({ identity, head, records }) => ({
    identity,
    head: withoutForm(head),
    records: Object.fromEntries(Object.entries(records).map(([type, all]) => [type, all.map(withoutForm)])),
  }));
}

const withoutForm = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !OF_THE_FORM.has(field)));

describe.each(samples)('%s gives the same records and ids', (name) => {
  it.each<[string, (text: string) => string, string]>([
    ['as Markdown', asMarkdown, 'notice.md'],
    ['as a web page', asWebPage, 'notice.html'],
  ])('%s', async (_name, written, file) => {
    const { text } = await decodeText(new Uint8Array(readFileSync(new URL(name, folder))));
    expect(await given(written(text), file)).toEqual(await given(text, 'notice.txt'));
  });
});
