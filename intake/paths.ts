import { relative, sep } from 'node:path';

/** A file found on disk. */
export interface Located {
  absolute: string;
  /** the folder that the user named, or the file's own where a file was named */
  root: string;
  /** as the user would name it */
  shown: string;
}

/** A file with the path that is its identity in the store. */
export interface Input extends Located {
  path: string;
  /** paths of the files that it links and that lie beside it */
  beside?: readonly string[];
}

/**
 * Gives every file its identity: its path relative to its root. Where two roots hold files under one path, all files
 * of that path get the names of the folders above in front, as many as tell them apart. In order of path.
 */
export function namePaths(files: readonly Located[]): Input[] {
  const inputs = nameBeside(files, 0);
  return inputs.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function nameBeside(files: readonly Located[], depth: number): Input[] {
  const byPath = new Map<string, Located[]>();
  for (const file of files) {
    const path = pathAt(file, depth);
    byPath.set(path, [...(byPath.get(path) ?? []), file]);
  }
  return [...byPath].flatMap(([path, same]) => {
    const deeper = same.some((file) => pathAt(file, depth + 1) !== path);
    return same.length > 1 && deeper ? nameBeside(same, depth + 1) : same.map((file) => ({ ...file, path }));
  });
}

/** The path with the names of `depth` folders, counted from the root upwards, in front; NFC, as not every disk keeps it. */
function pathAt({ absolute, root }: Located, depth: number): string {
  const above = root.split(sep).filter((part) => part !== '');
  const inside = relative(root, absolute).split(sep);
  return [...(depth === 0 ? [] : above.slice(-depth)), ...inside].join('/').normalize('NFC');
}
