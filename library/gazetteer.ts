import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { GazetteerFile } from '../pipeline/index.js';

/** Rows of your own for the gazetteer: the path of a CSV file, or its name and text. */
export type OwnGazetteer = string | GazetteerFile;

export async function gazetteerFile(own: OwnGazetteer | undefined): Promise<GazetteerFile | null> {
  if (own === undefined) return null;
  return typeof own === 'string' ? { name: basename(own), text: await readFile(own, 'utf8') } : own;
}
