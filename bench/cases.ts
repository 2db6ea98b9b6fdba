// npm run cases [-- FAMILY] [--now] [--wrong]: reads every case of test/cases and counts what is right, by style and tier.
// --wrong prints each case that is not; --now writes what came out into the column `now` of the tables (empty where right).
import { parseArgs } from 'node:util';
import { FAMILIES, styleCases, stylesOf, writeStyle, type FamilyName, type StyleCase } from '../test/cases/csv.js';
import { isNegative, outcomeOf, type Outcome } from '../test/cases/outcome.js';
import { table } from './table.js';

const TIERS = ['plain', 'style', 'hard'] as const;
const { values, positionals } = parseArgs({
  options: { now: { type: 'boolean' }, wrong: { type: 'boolean' } },
  allowPositionals: true,
});

interface Result {
  style: string;
  family: FamilyName;
  row: StyleCase;
  outcome: Outcome;
}

async function resultsOf(family: FamilyName): Promise<Result[]> {
  const results: Result[] = [];
  for (const style of stylesOf(family)) {
    const rows = styleCases(family, style);
    const outcomes = await Promise.all(rows.map((row) => outcomeOf(family, row)));
    results.push(...rows.map((row, i) => ({ style, family, row, outcome: outcomes[i] ?? raise(style) })));
    if (values.now)
      writeStyle(
        family,
        style,
        rows.map((row, i) => ({ ...row, now: outcomes[i]?.right === false ? outcomes[i].shown : '' })),
      );
  }
  return results;
}

const raise = (style: string): never => {
  throw new Error(`no outcome in ${style}`);
};

const share = (of: readonly Result[]): string =>
  of.length === 0 ? '-' : `${of.filter((r) => r.outcome.right).length}/${of.length}`;
const line = (name: string, of: readonly Result[]): string[] => [
  name,
  share(of),
  ...TIERS.map((tier) => share(of.filter((r) => r.row.tier === tier))),
  share(of.filter((r) => isNegative(r.family, r.row))),
];

const wanted = FAMILIES.filter((f) => positionals.length === 0 || positionals.some((p) => f.startsWith(p)));
const all: Result[] = [];
for (const family of wanted) all.push(...(await resultsOf(family)));

const styles = [...new Set(all.map((r) => `${r.family}/${r.style}`))];
console.log(
  table(
    ['style', 'right', ...TIERS, 'negative'],
    [
      ...styles.map((s) =>
        line(
          s,
          all.filter((r) => `${r.family}/${r.style}` === s),
        ),
      ),
      line('all', all),
    ],
  ),
);
if (values.wrong)
  for (const { family, style, row, outcome } of all.filter((r) => !r.outcome.right))
    console.log(
      `\n${family}/${style} (${row.tier}, ${row.source})\n  text: ${row.text}\n  context: ${row.context}\n  wanted: ${row.expected}\n  now: ${outcome.shown}`,
    );
