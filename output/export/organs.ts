import type { Obligation } from '../../schemas/index.js';

/** Somebody that tasks are given to: an organ, or a group of organs that a notice names as one. */
export interface Organ {
  /** its id in the gazetteer, else its name as written */
  key: string;
  /** its full official name where that is known, else as written */
  name: string;
  tasks: number;
}

/** Tasks held at a time: those of several small organs are gathered in one pass over all tasks. */
const AT_ONCE = 20_000;

/** Who is responsible for a task, leading it or supporting it: each once. */
export function organsIn({ units }: Obligation): Omit<Organ, 'tasks'>[] {
  const organs = new Map<string, string>();
  for (const { unit_id, canonical, name } of units)
    if (!organs.has(unit_id ?? name)) organs.set(unit_id ?? name, canonical ?? name);
  return [...organs].map(([key, name]) => ({ key, name }));
}

/** The organs of all tasks, those with the most first. */
export async function countOrgans(tasks: AsyncIterable<Obligation>): Promise<Organ[]> {
  const organs = new Map<string, Organ>();
  for await (const task of tasks) {
    for (const { key, name } of organsIn(task)) {
      const organ = organs.get(key) ?? { key, name, tasks: 0 };
      organ.tasks += 1;
      organs.set(key, organ);
    }
  }
  return [...organs.values()].sort((a, b) => b.tasks - a.tasks || (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/**
 * Each organ with its tasks, in the order given. All tasks are read once for every so many of them, so that memory stays
 * the same; an organ that has more is read by itself. Take each organ's tasks before the next organ.
 */
export async function* byOrgan(
  organs: readonly Organ[],
  read: () => AsyncIterable<Obligation>,
): AsyncGenerator<{ organ: Organ; tasks: () => AsyncIterable<Obligation> }> {
  for (const batch of batchesOf(organs)) {
    const [only] = batch;
    if (only && batch.length === 1) {
      yield { organ: only, tasks: () => ofOrgan(only, read()) };
      continue;
    }
    const gathered = new Map(batch.map(({ key }): [string, Obligation[]] => [key, []]));
    for await (const task of read()) for (const { key } of organsIn(task)) gathered.get(key)?.push(task);
    for (const organ of batch) yield { organ, tasks: () => each(gathered.get(organ.key) ?? []) };
  }
}

function batchesOf(organs: readonly Organ[]): Organ[][] {
  const batches: Organ[][] = [];
  let held = Infinity;
  for (const organ of organs) {
    if (held + organ.tasks > AT_ONCE) {
      batches.push([]);
      held = 0;
    }
    batches.at(-1)?.push(organ);
    held += organ.tasks;
  }
  return batches;
}

async function* ofOrgan({ key }: Organ, tasks: AsyncIterable<Obligation>): AsyncGenerator<Obligation> {
  for await (const task of tasks) if (organsIn(task).some((organ) => organ.key === key)) yield task;
}

// eslint-disable-next-line @typescript-eslint/require-await -- in the shape of what is read from a store
async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
