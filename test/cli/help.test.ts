import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../cli/commands/index.js';
import { gongbao, program, root } from './support/program.js';

describe('help', () => {
  it('lists every command, with examples', () => {
    const { code, out, err } = gongbao(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect(out).toContain('Examples:\n  gongbao ingest');
  });

  it.each(commands.map(({ name }) => name))('%s --help shows its options and examples', (name) => {
    const { code, out } = gongbao([name, '--help']);
    expect(code).toBe(0);
    const definition = commands.find((command) => command.name === name);
    for (const { flags } of definition?.options ?? []) expect(out).toContain(flags);
    for (const example of definition?.examples ?? []) expect(out).toContain(`gongbao ${example}`);
  });

  it('speaks Chinese where asked to, or where the locale says so', () => {
    expect(gongbao(['--help', '--lang', 'zh']).out).toContain('命令：');
    expect(gongbao(['--help'], { env: { LANG: 'zh_CN.UTF-8' } }).out).toContain('用法：');
    expect(gongbao(['--help'], { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' } }).out).toContain('Usage:');
  });

  it('tells the version of package.json', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const { code, out } = gongbao(['--version']);
    expect(code).toBe(0);
    expect(manifest).toContain(`"version": "${out.trim()}"`);
  });

  it('loads nothing heavy: the program reaches only commander before a command runs', () => {
    const start = readFileSync(program, 'utf8');
    expect([...start.matchAll(/require\("([^"]+)"\)/g)].filter(([, name = '']) => !name.startsWith('node:'))).toEqual([]);
    expect(start).toContain('../program/run.js');
    expect([...packagesReached(join(root, 'dist/program/run.js'))].sort()).toEqual(['commander']);
  });
});

const mapSchema = z.object({ sources: z.array(z.string()) });

/** Packages whose code stands in a built file and in those it imports at its head, by their source maps, or that these import. */
function packagesReached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const { sources } = mapSchema.parse(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const packages = new Set(sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []));
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s*(?:[^'"();]*?from\s*)?["']([^"']+)["']/gm,
  )) {
    if (target.startsWith('.')) for (const name of packagesReached(join(dirname(file), target), seen)) packages.add(name);
    else if (!target.startsWith('node:')) packages.add(target);
  }
  return packages;
}
