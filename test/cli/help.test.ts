import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
    expect([...staticImports(program)].sort()).toEqual(['commander']);
  });
});

/** Packages that a module loads at its head, directly or through modules of ours; `import()` waits until it is called. */
function staticImports(file: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  expect(existsSync(file), file).toBe(true);
  const source = readFileSync(file, 'utf8');
  const heads = /^(?:import\s+(?:[^'"();]*?\sfrom\s+)?|export\s+[^'"();=]*?\sfrom\s+)['"]([^'"]+)['"]/gm;
  for (const [, specifier = ''] of source.matchAll(heads)) {
    if (specifier.startsWith('node:')) continue;
    if (!specifier.startsWith('.')) packages.add(specifier);
    else for (const name of staticImports(join(dirname(file), specifier), seen)) packages.add(name);
  }
  return packages;
}
