import { performance } from 'node:perf_hooks';
import type { Address } from './addresses.js';
import type { Served } from './server.js';

/** What an address took, in milliseconds. */
export interface Measured {
  name: string;
  path: string;
  bytes: number;
  /** the first time, when nothing of it was kept */
  first: number;
  /** by the clock, from the second time on, one question after the other */
  alone: number[];
  /** of the server's processor, a mean of those */
  cpu: number;
  /** by the clock, while others were asked */
  among: number[];
}

/** Milliseconds until the whole answer was there, and its bytes. Anything but 200 is no answer. */
export async function ask(base: string, { path }: Pick<Address, 'path'>): Promise<{ wall: number; bytes: number }> {
  const begun = performance.now();
  const answer = await fetch(base + path, { headers: { 'accept-language': 'zh-CN' } });
  const { byteLength } = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${answer.status}: ${path}`);
  return { wall: performance.now() - begun, bytes: byteLength };
}

/** Asks one address again and again, with nothing else going on. */
export async function measured({ base, cpu }: Served, address: Address, rounds: number): Promise<Measured> {
  const { wall: first, bytes } = await ask(base, address);
  const alone: number[] = [];
  // What asking for the processor time takes itself is told apart.
  const [before, telling] = [await cpu(), await cpu()];
  for (let round = 0; round < rounds; round += 1) alone.push((await ask(base, address)).wall);
  const spent = Math.max(0, (await cpu()) - telling - (telling - before));
  return { ...address, bytes, first, alone, cpu: spent / rounds, among: [] };
}

/** Asks all of them `rounds` times, in turns, so many at once; what each took is added to it. */
export async function together(base: string, all: readonly Measured[], rounds: number, atOnce: number): Promise<void> {
  const turns = Array.from({ length: rounds }, () => all).flat();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let own = turns[next++]; own !== undefined; own = turns[next++]) own.among.push((await ask(base, own)).wall);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
