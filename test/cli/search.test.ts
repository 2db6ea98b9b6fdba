import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { search } from '../../cli/commands/search.js';
import { Options } from '../../cli/kit/command.js';
import type { Terminal } from '../../cli/kit/terminal.js';
import { openStore } from '../../output/index.js';
import { searchAnswerSchema, searchHitSchema } from '../../schemas/index.js';
import { input, notice } from '../output/fixture.js';
import { Workplace } from './support/place.js';

const place = new Workplace();

beforeAll(async () => {
  const store = await openStore(place.at('store.db'));
  const hostile = notice('乙');
  hostile.head.title = '乙\u001b[2J文件';
  await store.put(input('x.txt', { notices: [notice('甲'), hostile] }));
  await store.close();
});

interface Said {
  out: string;
  notes: string[];
}

/** Runs the command in this process; `columns` as at a terminal of that width. */
async function ask(query: string, options: Record<string, unknown> = {}, terminal: Partial<Terminal> = {}): Promise<Said> {
  const said: Said = { out: '', notes: [] };
  await search.run({
    args: query.split(' '),
    options: new Options({ store: place.at('store.db'), ...options }),
    terminal: {
      ...{ lang: 'en', asked: undefined, columns: null, moving: false },
      say: (text) => text.en,
      note: (text) => void said.notes.push(typeof text === 'string' ? text : text.en),
      out: (text) => {
        said.out += text;
        return Promise.resolve();
      },
      ...terminal,
    },
  });
  return said;
}

describe('search', () => {
  const colour = process.env['NO_COLOR'];
  afterEach(() => {
    if (colour === undefined) delete process.env['NO_COLOR'];
    else process.env['NO_COLOR'] = colour;
  });

  test('tells what a hit is, where it is from, its words marked, and its id', async () => {
    const { out, notes } = await ask('甲陶瓷', { type: 'clusters' });
    const id = `${notice('甲').identity}:c-1`;
    expect(out).toBe(`[clusters] 甲陶瓷产业集群\n  甲文件 甲发〔2026〕1号 2026-03-01 page 1\n  【甲陶瓷】产业集群\n  ${id}\n`);
    expect(notes).toEqual(['1 hit']);
  });

  test('marks in colour where a person looks on who wants it', async () => {
    delete process.env['NO_COLOR'];
    expect((await ask('甲陶瓷', { type: 'clusters', pager: false }, { columns: 80 })).out).toContain(
      '\u001b[1;31m甲陶瓷\u001b[0m产业集群',
    );
    process.env['NO_COLOR'] = '1';
    expect((await ask('甲陶瓷', { type: 'clusters', pager: false }, { columns: 80 })).out).toContain('【甲陶瓷】产业集群');
  });

  test('lets no word of a file steer the terminal', async () => {
    const { out } = await ask('乙陶瓷', { pager: false }, { columns: 80 });
    expect(out).toContain('乙[2J文件');
    expect(out).not.toContain('\u001b[2J');
  });

  test('gives one answer with --json, a hit a line with --jsonl', async () => {
    const answer = searchAnswerSchema.parse(JSON.parse((await ask('招商', { json: true })).out));
    expect(answer.total).toEqual({ count: 4, exact: true });
    const lines = (await ask('招商', { jsonl: true, limit: '3' })).out.trimEnd().split('\n');
    expect(lines.map((line) => searchHitSchema.parse(JSON.parse(line)))).toEqual(answer.hits.slice(0, 3));
  });

  test('goes on where an answer ended', async () => {
    const all = searchAnswerSchema.parse(JSON.parse((await ask('招商', { json: true })).out));
    const first = await ask('招商', { limit: '3' });
    expect(first.notes[0]).toBe('3 of 4 hits');
    const cursor = /--after (\S+)/.exec(first.notes.join('\n'))?.[1];
    const rest = searchAnswerSchema.parse(JSON.parse((await ask('招商', { limit: '3', json: true, after: cursor })).out));
    expect(rest).toMatchObject({ hits: all.hits.slice(3), next: null });
  });

  test('finds a unit by any of its names, and what it has signed', async () => {
    const types = async (unit: string): Promise<string[]> =>
      searchAnswerSchema.parse(JSON.parse((await ask('招商', { json: true, unit })).out)).hits.map(({ type }) => type);
    expect(await types('市工信局')).toEqual(['obligations', 'obligations']);
    expect(await types('甲工业和信息化局')).toContain('notices');
  });

  test('says what to do where there is nothing', async () => {
    const { out, notes } = await ask('没有这样的词');
    expect(out).toBe('');
    expect(notes[0]).toBe('0 hits');
    expect(notes[1]).toMatch(/fewer or shorter/);
  });

  test.each([
    ['an unknown type', '招商', { type: 'notes' }, 'notes'],
    ['no year', '招商', { year: 'x' }, '--year'],
    ['an empty query', ' ', {}, 'empty'],
    ['a cursor of something else', '招商', { after: 'x' }, 'cursor'],
  ])('refuses %s', async (_, query, options, named) => {
    await expect(ask(query, options)).rejects.toThrow(named);
  });
});
