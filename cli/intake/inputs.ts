import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { systemCode } from '../kit/errors.js';
import { isPattern, fixedPart } from './pattern.js';
import { namePaths, type Input, type Located } from './paths.js';
import { refusal, refusalOfSystemError, type Refusal } from './refusal.js';

export interface Collected {
  inputs: Input[];
  refused: Refusal[];
}

interface Finds {
  /** by absolute path: a file that two arguments name is taken once */
  files: Map<string, Located>;
  refused: Refusal[];
}

/**
 * All files that the arguments name: files, folders with all that is in them, and globs. A folder's hidden files and
 * the leavings of editors and file managers are passed over, and so are `except` (the store's own files).
 */
export async function collectInputs(args: readonly string[], except: ReadonlySet<string>): Promise<Collected> {
  const finds: Finds = { files: new Map(), refused: [] };
  for (const arg of args) await collectArgument(arg, finds, except);
  return { inputs: namePaths([...finds.files.values()]), refused: finds.refused };
}

async function collectArgument(arg: string, finds: Finds, except: ReadonlySet<string>): Promise<void> {
  const absolute = resolve(arg);
  const before = finds.files.size + finds.refused.length;
  try {
    const stats = await stat(absolute);
    if (!stats.isDirectory()) {
      collectFile({ absolute, root: dirname(absolute), shown: arg }, stats.isFile(), finds);
      return;
    }
    await collectFolder({ absolute, root: absolute, shown: arg }, [], finds, except);
    if (finds.files.size + finds.refused.length === before) finds.refused.push(refusal(arg, 'empty_folder'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT' && isPattern(arg)) await collectPattern(arg, finds, except);
    else finds.refused.push(refusalOfSystemError(arg, error));
  }
}

async function collectPattern(pattern: string, finds: Finds, except: ReadonlySet<string>): Promise<void> {
  const { glob } = await import('tinyglobby');
  const root = resolve(fixedPart(pattern));
  const matches = await glob(pattern, { onlyFiles: false, expandDirectories: false, absolute: true });
  const paths = matches.map((match) => resolve(match)).sort();
  if (paths.length === 0) finds.refused.push(refusal(pattern, 'no_match'));
  for (const absolute of paths) {
    if (isPassedOver(basename(absolute)) || except.has(absolute)) continue;
    await collectEntry({ absolute, root, shown: absolute }, [], finds, except);
  }
}

/** `above` are the real paths of the folders around it: a link back to one of them is a loop. */
async function collectFolder(
  folder: Located,
  above: readonly string[],
  finds: Finds,
  except: ReadonlySet<string>,
): Promise<void> {
  const real = await realpath(folder.absolute);
  if (above.includes(real)) return;
  for (const name of (await readdir(folder.absolute)).sort()) {
    const absolute = join(folder.absolute, name);
    if (isPassedOver(name) || except.has(absolute)) continue;
    await collectEntry({ absolute, root: folder.root, shown: join(folder.shown, name) }, [...above, real], finds, except);
  }
}

async function collectEntry(entry: Located, above: readonly string[], finds: Finds, except: ReadonlySet<string>): Promise<void> {
  try {
    const stats = await stat(entry.absolute);
    if (stats.isDirectory()) await collectFolder(entry, above, finds, except);
    else collectFile(entry, stats.isFile(), finds);
  } catch (error) {
    finds.refused.push(refusalOfSystemError(entry.shown, error));
  }
}

function collectFile(file: Located, isRegular: boolean, finds: Finds): void {
  if (!isRegular) finds.refused.push(refusal(file.shown, 'no_file'));
  else if (!finds.files.has(file.absolute)) finds.files.set(file.absolute, file);
}

/** Hidden files, lock and backup files of editors, and what file managers leave behind. */
function isPassedOver(name: string): boolean {
  return /^\.|^~\$|~$|^(Thumbs\.db|desktop\.ini|__MACOSX)$/i.test(name);
}
