// npm run bench:audit [-- --seed N] [-- --missed]: puts errors into notices that have none, and counts what the audit tells
// of them, by kind and by check; --missed prints each error that is not told, and each warning beside the point.
import { parseArgs } from 'node:util';
import { findingMessage } from '../../output/index.js';
import { loadTools } from '../../pipeline/index.js';
import { table } from '../table.js';
import { KINDS } from './kinds/index.js';
import { cleanNotices, outcomesOf, warnings, type Outcome } from './run.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    missed: { type: 'boolean' },
    kind: { type: 'string', multiple: true, default: [] },
  },
});
const PER_KIND = 10;

const tools = await loadTools();
const notices = await cleanNotices(tools);
const kinds = KINDS.filter(({ name }) => values.kind.length === 0 || values.kind.includes(name));
const outcomes = kinds.flatMap((kind) => outcomesOf(kind, notices, PER_KIND, Number(values.seed), tools));

const share = (part: number, of: number): string => (of === 0 ? '-' : `${((part / of) * 100).toFixed(0)} %`);
const count = (of: readonly Outcome[], found: Outcome['found']): number => of.filter((o) => o.found === found).length;
const line = (name: string, checks: string, of: readonly Outcome[]): string[] => [
  name,
  String(of.length),
  String(count(of, 'told')),
  String(count(of, 'hint')),
  share(count(of, 'told'), of.length),
  String(of.flatMap((o) => o.beside).length),
  checks,
];

console.log(`${outcomes.length} errors in ${notices.length} notices, seed ${values.seed}\n`);
console.log(
  table(
    ['error', 'made', 'told', 'as a hint', 'recall', 'beside the point', 'checks'],
    [
      ...kinds.map((kind) =>
        line(
          kind.name,
          kind.checks.join(', '),
          outcomes.filter((o) => o.kind === kind),
        ),
      ),
      line('all', '', outcomes),
    ],
  ),
);

const own = notices.flatMap((clean) => warnings(clean.ingested).map((f) => ({ path: clean.path, finding: f })));
const beside = outcomes.flatMap((o) => o.beside);
const checks = [
  ...new Set([...kinds.flatMap((k) => k.checks), ...own.map((o) => o.finding.check), ...beside.map((f) => f.check)]),
];
const ofCheck = (check: string): Outcome[] => outcomes.filter((o) => o.kind.checks.includes(check));
console.log(
  `\n${table(
    ['check', 'errors', 'told', 'recall', 'beside the point', 'in the notices as they are'],
    checks
      .toSorted()
      .map((check) => [
        check,
        String(ofCheck(check).length),
        String(count(ofCheck(check), 'told')),
        share(count(ofCheck(check), 'told'), ofCheck(check).length),
        String(beside.filter((f) => f.check === check).length),
        String(own.filter((o) => o.finding.check === check).length),
      ]),
  )}`,
);

if (values.missed) {
  for (const { path, finding } of own) console.log(`as it is: ${path}: ${findingMessage(finding)}`);
  for (const o of outcomes) {
    if (o.found !== 'told') console.log(`${o.found}: ${o.kind.name}: ${o.path}: ${o.seeded.what}`);
    for (const f of o.beside) console.log(`beside: ${o.kind.name}: ${o.path}: ${o.seeded.what} :: ${findingMessage(f)}`);
  }
}
