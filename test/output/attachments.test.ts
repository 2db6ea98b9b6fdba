import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingMessage, type Store } from '../../output/index.js';
import { Inputs } from '../../output/store/entities/attachments.js';
import type { Ingested, LinkedFile } from '../../schemas/index.js';
import { filled, freshStore, input, linked, listed, notice } from './fixture.js';

/** A page with links to files, none of which lay beside it when it was read. */
function page(path: string, files: readonly Partial<LinkedFile>[], name = '甲'): Ingested {
  const plain = input(path, { notices: [notice(name)] });
  const linkedFiles = files.map((file) => ({ title: '清单', href: '', path: null, ...file }));
  return { ...plain, document: { ...plain.document, format: 'html', linkedFiles } };
}

const FILE = { title: '附件：任务清单', href: './files/1.pdf' };
const attachment = (path: string, name = '乙'): Ingested => input(path, { notices: [notice(name)] });

async function linksOf(store: Store): Promise<unknown[]> {
  return (await linked(store, 'attachment_links')).map(({ notice_id, attachment_id, title, path }) => [
    ...[notice_id, attachment_id],
    ...[title, path],
  ]);
}

const ids = { page: notice('甲').identity, file: notice('乙').identity };
const LINK = [ids.page, ids.file, FILE.title, 'a/files/1.pdf'];

describe('a file that a page offers', () => {
  test('is an attachment of the page’s notice, and the notice says so both ways', async () => {
    const store = await filled([page('a/通知.html', [FILE]), attachment('a/files/1.pdf')]);
    expect(await linksOf(store)).toEqual([LINK]);
    const notices = await listed(store, 'notices');
    expect(notices.map(({ id, attachment_of, attached }) => [id, attachment_of, attached])).toEqual([
      [ids.file, [ids.page], []],
      [ids.page, [], [ids.file]],
    ]);
  });

  test('is linked when it comes in after its page, which is not read again; until then it is told as missing', async () => {
    const store = await filled([page('a/通知.html', [FILE])]);
    const missing = await listed(store, 'findings', { check: 'cross_reference' });
    expect(missing.map((f) => [f.file, f.notice_id, f.severity, f.expected])).toEqual([
      ['通知.html', ids.page, 'info', FILE.title],
    ]);
    expect(missing.map((f) => findingMessage(f, 'en'))).toEqual([
      'the page links the file "附件：任务清单", which does not lie beside it',
    ]);
    await store.put(attachment('a/files/1.pdf'));
    await store.link();
    expect(await linksOf(store)).toEqual([LINK]);
    expect(await listed(store, 'findings', { check: 'cross_reference' })).toEqual([]);
    await store.remove('a/files/1.pdf');
    await store.link();
    expect(await linksOf(store)).toEqual([]);
    expect(await listed(store, 'findings', { check: 'cross_reference' })).toHaveLength(1);
  });

  test('is told as missing of a page without a notice, once for one address', async () => {
    const long = { href: `/${'a'.repeat(400)}/1.pdf` };
    const store = await filled([{ ...page('a.html', [FILE, long, { href: `${long.href}?2` }]), notices: [] }]);
    const told = await listed(store, 'findings', { check: 'cross_reference' });
    expect(told.map((f) => [f.notice_id, f.expected])).toEqual([
      [null, FILE.title],
      [null, '清单'],
    ]);
  });

  test('in any order of coming in gives the same', async () => {
    const all = [
      page('a/通知.html', [FILE, { href: 'files/2.pdf', title: '图' }]),
      attachment('a/files/1.pdf'),
      page('b/通知.html', [FILE], '丙'),
      attachment('b/files/1.pdf', '丁'),
    ];
    const whole = async (store: Store): Promise<unknown> => [
      await linksOf(store),
      await listed(store, 'notices'),
      await listed(store, 'findings'),
    ];
    const expected = await whole(await filled(all));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(3), async (order, at) => {
        const store = await freshStore();
        for (const [i, each] of order.entries()) {
          await store.put(each);
          if (i === at) await store.link();
        }
        await store.link();
        expect(await whole(store)).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });
});

describe('the input that a link leads to', () => {
  const cases: [what: string, link: Partial<LinkedFile>, paths: string[], found: string[]][] = [
    ['the one that lay beside it', { path: 'x/1.pdf' }, ['x/1.pdf', 'a/1.pdf'], ['x/1.pdf']],
    ['where it leads', { href: '../1.pdf' }, ['1.pdf', 'a/1.pdf'], ['1.pdf']],
    ['where it leads, in percents, with a query', { href: '%E6%B8%85%E5%8D%95.pdf?v=1#p' }, ['a/清单.pdf'], ['a/清单.pdf']],
    ['under its name, where the address is of the site', { href: 'https://a.example/f/1.pdf' }, ['a/1.pdf'], ['a/1.pdf']],
    ['in the folder that the browser saved', { href: '/f/1.pdf' }, ['a/通知_files/1.pdf'], ['a/通知_files/1.pdf']],
    ['in that of another browser', { href: '/f/1.pdf' }, ['a/通知.files/1.pdf'], ['a/通知.files/1.pdf']],
    ['under the words of the link', { href: '/d.jsp?id=2', title: '清单.xlsx' }, ['a/清单.xlsx'], ['a/清单.xlsx']],
    [
      'all that an archive holds',
      { href: '附件.zip' },
      ['a/附件.zip/1.pdf', 'a/附件.zip/x.zip/2.txt', 'a/别.zip/3.txt'],
      ['a/附件.zip/1.pdf', 'a/附件.zip/x.zip/2.txt'],
    ],
    ['in another spelling of the same characters', { href: 'e\u0301.pdf' }, ['a/\u00e9.pdf'], ['a/\u00e9.pdf']],
    ['none in another folder', { href: '/f/1.pdf' }, ['1.pdf', 'b/1.pdf', 'a/b/1.pdf'], []],
    ['none above the root', { href: '../../1.pdf', title: '' }, ['1.pdf'], []],
    ['not the page itself', { href: '通知.html' }, ['a/通知.html'], []],
    ['none for a broken address', { href: '%E0%A4%A.pdf' }, ['a/1.pdf'], []],
  ];
  test.each(cases)('%s', (_, link, paths, found) => {
    const inputs = new Inputs(paths);
    expect(inputs.find({ pagePath: 'a/通知.html', title: '附件', href: '', path: null, ...link })).toEqual(found);
  });
});
