import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Options } from '../../cli/kit/command.js';
import { formatOf } from '../../cli/kit/formats.js';
import { renderMarkdown } from '../../cli/kit/markdown.js';
import { nearestFew } from '../../cli/kit/nearest.js';
import { paged, pagerOf } from '../../cli/kit/pager.js';
import type { Terminal } from '../../cli/kit/terminal.js';
import { Workplace } from './support/place.js';

const place = new Workplace();

describe('the format of a list', () => {
  it.each([
    [{}, 'table'],
    [{ json: true }, 'json'],
    [{ format: 'jsonl' }, 'jsonl'],
    [{ format: 'json', json: true }, 'json'],
    [{ format: 'md' }, 'md'],
  ])('%j is %s', (options, format) => {
    expect(formatOf(new Options(options))).toBe(format);
  });

  it('is one only', () => {
    expect(() => formatOf(new Options({ json: true, format: 'md' }))).toThrow('both md and json');
  });
});

it('Markdown keeps what would be markup as it is written, and numbers to the right', () => {
  const columns = [
    { head: '任务', cell: (row: { task: string; n: number | null }) => row.task },
    { head: 'n', cell: (row: { task: string; n: number | null }) => row.n },
  ];
  const rows = [
    { task: '打造|“2*3”\n体系', n: 1 },
    { task: '[链接](x)', n: null },
  ];
  expect(renderMarkdown(rows, columns)).toBe('| 任务 | n |\n| --- | --: |\n| 打造\\|“2\\*3” 体系 | 1 |\n| \\[链接\\](x) |  |');
});

it('names that were meant are those a slip away', () => {
  expect(nearestFew('市工新局', ['市工信局', '市农业农村局', '市公安局'], 3)[0]).toBe('市工信局');
  expect(nearestFew('海关', ['市工信局', '市农业农村局'], 3)).toEqual([]);
});

describe('the pager', () => {
  it.each([
    [{ GONGBAO_PAGER: 'sort -r', PAGER: 'cat', PATH: '/usr/bin:/bin' }, undefined, 'sort -r'],
    [{ PAGER: 'sort', PATH: '/usr/bin:/bin' }, 'sort -u', 'sort -u'],
    [{ GONGBAO_PAGER: '', PATH: '/usr/bin:/bin' }, 'sort', null],
    [{ PAGER: 'cat', PATH: '/usr/bin:/bin' }, undefined, null],
    [{ PAGER: 'no-such-pager', PATH: '/usr/bin:/bin' }, undefined, null],
  ])('of %j and %s is %s', (env, configured, pager) => {
    expect(pagerOf(env, configured)).toBe(pager);
  });

  const terminal = (notes: string[]): Terminal => ({
    lang: 'en',
    asked: undefined,
    columns: 80,
    moving: false,
    out: () => Promise.reject(new Error('data went past the pager')),
    note: (text) => notes.push(typeof text === 'string' ? text : text.en),
    say: (text) => text.en,
  });

  it('gets the data, and notes wait until it is closed', async () => {
    const notes: string[] = [];
    const file = place.at('paged.txt');
    await paged(`cat > '${file}'; echo closed >> '${file}'`, terminal(notes), async (through) => {
      await through.out('first\n');
      through.note('said at once');
      expect(notes).toEqual([]);
      await through.out('second\n');
    });
    expect(readFileSync(file, 'utf8')).toBe('first\nsecond\nclosed\n');
    expect(notes).toEqual(['said at once']);
  });

  it('may be closed early: whoever writes stops, and that is no error', async () => {
    let written = 0;
    const done = await paged('head -n 1 > /dev/null', terminal([]), async (through) => {
      for (; written < 100_000; written += 1) await through.out(`${'公文'.repeat(500)}\n`);
      return 'all';
    });
    expect(done).toBeNull();
    expect(written).toBeLessThan(100_000);
  });
});
