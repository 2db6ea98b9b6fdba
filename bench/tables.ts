// npm run bench:tables [-- --wrong] [--case NAME] [--seeds A,B,…] [--quick] [--dump FILE]: reads PDF tables whose cells are known and prints by kind how many
// cells come out exactly, beside `pdftotext -layout`. --wrong names the cases that are not wholly right; --case shows one
// and --dump keeps its PDF; --quick leaves pdftotext out.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { suite } from './tables/cases.js';
import { FAMILIES, type TableCase } from './tables/compose.js';
import { fixtures } from './tables/fixtures.js';
import { heldOut } from './tables/held-out.js';
import { readByLayout, readByUs } from './tables/read.js';
import { f1, NOTHING, scoreOf, sum, type Score } from './tables/score.js';
import { showCase } from './tables/show.js';
import { table } from './table.js';

const { values } = parseArgs({
  options: {
    wrong: { type: 'boolean' },
    case: { type: 'string' },
    seeds: { type: 'string', default: '11,12,13' },
    quick: { type: 'boolean' },
    dump: { type: 'string' },
  },
});

interface Scored {
  one: TableCase;
  ours: Score;
  layout: Score | null;
}

async function scored(one: TableCase): Promise<Scored> {
  const ours = scoreOf(one.expected, one.outside, one.unit, await readByUs(await one.bytes()));
  const theirs = values.quick === true ? null : readByLayout(await one.plain());
  return { one, ours, layout: theirs === null ? null : scoreOf(one.expected, one.outside, one.unit, theirs) };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function row(name: string, all: readonly Scored[]): string[] {
  const ours = all.map((s) => s.ours).reduce(sum, NOTHING);
  const layout = all.some((s) => s.layout === null) ? null : all.map((s) => s.layout ?? NOTHING).reduce(sum, NOTHING);
  return [
    name,
    String(all.length),
    String(ours.expected),
    percent(ours.right / Math.max(1, ours.expected)),
    percent(ours.right / Math.max(1, ours.found)),
    f1(ours).toFixed(3),
    `${ours.whole}/${ours.tables}`,
    `${ours.linesRight}/${ours.lines}`,
    layout === null ? '-' : f1(layout).toFixed(3),
  ];
}

const HEAD = ['', 'files', 'cells', 'recall', 'precision', 'F1', 'tables whole', 'lines beside', 'pdftotext F1'];

async function report(title: string, cases: readonly TableCase[]): Promise<void> {
  const all: Scored[] = [];
  for (const one of cases) all.push(await scored(one));
  const rows = FAMILIES.flatMap((family) => {
    const some = all.filter(({ one }) => one.family === family);
    const kinds = [...new Set(some.map(({ one }) => one.kind))];
    return [
      ...kinds.map((kind) =>
        row(
          `${family}: ${kind}`,
          some.filter(({ one }) => one.kind === kind),
        ),
      ),
      ...(some.length > 0 ? [row(`**${family}**`, some)] : []),
    ];
  });
  console.log(`\n${title}\n\n${table(HEAD, rows)}`);
  if (values.wrong !== true) return;
  for (const { one, ours } of all)
    if (ours.whole < ours.tables || ours.linesRight < ours.lines || ours.found > ours.expected)
      console.log(`${one.family}: ${one.kind}: ${one.name}  F1 ${f1(ours).toFixed(3)}, lines ${ours.linesRight}/${ours.lines}`);
}

const seeds = values.seeds.split(',').map(Number);
const held = seeds.flatMap((seed) => heldOut(seed));
if (values.case !== undefined) {
  const named = values.case.split(';');
  for (const one of [...suite(), ...fixtures(), ...held].filter(({ name }) => named.includes(name))) {
    if (values.dump !== undefined) writeFileSync(values.dump, await one.plain());
    await showCase(one);
  }
} else {
  await report('The suite', suite());
  await report('Files of other producers', fixtures());
  await report(`Held out (seeds ${seeds.join(', ')})`, held);
}
