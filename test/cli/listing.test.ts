import { spawn } from 'node:child_process';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordTypes } from '../../cli/kit/types.js';
import { RECORD_TYPES } from '../../schemas/index.js';
import { Workplace } from './support/place.js';
import { gongbao, program, samples, type Ran } from './support/program.js';

const place = new Workplace();

beforeAll(() => {
  const { code, err } = gongbao(['ingest', samples, '--store', place.at('gongbao.db')]);
  expect(code, err).toBe(0);
});

const asked = new Map<string, Ran>();

/** Runs a command in the folder that holds the store; the same one is not run again. */
function ask(...args: string[]): Ran {
  const ran = asked.get(args.join(' ')) ?? gongbao(args, { cwd: place.path });
  asked.set(args.join(' '), ran);
  expect(ran.code, ran.err).toBe(0);
  return ran;
}

const recordSchema = z.looseObject({ id: z.string() });

/** The records of a listing as `--jsonl` gives them. */
function records(...args: string[]): z.infer<typeof recordSchema>[] {
  const lines = ask(...args, '--jsonl').out.split('\n');
  return lines.filter((line) => line !== '').map((line) => recordSchema.parse(JSON.parse(line)));
}

const types = ['notices', ...recordTypes] as const;

describe('a listing', () => {
  it.each(types)('%s prints a table that lines up, and its number of rows', (type) => {
    const { out, notes } = ask(type);
    const lines = out.trimEnd().split('\n');
    expect(notes).toEqual([`${lines.length - 2} ${type}`]);
    const [head = '', rule = ''] = lines;
    expect(rule).toMatch(/^-+( {2}-+)+$/);
    // The last column begins at the same place in every line.
    const last = stringWidth(rule) - (rule.split('  ').at(-1)?.length ?? 0);
    for (const line of [head, ...lines.slice(2)]) expect(beginsAt(line, last), line).toBe(true);
  });

  it.each(types)('%s --json prints one array of records as their schema has them', (type) => {
    const parsed: unknown = JSON.parse(ask(type, '--json').out);
    const list = z.array(RECORD_TYPES[type].schema).safeParse(parsed);
    expect(list.error).toBeUndefined();
    expect(list.data).toHaveLength(records(type).length);
    expect(list.data?.length).toBeGreaterThan(0);
  });

  it('prints at most --limit records', () => {
    expect(records('clusters', '--limit', '3')).toHaveLength(3);
  });

  it('prints an empty array where nothing fits', () => {
    const { out } = ask('clusters', '--text', '没有这样的集群', '--json');
    expect(JSON.parse(out)).toEqual([]);
    expect(ask('clusters', '--text', '没有这样的集群')).toMatchObject({ out: '', notes: ['0 clusters'] });
  });

  it('filters obligations by unit, role and due date', () => {
    const all = records('obligations');
    const unit = z.object({ units: z.array(z.object({ name: z.string(), role: z.string() })) });
    const [first] = all.flatMap((record) => unit.parse(record).units.filter(({ role }) => role === 'lead'));
    expect(first).toBeDefined();
    const led = records('obligations', '--unit', first?.name ?? '', '--role', 'lead');
    expect(led.length).toBeGreaterThan(0);
    expect(led.length).toBeLessThan(all.length);
    const due = records('obligations', '--due-before', '2030');
    for (const record of due) expect(z.object({ due: z.string() }).parse(record).due < '2031').toBe(true);
  });

  it('filters findings by severity and check', () => {
    const warnings = records('findings', '--severity', 'warning');
    const finding = z.object({ severity: z.enum(['warning', 'error']), check: z.string() });
    const [first] = warnings.map((record) => finding.parse(record));
    expect(first).toBeDefined();
    for (const record of records('findings', '--check', first?.check ?? '')) {
      expect(z.object({ check: z.string() }).parse(record).check).toBe(first?.check);
    }
  });

  it('speaks the language asked for; data do not depend on the locale', () => {
    const zh = gongbao(['findings'], { cwd: place.path, env: { LANG: 'zh_CN.UTF-8' } });
    expect(zh.out).toMatch(/^程度/);
    const data = ['findings', '--json'];
    expect(gongbao(data, { cwd: place.path, env: { LANG: 'zh_CN.UTF-8' } }).out).toBe(ask(...data).out);
  });

  it('ends quietly when its reader goes', async () => {
    const child = spawn(process.execPath, [program, 'notices', '--json'], { cwd: place.path });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err: err.replace(/^\d+ notices\n/, '') }).toEqual({ code: 0, err: '' });
  });
});

function beginsAt(line: string, column: number): boolean {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (width >= column) return width === column;
    width += stringWidth(segment);
  }
  return width <= column;
}

describe('show', () => {
  it('shows a notice by id, number or file name, with its outline and records', () => {
    const notices = z
      .array(z.object({ id: z.string(), file: z.string(), document_number: z.string().nullable(), title: z.string().nullable() }))
      .parse(records('notices'));
    const notice = notices.find(({ document_number }) => document_number !== null);
    for (const name of [notice?.id, notice?.document_number, notice?.file])
      expect(ask('show', name ?? '').out).toContain(notice?.title);
    expect(ask('show', notice?.id ?? '', '--full').out.length).toBeGreaterThan(ask('show', notice?.id ?? '').out.length);
  });

  it.each(recordTypes)('shows one of the %s with its fields and the words it was read from', (type) => {
    const grounded = z.object({ id: z.string(), quote: z.string(), start: z.number() });
    const record = records(type)
      .map((one) => grounded.safeParse(one).data)
      .find((one) => one !== undefined);
    if (record === undefined) return;
    const { out } = ask('show', record.id);
    expect(out).toContain(record.id);
    expect(out.replace(/\n {2}/g, '\n')).toContain(`⟦${record.quote}⟧`);
    expect(JSON.parse(ask('show', record.id, '--json').out)).toMatchObject({ id: record.id });
  });

  it('says what to do when nothing has that name', () => {
    const { code, out, notes } = gongbao(['show', 'zzz'], { cwd: place.path });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(notes).toHaveLength(2);
    expect(notes[0]).toContain('zzz');
  });
});

describe('stats', () => {
  it('counts by type, year, grade and check', () => {
    const { out } = ask('stats');
    for (const head of ['type', 'notices of', 'grade', 'targets due', 'units in role', 'check'])
      expect(out).toMatch(new RegExp(`^${head} `, 'm'));
    const counts = z.object({ by_type: z.record(z.string(), z.number()) }).parse(JSON.parse(ask('stats', '--json').out)).by_type;
    for (const type of types) expect(counts[type]).toBe(records(type).length);
  });

  it('gives the characteristic words where asked', () => {
    const words = z
      .object({ words: z.record(z.string(), z.number()) })
      .parse(JSON.parse(ask('stats', '--words', '5', '--json').out)).words;
    expect(Object.keys(words)).toHaveLength(5);
    expect(Object.keys(words).every((word) => /\p{Script=Han}/u.test(word))).toBe(true);
  });
});

describe('odd ends of a listing', () => {
  it('a unit with tasks, but none by the date, is told from one without tasks', () => {
    const { notes } = ask('obligations', '--unit', '工业和信息化局', '--due-before', '1999');
    expect(notes[0]).toBe('0 obligations');
    expect(notes[1]).toMatch(/the unit has tasks, but none that is due before 1999/);
  });

  it('csv is the columns of an export, for spreadsheets or for programs', () => {
    const forSheets = ask('obligations', '--format', 'csv', '--limit', '3').out;
    const forPrograms = ask('obligations', '--format', 'csv', '--limit', '3', '--no-bom').out;
    expect(forSheets.startsWith('\uFEFFid,notice_id,')).toBe(true);
    expect(forPrograms.startsWith('id,notice_id,')).toBe(true);
  });
});
