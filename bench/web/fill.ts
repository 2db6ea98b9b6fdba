import { openStore } from '../../output/index.js';
import { multiply } from './multiply.js';
import { notices, type Kind } from './notices.js';
import { timed, type Spent } from './spent.js';

/** What a store of made-up notices is to hold. */
export interface Wanted extends Kind {
  /** notices that are stored one by one */
  number: number;
  /** how often what was stored is there in the end */
  times: number;
}

/** Options of the command line that say what a store is to hold, and where it is kept. */
export const storeOptions = {
  part: { type: 'string', default: '1' },
  prose: { type: 'string', default: '1' },
  times: { type: 'string', default: '1' },
  store: { type: 'string' },
} as const;

/** Notices that are stored when the store is full. */
const MORE = 300;

/** Makes a store at `path`, where none is yet; `root` is the folder of the repository. Tells how fast, notice by notice and at the end. */
export async function makeStore(path: string, root: string, wanted: Wanted, tell: (line: string) => void): Promise<void> {
  await fill(path, root, wanted, tell);
  if (wanted.times > 1) await grow(path, root, wanted, tell);
}

async function fill(path: string, root: string, { number, ...kind }: Wanted, tell: (line: string) => void): Promise<void> {
  const make = await notices(root, kind);
  const store = await openStore(path);
  const sum: Spent = { wall: 0, cpu: 0 };
  for (let n = 0; n < number; n++) {
    const made = make(n);
    const { wall, cpu } = await timed(() => store.put(made));
    sum.wall += wall;
    sum.cpu += cpu;
    if ((n + 1) % 10_000 === 0) console.error(`${n + 1} notices, ${(sum.wall / (n + 1)).toFixed(1)} ms each`);
  }
  const link = await timed(() => store.link());
  await store.close();
  const each = (spent: number): string => (spent / number).toFixed(1);
  tell(`stored: ${each(sum.wall)} ms a notice, ${each(sum.cpu)} of the processor;`);
  tell(`the pass over the whole store: ${(link.wall / 1000).toFixed(1)} s, ${(link.cpu / 1000).toFixed(1)} of the processor\n`);
}

/** Multiplies a store, and tells how fast it then stores some notices more. */
async function grow(path: string, root: string, { number, times, ...kind }: Wanted, tell: (line: string) => void): Promise<void> {
  await multiply(path, times);
  const store = await openStore(path);
  const make = await notices(root, kind);
  const sum: Spent = { wall: 0, cpu: 0 };
  for (let n = number; n < number + MORE; n++) {
    const made = make(n);
    const { wall, cpu } = await timed(() => store.put(made));
    sum.wall += wall;
    sum.cpu += cpu;
  }
  await store.close();
  const each = (spent: number): string => (spent / MORE).toFixed(1);
  tell(`of ${number * times} notices and ${MORE} more: ${each(sum.wall)} ms each, ${each(sum.cpu)} of the processor\n`);
}
