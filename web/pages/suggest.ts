import type { Context } from 'hono';
import type { Store } from '../../output/index.js';
import { Remembered, rememberedAnswer } from '../remembered.js';
import type { Env, Site } from '../site.js';

/** A name of the store that somebody may be typing. */
interface Suggestion {
  name: string;
  kind: 'organ' | 'park' | 'place' | 'cluster';
}

/** Names that are offered at once, and names of a kind that are known. */
const [OFFERED, KNOWN] = [12, 20_000];

const known = new Remembered<Promise<Suggestion[]>>(1);

/** `/suggest?q=…&kind=…`: names that begin with what was typed, then those that hold it, the more frequent first. */
export async function suggest(c: Context<Env>): Promise<Response> {
  const [q, kind] = [c.req.query('q')?.trim().slice(0, 100) ?? '', c.req.query('kind')];
  const names = q === '' ? [] : (await namesOf(c.get('site'))).filter((one) => kind === undefined || one.kind === kind);
  const holding = names.filter(({ name }) => name.includes(q));
  const first = holding.filter(({ name }) => name.startsWith(q));
  const others = holding.filter(({ name }) => !name.startsWith(q));
  // Long enough for a word that is typed, gone back in and typed again.
  c.header('cache-control', 'private, max-age=10');
  return c.json({ names: [...first, ...others].slice(0, OFFERED) });
}

/** The names of a store, looked up once for each of its states. */
function namesOf({ stores }: Site): Promise<Suggestion[]> {
  return rememberedAnswer(known, stores.zh, 'names', () => readNames(stores.zh));
}

async function readNames(store: Store): Promise<Suggestion[]> {
  const values = async (type: 'clusters' | 'notices', by: string): Promise<string[]> => {
    const totals = await store.totals(type, {}, [by], { limit: KNOWN });
    return totals.flatMap(({ values: [value] }) => (typeof value === 'string' ? [value] : []));
  };
  const as = (kind: Suggestion['kind'], names: readonly string[]): Suggestion[] =>
    [...new Set(names)].map((name) => ({ name, kind }));
  return [
    ...as('organ', await store.names.unitNames(KNOWN)),
    ...as('place', [...(await values('notices', 'region')), ...(await values('clusters', 'place'))]),
    ...as('park', await values('clusters', 'park')),
    ...as('cluster', await values('clusters', 'name')),
  ];
}
