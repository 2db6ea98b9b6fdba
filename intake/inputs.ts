import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { systemCode } from './system.js';
import { isPattern, fixedPart } from './pattern.js';
import { foldersOf, isPage, linkedBeside } from './linked.js';
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
  const linked = await collectLinked(finds, except);
  return { inputs: withBeside(namePaths([...finds.files.values()]), linked), refused: finds.refused };
}

/** Takes in the files that pages link and that lie beside them; gives them by page. */
async function collectLinked(finds: Finds, except: ReadonlySet<string>): Promise<Map<string, string[]>> {
  const linked = new Map<string, string[]>();
  for (const page of [...finds.files.values()].filter(({ absolute }) => isPage(absolute))) {
    const files = (await linkedBeside(page)).filter(({ absolute }) => !except.has(absolute));
    for (const file of files) collectFile(file, true, finds);
    if (files.length > 0)
      linked.set(
        page.absolute,
        files.map(({ absolute }) => absolute),
      );
  }
  return linked;
}

function withBeside(inputs: Input[], linked: ReadonlyMap<string, readonly string[]>): Input[] {
  const paths = new Map(inputs.map(({ absolute, path }) => [absolute, path]));
  return inputs.map((input) => {
    const files = linked.get(input.absolute);
    return files === undefined ? input : { ...input, beside: files.flatMap((absolute) => paths.get(absolute) ?? []) };
  });
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
  const names = (await readdir(folder.absolute)).sort();
  // what a browser saved with a page: its pictures and scripts are none, and files that the page links come in with it
  const ofPages = new Set(names.filter(isPage).flatMap(foldersOf));
  for (const name of names) {
    const absolute = join(folder.absolute, name);
    if (isPassedOver(name) || ofPages.has(name) || except.has(absolute)) continue;
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
export function isPassedOver(name: string): boolean {
  return /^\.|^~\$|~$|^(Thumbs\.db|desktop\.ini|__MACOSX)$/i.test(name);
}
