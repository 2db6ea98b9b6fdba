import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { gongbao, samples } from '../cli/support/program.js';
import { Workplace } from '../cli/support/place.js';
import { differenceOf, outcomeOf, type Outcome } from './kill/outcome.js';
import { cityOf, writeNotices } from './support.js';

// Ids and exports, the feed of changes among them, do not depend on how, where and when the files came in. That of two writers, or
// in several calls, has another order of changes; all else is the same.

const place = new Workplace();
const folder = place.at('in');
let expected: Outcome;
let stores = 0;

/** Equal notices in several files, DOCX and TXT samples, a folder below. */
beforeAll(async () => {
  mkdirSync(join(folder, 'below'), { recursive: true });
  for (const name of ['clusters.txt', 'figures.docx', 'joint.txt', 'web-capture.txt'])
    cpSync(join(samples, name), join(folder, 'below', name));
  writeNotices(folder, 5, (n) => cityOf(n % 3));
  expected = await ingested([[folder]]);
}, 60_000);

/** What a store gives that the calls have filled, one after the other. */
async function ingested(calls: readonly (readonly string[])[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  stores += 1;
  const store = place.at(`${stores}.db`);
  for (const call of calls) expect(gongbao(['ingest', ...call, '--store', store], { env }).code).toBe(0);
  return outcomeOf(store);
}

const withoutChanges = (outcome: Outcome): Outcome =>
  Object.fromEntries(Object.entries(outcome).filter(([name]) => !name.startsWith('changes.jsonl')));

const WAYS: readonly [what: string, args: readonly string[], env: NodeJS.ProcessEnv][] = [
  [
    'with one file in work at a time, in a Turkish locale west of the date line',
    ['--jobs', '1'],
    { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Pago_Pago' },
  ],
  [
    'with five files in work at a time, in a Chinese locale east of it',
    ['--jobs', '5'],
    { LANG: 'zh_CN.GB18030', LC_ALL: 'zh_CN.GB18030', TZ: 'Pacific/Kiritimati' },
  ],
];

test.each(WAYS)('ingested %s: the same exports, byte for byte', { timeout: 60_000 }, async (_, args, env) => {
  expect(differenceOf(await ingested([[folder, ...args]], env), expected)).toBeNull();
});

test(
  'ingested file by file from the last to the first, in three calls: the same exports but for the order of changes',
  { timeout: 60_000 },
  async () => {
    const files = readdirSync(folder)
      .filter((name) => name !== 'below')
      .map((name) => join(folder, name));
    const [first = '', ...others] = files.toReversed();
    const below = [join(folder, 'below', '*'), '--prefix', 'below'];
    const given = await ingested([below, [first], others]);
    expect(differenceOf(withoutChanges(given), withoutChanges(expected))).toBeNull();
  },
);

test('ingested twice: nothing is added to the changes', { timeout: 60_000 }, async () => {
  expect(differenceOf(await ingested([[folder], [folder, '--force']]), expected)).toBeNull();
});
