import { resolve } from 'node:path';
import { collectInputs, type Collected } from './inputs.js';
import type { Input } from './paths.js';

/** Where what is collected is to go. */
export interface Destination {
  /** path of the store, whose own files are passed over; null where it is none of a file */
  store: string | null;
  /** put before every path with a `/`, to keep folders with equal file names apart */
  prefix: string | null;
}

/** All files that the arguments name (files, folders, globs), with the paths that they go by in the store. */
export async function collect(args: readonly string[], { store, prefix }: Destination): Promise<Collected> {
  const own = store === null ? [] : ['', '-wal', '-shm', '-journal'].map((ending) => resolve(store) + ending);
  const { inputs, refused } = await collectInputs(args, new Set(own));
  const before = prefix?.replace(/^\/+|(?<!\/)\/+$/g, '') ?? '';
  return { refused, inputs: before === '' ? inputs : inputs.map((input) => under(before, input)) };
}

function under(prefix: string, input: Input): Input {
  const beside = input.beside?.map((path) => `${prefix}/${path}`);
  return { ...input, path: `${prefix}/${input.path}`, ...(beside && { beside }) };
}
