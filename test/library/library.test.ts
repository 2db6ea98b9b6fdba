import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as library from '../../library/index.js';
import { notice } from '../cli/support/files.js';
import { Workplace } from '../cli/support/place.js';

const place = new Workplace();
const root = join(import.meta.dirname, '../..');
const docs = readFileSync(join(root, 'docs/library.md'), 'utf8');

describe('the library', () => {
  it('gives these names and no other; a new one is added here, to docs/library.md and to the changelog', () => {
    expect(Object.keys(library).sort()).toMatchInlineSnapshot(`
      [
        "ExportError",
        "GazetteerFileError",
        "InputRefused",
        "LINK_TYPES",
        "RECORD_TYPES",
        "StoreError",
        "attachmentLinkSchema",
        "citationLinkSchema",
        "clusterEntitySchema",
        "clusterSchema",
        "diffNotices",
        "documentSchema",
        "exportStore",
        "findingMessage",
        "findingSchema",
        "ingest",
        "noticeDiffSchema",
        "noticeSchema",
        "obligationSchema",
        "observationSchema",
        "openResolver",
        "openStore",
        "projectSchema",
        "ratingSchema",
        "readNotice",
        "searchAnswerSchema",
        "targetSchema",
        "version",
      ]
    `);
  });

  it('has every function and class in its description', () => {
    const named = Object.entries(library).filter(([, value]) => typeof value === 'function');
    for (const [name] of named) expect(docs).toContain(`\`${name}`);
    const links = [...docs.matchAll(/\]\(([^):#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(root, 'docs', link)))).toEqual([]);
  });

  it('tells the version of package.json', () => {
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toContain(`"version": "${library.version}"`);
  });

  it('reads a file, or bytes, in memory: the same either way, as the schemas say', async () => {
    const fromFile = await library.readNotice(place.write('通知.txt', notice));
    const fromBytes = await library.readNotice(new TextEncoder().encode(notice), { name: '通知.txt' });
    expect(fromBytes).toEqual(fromFile);
    expect(fromFile.notices).toHaveLength(1);
    expect(fromFile.records.ratings.map(({ grade }) => grade)).toEqual(['优秀', '优秀']);
    for (const rating of fromFile.records.ratings) {
      expect(library.ratingSchema.parse(rating)).toEqual(rating);
      expect(fromFile.notices[0]?.text.slice(rating.start, rating.end)).toBe(rating.quote);
    }
    expect(library.documentSchema.parse(fromFile.document)).toEqual(fromFile.document);
  });

  it('reads bytes without a name by what they are', async () => {
    const { document, notices } = await library.readNotice(new TextEncoder().encode(notice));
    expect(document.format).toBe('txt');
    expect(notices[0]?.document_number).toBe('赣工信字〔2024〕12号');
  });

  it('refuses what cannot be read, with a code and a hint', async () => {
    const refused = library.readNotice(new Uint8Array(0));
    await expect(refused).rejects.toBeInstanceOf(library.InputRefused);
    await expect(refused).rejects.toMatchObject({ code: 'empty' });
  });

  it('gives results for inputs that are missing, and leaves an open store open', async () => {
    const store = await library.openStore(place.at('store.db'));
    const heard: library.IngestResult[] = [];
    const results = await library.ingest([place.at('none.txt')], { store, onResult: (result) => heard.push(result) });
    expect(results).toMatchObject([{ status: 'refused', code: 'missing', olderStays: false }]);
    expect(heard).toEqual(results);
    expect((await store.counts()).inputs).toBe(0);
    await store.close();
  });

  it('begins no file once it is told to stop', async () => {
    const folder = place.write('stop/a.txt', notice);
    const results = await library.ingest(folder, { store: place.at('stop.db'), signal: AbortSignal.abort() });
    expect(results).toEqual([]);
  });

  it('resolves a name in the light of a place, and says where that is none', async () => {
    const resolver = await library.openResolver();
    const [organ] = resolver.resolve('市工信局', { in: '景德镇市', kinds: ['organ'] });
    expect(organ?.resolution.entity_name).toBe('景德镇市工业和信息化局');
    expect(resolver.resolve('高新区', { in: '360200' }).map(({ kind }) => kind)).toEqual(['park', 'place', 'organ']);
    expect(() => resolver.resolve('市工信局', { in: '无此地' })).toThrow(RangeError);
  });
});
