import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { root } from '../cli/support/program.js';

const packSchema = z.array(z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }));

/** The package as `npm pack` makes it, unpacked where a project would have it. */
export interface Packed {
  /** a project's folder: `node_modules/gongbao` is in it */
  project: string;
  /** the package's own folder */
  installed: string;
  files: string[];
  remove: () => void;
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Packs what is built; what it depends on is lent to it from here, as nothing is to be installed. */
export function pack(): Packed {
  run(process.execPath, [join(root, 'scripts/types.mjs')], root);
  const project = mkdtempSync(join(tmpdir(), 'gongbao-pack-'));
  const told: unknown = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], root));
  const [made] = packSchema.parse(told);
  if (!made) throw new Error('npm pack made nothing');
  run('tar', ['-xzf', made.filename], project);
  const installed = join(project, 'node_modules/gongbao');
  mkdirSync(dirname(installed), { recursive: true });
  cpSync(join(project, 'package'), installed, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  const remove = () => {
    rmSync(project, { recursive: true, force: true });
  };
  return { project, installed, files: made.files.map(({ path }) => path), remove };
}

/** The TypeScript that the README shows. */
export function readmeSnippet(): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, snippet] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  if (snippet === undefined) throw new Error('the README shows no TypeScript');
  return snippet;
}
