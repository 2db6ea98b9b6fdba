import { describe, expect, it } from 'vitest';
import { diff } from '../../cli/commands/diff.js';
import { changeLines } from '../../cli/diff/change.js';
import { Options } from '../../cli/kit/command.js';
import type { CommandError } from '../../cli/kit/errors.js';
import type { Lang } from '../../cli/kit/language.js';
import type { Terminal } from '../../cli/kit/terminal.js';
import { openStore } from '../../output/index.js';
import { loadTools, runPipeline } from '../../pipeline/index.js';
import { noticeDiffSchema, type IngestedNotice } from '../../schemas/index.js';
import { hash, input, notice } from '../output/fixture.js';
import { notice as text } from './support/files.js';
import { Workplace } from './support/place.js';

const place = new Workplace();
const path = place.at('store.db');

/** The same notice, its task due later and given to another organ, its target gone. */
function revised(): IngestedNotice {
  const same = notice('通知.txt');
  const [task] = same.records.obligations;
  if (!task) throw new Error('the fixture has a task');
  const [lead] = task.units;
  const units = [...(lead ? [lead] : []), { name: '市商务局', role: 'support' as const, group: false }];
  return {
    ...same,
    records: { ...same.records, targets: [], obligations: [{ ...task, due: '2027-06', units, resolutions: [] }] },
  };
}

const first = input('通知.txt');
const store = await openStore(path);
await store.put(first);
await store.put({ ...first, input: { ...first.input, sha256: hash('2') }, notices: [revised()] });
await store.put(input('另一份.txt'));
await store.put(input('合订本.txt', { notices: [notice('甲'), notice('乙')] }));
await store.close();

/** Runs the command in this process: what it prints, and what it notes. */
async function run(args: readonly string[], options: Record<string, unknown> = {}, lang: Lang = 'en') {
  let out = '';
  const notes: string[] = [];
  const terminal: Terminal = {
    ...{ lang, asked: lang, columns: null, moving: false, say: (text) => text[lang] },
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    note: (text) => notes.push(typeof text === 'string' ? text : text[lang]),
  };
  const code = await diff.run({ args, options: new Options({ store: path, ...options }), terminal });
  return { code, out, notes };
}

async function failure(args: readonly string[], options: Record<string, unknown> = {}): Promise<CommandError> {
  return run(args, options).then(
    () => Promise.reject(new Error('it should not work')),
    (error: unknown) => error as CommandError,
  );
}

describe('gongbao diff', () => {
  it('shows what differs between a notice and the version before', async () => {
    const { out, notes, code } = await run(['通知.txt']);
    expect(out).toBe(
      [
        '--- 通知.txt发〔2026〕1号  通知.txt文件  (通知.txt, version 1)',
        '+++ 通知.txt发〔2026〕1号  通知.txt文件  (通知.txt, version 2)',
        'texts 100.0 % alike',
        '',
        'tasks: 1 changed',
        '  ~ （一）抓好招商  市工信局、市商务局  2027-06',
        '      due    2026-12 → 2027-06',
        '      units  − 市发改委（support）',
        '             + 市商务局（support）',
        '',
        'targets: 1 gone',
        '  − 全市企业  ≥50家  2027',
        '',
        'figures: 1 the same',
        '',
        'clusters: 1 the same',
        '',
        'ratings: 1 the same',
        '',
        'projects: 1 the same',
        '',
      ].join('\n'),
    );
    expect({ notes, code }).toEqual({ notes: [], code: 0 });
  });

  it('speaks Chinese', async () => {
    const { out } = await run(['通知.txt'], {}, 'zh');
    expect(out).toContain('版本 2');
    expect(out).toMatch(/任务: 变更 1\n.*\n {6}时限 {6}2026-12 → 2027-06\n/);
  });

  it('compares two notices, and prints JSON as its schema says', async () => {
    const { out } = await run(['通知.txt', '另一份.txt'], { json: true });
    const found = noticeDiffSchema.parse(JSON.parse(out));
    expect(found.before).toMatchObject({ file: '通知.txt', version: null });
    expect(found.after.file).toBe('另一份.txt');
    expect(found.clusters.changed.length + found.clusters.gone.length).toBe(1);
  });

  it('takes an older version by its number', async () => {
    expect((await run(['通知.txt'], { version: '1' })).out).toContain('version 1');
    expect(await failure(['通知.txt'], { version: '2' })).toMatchObject({ exitCode: 2, nextStep: { en: 'older versions: 1' } });
  });

  it('reads both documents anew where another version of the program had read one', async () => {
    const tools = await loadTools();
    const at = (text: string) => runPipeline(new TextEncoder().encode(text), { path: '公文.txt' }, tools);
    const earlier = await at(text);
    const [only] = earlier.notices;
    if (!only) throw new Error('the text is a notice');
    const other = await openStore(place.at('older.db'));
    // an older program had found no grades, and kept none
    const found = { ...only, records: { ...only.records, ratings: [] } };
    await other.put({ ...earlier, fingerprint: { ...earlier.fingerprint, pipeline: 'older' }, notices: [found] });
    await other.put(await at(text.replace('铜基新材料', '铜精深加工')));
    await other.close();

    const { out, notes } = await run(['公文.txt'], { store: place.at('older.db'), json: true });
    const { ratings, clusters } = noticeDiffSchema.parse(JSON.parse(out));
    expect(notes).toEqual([expect.stringContaining('read anew')]);
    expect(ratings).toMatchObject({
      same: 1,
      added: [{ subject: '鹰潭市铜精深加工产业集群' }],
      gone: [{ subject: '鹰潭市铜基新材料产业集群' }],
    });
    expect(clusters.same).toBe(1);
  });

  it.each([
    { what: 'no such notice', args: ['没有'], message: /no notice has/, exitCode: 1 },
    { what: 'a file of two notices', args: ['合订本.txt'], message: /stands for 2 notices/, exitCode: 2 },
    { what: 'a notice of one version', args: ['另一份.txt'], message: /one version of it only/, exitCode: 1 },
    { what: 'three notices', args: ['a', 'b', 'c'], message: /two notices at most/, exitCode: 2 },
  ])('refuses $what', async ({ args, message, exitCode }) => {
    const error = await failure(args);
    expect(error.exitCode).toBe(exitCode);
    expect(error.message).toMatch(message);
    expect(error.what.zh).not.toBe('');
  });
});

describe('how a field has changed', () => {
  const start = '支持龙头企业开展并购重组，每年新增省级龙头企业';
  it.each([
    { before: '2026', after: '2027', want: ['2026 → 2027'] },
    { before: null, after: 1.3e9, want: ['— → 13亿'] },
    { before: ['甲', '乙'], after: ['乙', '丙'], want: ['− 甲', '+ 丙'] },
    { before: { 业主: '甲', 备注: 'x' }, after: { 业主: '乙', 备注: 'x' }, want: ['业主: 甲 → 乙'] },
    {
      before: `${start}10家以上，完善梯度培育机制，加强服务。`,
      after: `${start}12家以上，完善梯度培育机制，加强服务。`,
      want: [
        '…购重组，每年新增省级龙头企业1⟦0⟧家以上，完善梯度培育机制，加强… → …购重组，每年新增省级龙头企业1⟦2⟧家以上，完善梯度培育机制，加强…',
      ],
    },
  ])('is told of $before and $after', ({ before, after, want }) => {
    expect(changeLines({ field: 'x', before, after })).toEqual(want);
  });
});
