import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportChanges, exportStore, openStore } from '../../../output/index.js';
import { openDriver } from '../../../output/store/driver.js';

/** All that a store gives, by the name of the file that it is exported to; and what paths held before. */
export type Outcome = Readonly<Record<string, string>>;

/** Exports everything that a store holds, changes and history with it. */
export async function outcomeOf(path: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-outcome-'));
  const store = await openStore(path, { readOnly: true, personalData: 'shown' });
  try {
    await exportStore(store, { format: 'jsonl', outDir: folder });
    await exportChanges(store, 'start', { outDir: folder, fileName: 'changes.jsonl' });
    const files = readdirSync(folder).map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]);
    return { ...Object.fromEntries(files), history: await historyOf(path) };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function historyOf(path: string): Promise<string> {
  const driver = await openDriver(path, { readOnly: true });
  try {
    return JSON.stringify(await driver.all('select path, version, sha256, bytes from history order by path, version'));
  } finally {
    await driver.close();
  }
}

/** The first thing in which two stores differ; null where they give the same byte for byte. */
export function differenceOf(a: Outcome, b: Outcome): string | null {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return names.find((name) => a[name] !== b[name]) ?? null;
}
