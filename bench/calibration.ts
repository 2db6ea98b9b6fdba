// npm run calibrate [-- SOURCE ...] [--wrong]: how often records of each confidence, and for each reason, are right: over
// the notices whose records are known and the tables of cases. --wrong prints what is not right.
import { parseArgs } from 'node:util';
import { FAMILIES, styleCases, stylesOf } from '../test/cases/csv.js';
import { outcomeOf } from '../test/cases/outcome.js';
import { collections, judgedRecords } from '../test/golden/collections.js';
import { table } from './table.js';

/** A record that came out: how sure it was and why, and whether it was right. */
interface Reading {
  source: string;
  type: string;
  confidence: number;
  reasons: readonly string[];
  right: boolean;
  shown: string;
}

const BANDS = [
  [0.95, 1.01],
  [0.9, 0.95],
  [0.8, 0.9],
  [0.7, 0.8],
  [0, 0.7],
] as const;
/** What is asked of the figures: records this sure are right this often, and this many of the wrong ones lie this low. */
const ASKED = { sure: 0.9, right: 0.98, low: 0.7, wrong: 0.2 };

const { values, positionals } = parseArgs({ options: { wrong: { type: 'boolean' } }, allowPositionals: true });

async function fromNotices(): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const collection of collections()) {
    if (!wants(collection.name)) continue;
    for (const { file, type, record, why } of await judgedRecords(collection)) {
      const { confidence, reasons, quote } = record;
      const shown = `${file} ${type}: ${quote.slice(0, 80)}${why === null ? '' : ` (${why})`}`;
      readings.push({ source: collection.name, type, confidence, reasons, right: why === null, shown });
    }
  }
  return readings;
}

async function fromCases(): Promise<Reading[]> {
  const readings: Reading[] = [];
  if (!wants('cases')) return readings;
  for (const family of FAMILIES) {
    for (const style of stylesOf(family))
      for (const row of styleCases(family, style)) {
        const { readings: read } = await outcomeOf(family, row);
        readings.push(...read.map((r) => ({ ...r, source: 'cases', type: family, shown: `${family}/${style}: ${r.shown}` })));
      }
  }
  return readings;
}

const wants = (name: string): boolean => positionals.length === 0 || positionals.some((p) => name.startsWith(p));
const percent = (part: number, of: number): string => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)} %`);
const right = (of: readonly Reading[]): number => of.filter((r) => r.right).length;
const counted = (of: readonly Reading[]): string => (of.length === 0 ? '-' : `${right(of)}/${of.length}`);

const all = [...(await fromNotices()), ...(await fromCases())];
const sources = [...new Set(all.map((r) => r.source))];

console.log(
  table(
    ['confidence', 'records', 'right', 'share', ...sources],
    BANDS.map(([from, to]) => {
      const band = all.filter((r) => r.confidence >= from && r.confidence < to);
      const name = from === 0 ? `below ${to}` : to > 1 ? `${from} and above` : `${from} to ${to}`;
      const each = sources.map((s) => counted(band.filter((r) => r.source === s)));
      return [name, String(band.length), String(right(band)), percent(right(band), band.length), ...each];
    }),
  ),
);
const sure = all.filter((r) => r.confidence >= ASKED.sure);
const wrong = all.filter((r) => !r.right);
const low = wrong.filter((r) => r.confidence < ASKED.low);
console.log(`\nat ${ASKED.sure} and above right: ${percent(right(sure), sure.length)} (asked: ${100 * ASKED.right} %)`);
console.log(
  `of ${wrong.length} wrong ones below ${ASKED.low}: ${percent(low.length, wrong.length)} (asked: ${100 * ASKED.wrong} %)\n`,
);

const reasons = [...new Set(all.flatMap((r) => r.reasons))].sort();
console.log(
  table(
    ['reason', 'records', 'right', 'share', 'mean confidence'],
    reasons.map((reason) => {
      const held = all.filter((r) => r.reasons.includes(reason));
      const mean = held.reduce((sum, r) => sum + r.confidence, 0) / held.length;
      return [reason, String(held.length), String(right(held)), percent(right(held), held.length), mean.toFixed(2)];
    }),
  ),
);
if (values.wrong) for (const r of wrong) console.log(`${r.confidence} ${r.reasons.join(' ')}\n  ${r.source} ${r.shown}`);
