import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HOSTILE_FILE, TestSite } from '../support.js';

// A notice that holds markup in its title, a cell, a task and the name of its file: it stays the text that it is.

const test = new TestSite();
let ask: ReturnType<TestSite['asker']>;
let id = '';

beforeAll(async () => {
  ask = test.asker({ originals: [test.originals] });
  const answer: unknown = await (await ask('/api/v1/notices?notice=景府发〔2026〕9号')).json();
  const { records } = z
    .object({ records: z.array(z.object({ id: z.string(), title: z.string(), file: z.string() })) })
    .parse(answer);
  expect(records).toMatchObject([{ file: HOSTILE_FILE }]);
  expect(records[0]?.title).toContain('<script>');
  id = records[0]?.id ?? '';
});

describe('a notice that holds markup', () => {
  it('is given as data, never as a page', async () => {
    for (const path of [
      '/api/v1/notices',
      `/api/v1/notices/${id}`,
      `/api/v1/notices/${id}/text`,
      `/api/v1/notices/${id}/document`,
      `/api/v1/notices/${id}/versions`,
      '/api/v1/obligations?unit=市工信局',
      '/api/v1/obligations.csv',
      '/api/v1/projects',
      '/api/v1/projects.csv',
      '/api/v1/obligations.jsonl',
      '/api/v1/obligations.ics',
      '/api/v1/search?q=script',
      '/api/v1/changes?limit=500',
      '/api/v1/totals/notices?by=title',
    ]) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('content-type'), path).toMatch(
        /^(application\/json|text\/plain|text\/csv|text\/calendar|application\/x-ndjson)/,
      );
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
      // A file that nobody takes keeps its place.
      await answer.text();
    }
  });

  it('runs nothing in a spreadsheet', async () => {
    const lines = (await (await ask('/api/v1/obligations.csv?unit=市工信局')).text()).split('\r\n');
    const cells = lines.flatMap((line) => line.split(','));
    expect(cells.filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
    expect(cells.some((cell) => /^"?'=HYPERLINK/.test(cell))).toBe(true);
  });

  it('keeps its cells as they are', async () => {
    const body: unknown = await (await ask('/api/v1/projects?notice=项目清单.csv')).json();
    expect(body).toMatchObject({ records: [{ name: expect.stringContaining('<script>alert（"cell"）') as string }, {}] });
    const lines = (await (await ask('/api/v1/projects.csv?notice=项目清单.csv')).text()).split('\r\n');
    expect(lines[2]).toContain('"\'=HYPERLINK');
  });

  it('comes as a file to be saved, under a name that ends no header, in a sandbox', async () => {
    const answer = await ask(`/api/v1/notices/${id}/original`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const name = answer.headers.get('content-disposition') ?? '';
    expect(name).toMatch(/^attachment; filename="[\w.() -]+"; filename\*=UTF-8''[\w.%~-]+$/);
    expect(decodeURIComponent(name.split("''")[1] ?? '')).toBe(HOSTILE_FILE);
  });

  it('is not told of by errors and the page of docs other than as text', async () => {
    const error = await ask('/api/v1/notices?%3Cscript%3E=1', { headers: { accept: 'text/html' } });
    expect([error.status, error.headers.get('content-type')]).toEqual([400, 'application/json']);
    const page = await ask('/%3Cscript%3Ealert(1)%3C/script%3E', { headers: { accept: 'text/html' } });
    expect(await page.text()).not.toContain('<script>alert');
    expect(await (await ask('/docs')).text()).not.toContain('<script');
  });

  it('has the number of a person masked in all that is made of it', async () => {
    for (const path of [
      `/api/v1/notices/${id}`,
      `/api/v1/notices/${id}/text`,
      `/api/v1/notices/${id}/document`,
      '/api/v1/search?q=联系人',
      '/api/v1/changes?limit=500',
    ]) {
      const text = await (await ask(path)).text();
      expect(text, path).toContain('联系人');
      expect(text, path).not.toContain('13812345678');
    }
  });
});

describe('no answer', () => {
  it('holds a path of this computer', async () => {
    const paths = [
      ...[
        '/api/v1/stats',
        '/api/v1/health',
        '/api/v1/metrics',
        '/openapi.json',
        '/docs',
        '/reconcile',
        '/api/v1/nosuch',
        '/api/v1/notices?sort=x',
      ],
      ...[
        '/api/v1/notices',
        '/api/v1/changes?limit=500',
        `/api/v1/notices/${id}/versions`,
        `/api/v1/notices/${id}/document`,
        '/api/v1/attachment_links',
      ],
    ];
    for (const path of paths) expect(await (await ask(path)).text(), path).not.toContain(test.folder);
  });
});
