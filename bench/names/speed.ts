import Fuse from 'fuse.js';
import type { Gazetteer } from '../../corpus/gazetteer.js';
import type { NameContext, Resolver } from '../../names/index.js';
import type { Resolution } from '../../schemas/index.js';
import { contextOf } from '../../test/names/cases.js';
import type { Drawn } from './draw.js';

/** What is asked for on one core, in names a second of its time: other work on the machine does not count. */
const ASKED = { rule: 20_000, fuzzy: 500 };
const SECONDS = 2;

interface Asked {
  one: Drawn;
  context: NameContext;
}

/** Rows of a table: names resolved a second, by the way in which they are found. */
export function speeds(resolver: Resolver, cases: readonly Drawn[], gazetteer: Gazetteer): string[][] {
  const asked = cases.map((one) => ({ one, context: contextOf(one, gazetteer) }));
  const resolve = ({ one, context }: Asked): Resolution =>
    one.kind === 'organ' ? resolver.unit(one.name, false, context, 0) : resolver[one.kind](one.name, context);
  const by = (methods: readonly Resolution['method'][]) => asked.filter((one) => methods.includes(resolve(one).method));
  const fuse = new Fuse([...gazetteer.parks.names()], { includeScore: true, ignoreLocation: true });
  return [
    row('exact name, alias or rule', by(['exact', 'alias', 'former', 'rule', 'context']), resolve, ASKED.rule),
    row('by likeness', by(['fuzzy']), resolve, ASKED.fuzzy),
    row('nothing found', by(['unresolved']), resolve, ASKED.fuzzy),
    row(
      'fuse.js alone, parks',
      asked.filter(({ one }) => one.kind === 'park').slice(0, 50),
      ({ one }) => fuse.search(one.name, { limit: 1 }),
      null,
    ),
  ];
}

function row(name: string, asked: readonly Asked[], resolve: (one: Asked) => unknown, wanted: number | null): string[] {
  for (const one of asked) resolve(one);
  const start = process.cpuUsage();
  let count = 0;
  let used = 0;
  while (used < SECONDS * 1e6) {
    for (const one of asked) resolve(one);
    count += asked.length;
    const { user, system } = process.cpuUsage(start);
    used = user + system;
  }
  const perSecond = (1e6 * count) / used;
  return [name, String(asked.length), String(Math.round(perSecond)), wanted === null ? '-' : String(wanted)];
}
