import { describe, expect, it } from 'vitest';
import { Writer } from '../../intake/writer.js';
import type { Ingested } from '../../schemas/index.js';
import { input } from '../output/fixture.js';

/** A store that keeps the paths of each transaction, and is done with one when it is told so. */
class Slow {
  readonly groups: string[][] = [];
  private readonly waiting: (() => void)[] = [];

  put = (...inputs: readonly Ingested[]): Promise<void> => {
    this.groups.push(inputs.map(({ input: { path } }) => path));
    return new Promise((resolve) => this.waiting.push(resolve));
  };

  done(): void {
    this.waiting.shift()?.();
  }
}

/** A store that is done with everything at once, but refuses what `isWrong` says. */
function quick(isWrong: (path: string) => boolean = () => false) {
  const groups: string[][] = [];
  const put = (...inputs: readonly Ingested[]): Promise<void> => {
    const paths = inputs.map(({ input: { path } }) => path);
    groups.push(paths);
    return paths.some(isWrong) ? Promise.reject(new Error('no space')) : Promise.resolve();
  };
  return { groups, put };
}

const paths = (count: number): string[] => Array.from({ length: count }, (_, n) => `${n}.txt`);

/** An input whose text has so many characters. */
function longInput(path: string, characters: number): Ingested {
  const ingested = input(path);
  return {
    ...ingested,
    notices: ingested.notices.map((each) => ({ ...each, head: { ...each.head, text: '字'.repeat(characters) } })),
  };
}

/** Whether a promise is kept by now. */
async function isKept(promise: Promise<void>): Promise<boolean> {
  const later = new Promise<boolean>((resolve) => setImmediate(resolve, false));
  return Promise.race([promise.then(() => true), later]);
}

describe('the writer', () => {
  it('stores inputs that come soon after each other together, in their order, sixteen at most', async () => {
    const store = quick();
    const writer = new Writer(store);
    const added = paths(35).map((path) => writer.add(input(path)));
    await writer.idle();
    await Promise.all(added.map(({ stored }) => stored));
    expect(store.groups.map((group) => group.length)).toEqual([16, 16, 3]);
    expect(store.groups.flat()).toEqual(paths(35));
  });

  it('stores what has come when nothing follows', async () => {
    const store = quick();
    const { stored } = new Writer(store).add(input('a.txt'));
    expect(store.groups).toEqual([]);
    await stored;
    expect(store.groups).toEqual([['a.txt']]);
  });

  it('waits for no other input where one is long', async () => {
    const store = quick();
    const writer = new Writer(store);
    await writer.add(longInput('long.txt', 200_000)).stored;
    await writer.add(longInput('longer.txt', 300_000)).stored;
    expect(store.groups).toEqual([['long.txt'], ['longer.txt']]);
  });

  it('stores one group at a time and has room for one more to wait', async () => {
    const store = new Slow();
    const writer = new Writer(store);
    const added = paths(48).map((path) => writer.add(input(path)));
    expect(await isKept(added[15]?.room ?? Promise.reject(new Error('none')))).toBe(true);
    expect(await isKept(added[47]?.room ?? Promise.reject(new Error('none')))).toBe(false);
    expect(store.groups).toHaveLength(1);
    for (const group of [1, 2, 3]) {
      await expect.poll(() => store.groups.length).toBe(group);
      store.done();
    }
    await Promise.all(added.flatMap(({ stored, room }) => [stored, room]));
    expect(store.groups.flat()).toEqual(paths(48));
  });

  it('tells those whose group could not be stored, and stores the others', async () => {
    const store = quick((path) => path === '3.txt');
    const writer = new Writer(store);
    const added = paths(32).map((path) => writer.add(input(path)));
    await writer.idle();
    const ends = await Promise.allSettled(added.map(({ stored }) => stored));
    expect(ends.map(({ status }) => status)).toEqual([
      ...Array<string>(16).fill('rejected'),
      ...Array<string>(16).fill('fulfilled'),
    ]);
  });
});
