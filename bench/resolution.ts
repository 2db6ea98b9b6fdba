// npm run bench:names [-- --speed] [--wrong] [--now]: how well names are resolved, over the tables of test/names/cases and
// as many cases drawn from the gazetteer, beside two naive ways. --speed measures how fast, too; --wrong prints what is not
// right; --now writes what came out into the column `now` of the tables.
import { parseArgs } from 'node:util';
import { loadGazetteer } from '../corpus/gazetteer.js';
import { createResolver, FUZZY_THRESHOLD, type Resolver } from '../names/index.js';
import { casesOf, contextOf, isRight, shown, TABLES, TIERS, writeTable } from '../test/names/cases.js';
import { Baselines, type Answer } from './names/baselines.js';
import { Lottery, type Drawn } from './names/draw.js';
import { cut, f1, fitted, precisionAndRecall, right, type Judged } from './names/judge.js';
import { speeds } from './names/speed.js';
import { table } from './table.js';

const SEED = 20260601;
/** Slips and invented names for the threshold: more than the cases, of which few are slips. */
const SLIPS = { seed: 20260602, count: 3000 };
const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.7];
const { values } = parseArgs({ options: { wrong: { type: 'boolean' }, now: { type: 'boolean' }, speed: { type: 'boolean' } } });
const gazetteer = loadGazetteer();
const resolver = createResolver(gazetteer);

const answerBy =
  (by: Resolver): Answer =>
  (one) => {
    const context = contextOf(one, gazetteer);
    const found = one.kind === 'organ' ? by.unit(one.name, false, context, 0) : by[one.kind](one.name, context);
    return { came: shown(found), score: found.score };
  };
const ours = answerBy(resolver);
const judge = (answer: Answer, cases: readonly Drawn[]): Judged[] => cases.map((one) => ({ one, ...answer(one) }));
/** Every second case; the thresholds are fitted on one half, and all figures are those of the other. */
const half = <T>(all: readonly T[], rest: 0 | 1): T[] => all.filter((_, at) => at % 2 === rest);

/** Written after the rules had been mended by the tables before them, and first run when nothing more was changed. */
const BLIND = ['blind', 'blind-2'];
const hand: Drawn[] = TABLES.filter((name) => !BLIND.includes(name)).flatMap(casesOf);
const blind = BLIND.map((name) => ({ name, cases: casesOf(name) }));
const drawn = new Lottery(gazetteer, SEED).draw(hand.length);
const baselines = new Baselines(gazetteer);
const fuseOnFit = judge(baselines.fuse, half([...hand, ...drawn], 0));
const fuseThreshold = fitted(fuseOnFit);

const ways: readonly (readonly [name: string, judged: (cases: readonly Drawn[]) => Judged[]])[] = [
  ['exact only', (cases) => judge(baselines.exact, cases)],
  [`fuse.js alone (at ${fuseThreshold})`, (cases) => cut(judge(baselines.fuse, cases), fuseThreshold)],
  ['gongbao', (cases) => judge(ours, cases)],
];

const figures = (all: readonly Judged[]): string[] => {
  const { precision, recall } = precisionAndRecall(all);
  return [precision, recall];
};
const rows = [
  ['by hand', half(hand, 1)],
  ['drawn', half(drawn, 1)],
  ...blind.map(({ name, cases }) => [name, cases] as const),
] as const;
console.log(`${hand.length} cases by hand, ${drawn.length} drawn; precision and recall on the half that nothing was fitted on\n`);
console.log(
  table(
    ['', 'cases', ...TIERS.flatMap((tier) => [`${tier} p`, 'r']), 'all p', 'r', 'rightly none'],
    rows.flatMap(([name, cases]) =>
      ways.map(([way, judged]) => {
        const all = judged(cases);
        const none = all.filter(({ one }) => one.expected === 'none');
        const tiers = TIERS.flatMap((tier) => figures(all.filter(({ one }) => one.tier === tier)));
        return [
          `${name}: ${way}`,
          String(cases.length),
          ...tiers,
          ...figures(all),
          `${none.filter(right).length}/${none.length}`,
        ];
      }),
    ),
  ),
);

const kinds = ['park', 'place', 'organ'] as const;
const byKind = (name: string, cases: readonly Drawn[]): string[] => {
  const judged = judge(ours, cases);
  return [name, ...kinds.flatMap((kind) => figures(judged.filter(({ one }) => one.kind === kind)))];
};
console.log(
  `\n${table(
    ['all cases, gongbao', ...kinds.flatMap((kind) => [`${kind} p`, 'r'])],
    [byKind('by hand', hand), byKind('drawn', drawn), ...blind.map(({ name, cases }) => byKind(name, cases))],
  )}`,
);

const slips = new Lottery(gazetteer, SLIPS.seed)
  .draw(SLIPS.count)
  .filter(({ tier, expected }) => tier === 'hard' || expected === 'none');
console.log(`\nfuzzy threshold (now ${FUZZY_THRESHOLD}), over ${slips.length} slips and names that nobody bears\n`);
console.log(
  table(
    ['at most', 'fitted: p', 'r', 'f1', 'reported: p', 'r', 'f1'],
    THRESHOLDS.map((threshold) => {
      const answer = answerBy(createResolver(gazetteer, { threshold }));
      const halves = ([0, 1] as const).map((rest) => judge(answer, half(slips, rest)));
      return [String(threshold), ...halves.flatMap((all) => [...figures(all), f1(all).toFixed(3)])];
    }),
  ),
);

if (values.speed)
  console.log(
    `\n${table(['on one core', 'names', 'a second', 'asked for'], speeds(resolver, [...hand, ...drawn, ...slips], gazetteer))}`,
  );

if (values.wrong)
  for (const { one, came, score } of judge(ours, [...hand, ...drawn, ...blind.flatMap(({ cases }) => cases)]).filter(
    (judged) => !right(judged),
  ))
    console.log(
      `${one.kind} ${one.name} [${one.place} ${one.date}] (${one.tier}, ${one.source})\n  wanted ${one.expected}\n  now ${came} ${score}`,
    );
if (values.now)
  for (const name of TABLES) {
    const cases = casesOf(name).map((one) => {
      const { came } = ours(one);
      return { ...one, now: isRight(one.expected, came) ? '' : came };
    });
    writeTable(name, cases);
  }
