// npm run bench:growth: how the time of the whole pipeline but reading grows with the length of texts that are one thing over
// and over: the pieces that rules look for. Linear is 4 for four times the text; what is above LIMIT is marked.
import { performance } from 'node:perf_hooks';
import { loadTools, readDocument, rerun } from '../pipeline/index.js';
import { FRAGMENTS } from '../test/support/text.js';
import { table } from './table.js';

const LENGTHS = [20_000, 80_000] as const;
const LIMIT = 7;
/** Below this many milliseconds a ratio says nothing. */
const NOISE = 30;
/** What stands between the pieces: nothing, a mark that divides a sentence, an end of a line. */
const BETWEEN = ['', '、', '\n'];
const MORE = [
  '（',
  '“',
  '1',
  '甲乙丙丁',
  'a ',
  '，到2028年达到100家、',
  '附件1\n',
  '会同',
  '从2023年的31%',
  '（牵头',
  '。。',
  '等',
  '各',
];

const tools = await loadTools();
const encoder = new TextEncoder();

async function milliseconds(piece: string, length: number): Promise<number> {
  const text = `关于印发方案的通知\n各市：\n${piece.repeat(Math.ceil(length / piece.length))}`;
  const document = await readDocument(encoder.encode(text), 'growth.txt');
  const begun = performance.now();
  rerun(document, { path: 'growth.txt', file: 'growth.txt', sha256: '', bytes: 0 }, tools);
  return performance.now() - begun;
}

const rows: { piece: string; times: number[]; ratio: number }[] = [];
for (const fragment of [...FRAGMENTS, ...MORE]) {
  for (const between of BETWEEN) {
    const piece = fragment + between;
    await milliseconds(piece, 2000); // warm-up
    const times: number[] = [];
    for (const length of LENGTHS) times.push(Math.min(await milliseconds(piece, length), await milliseconds(piece, length)));
    const [short = 0, long = 0] = times;
    rows.push({ piece, times, ratio: long < NOISE ? 0 : long / short });
  }
}

const slowest = rows.sort((a, b) => (b.times.at(-1) ?? 0) - (a.times.at(-1) ?? 0)).slice(0, 15);
console.log(`${rows.length} texts, the slowest of them:\n`);
console.log(
  table(
    ['text of nothing but', ...LENGTHS.map((n) => `${n / 1000}k characters, ms`), 'ratio'],
    slowest.map(({ piece, times, ratio }) => [JSON.stringify(piece), ...times.map((t) => t.toFixed(0)), ratio.toFixed(1)]),
  ),
);
const steep = rows.filter((r) => r.ratio > LIMIT);
console.log(`\ngrowing faster than ${LIMIT} times for four times the text: ${steep.length === 0 ? 'none' : ''}`);
for (const { piece, times, ratio } of steep)
  console.log(`  ${JSON.stringify(piece)} ${times.map((t) => t.toFixed(0)).join(' → ')} ms (${ratio.toFixed(1)})`);
