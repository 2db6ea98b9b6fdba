import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A form that a text notice is put into: its name in tables, and the options of the maker. */
export interface Variant {
  name: string;
  options: readonly string[];
  /** without ruling lines more may be lost */
  ruled: boolean;
}

const OPTIONS: readonly Variant[] = [
  { name: 'two columns', options: ['--columns', '2'], ruled: true },
  { name: 'landscape', options: ['--landscape'], ruled: true },
  { name: 'no rules', options: ['--no-rules'], ruled: false },
  { name: 'header', options: ['--header', '抚河市人民政府公报'], ruled: true },
];

/** The plain form, each option, and each pair of them. */
export const VARIANTS: readonly Variant[] = [
  { name: 'plain', options: [], ruled: true },
  ...OPTIONS,
  ...OPTIONS.flatMap((a, i) =>
    OPTIONS.slice(i + 1).map((b) => ({
      name: `${a.name}, ${b.name}`,
      options: [...a.options, ...b.options],
      ruled: a.ruled && b.ruled,
    })),
  ),
];

/** A Python that has python-docx: the one on the path, else the system's; null where none has it. */
export function pythonWithDocx(): string | null {
  const has = (python: string) => spawnSync(python, ['-c', 'import docx'], { stdio: 'ignore' }).status === 0;
  return ['python3', '/usr/bin/python3'].find(has) ?? null;
}

export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * The folder of a variant's DOCX and PDF files, made where they are not there yet. It is kept in the temporary folder under a
 * name that depends on the maker, the notices and the options.
 */
export function variantFolder(python: string, maker: string, notices: string, variant: Variant): string {
  const files = readdirSync(notices).filter((file) => file.endsWith('.txt'));
  const print = createHash('sha256').update(readFileSync(maker)).update(variant.options.join('\0'));
  for (const file of files) print.update(readFileSync(join(notices, file)));
  const base = join(tmpdir(), 'gongbao-variants');
  const folder = join(base, print.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const file of files) {
    const made = spawnSync(python, [maker, join(notices, file), unfinished, ...variant.options], {
      encoding: 'utf8',
      // LibreOffice keeps its profile under HOME: one of its own, so that an open window of the user's is in nobody's way
      env: { ...process.env, HOME: join(base, 'home') },
    });
    if (made.status !== 0) {
      rmSync(unfinished, { recursive: true, force: true });
      throw new Error(`${variant.name}: ${file} could not be made\n${made.stderr}`);
    }
  }
  renameSync(unfinished, folder);
  return folder;
}
