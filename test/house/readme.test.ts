import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../cli/commands/index.js';
import { root } from './repository.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const manifest = z
  .object({ scripts: z.record(z.string(), z.string()), engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** The command lines of the README: what stands in its indented blocks, comments cut off. */
const lines = [...readme.matchAll(/^ {4}(\S.*)$/gm)].map((match) => (match[1] ?? '').replace(/\s+#.*$/, ''));

describe('the README', () => {
  it.each(commands.map(({ name }) => name))('has a row for the command %s', (name) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'));
  });

  it('names no command that is not there', () => {
    const named = [...readme.matchAll(/^\| `([a-z]+)/gm)].map((match) => match[1]);
    const folders = /^(cli|bench|intake|pipeline|extractors|corpus|schemas)$/;
    const known = commands.map(({ name }) => name);
    expect(named.filter((name) => name !== undefined && !known.includes(name) && !folders.test(name))).toEqual([]);
  });

  it('names no option of a command that the command does not have', () => {
    for (const { name, options } of commands) {
      const row = new RegExp(`^\\| \`${name}[ \`].*$`, 'm').exec(readme)?.[0] ?? '';
      for (const [option] of row.matchAll(/--[a-z-]+/g)) {
        expect(options.flatMap(({ flags }) => flags.match(/--[a-z-]+/g) ?? [])).toContain(option);
      }
    }
  });

  it('gives only scripts that package.json has', () => {
    const scripts = lines.flatMap((line) => /^npm (?:run (?:--silent )?)?(start|test|\w+)/.exec(line)?.[1] ?? []);
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) expect(Object.keys(manifest.scripts)).toContain(script);
  });

  it('asks for the Node that package.json asks for', () => {
    expect(readme).toContain(`Node ${manifest.engines.node.replace('>=', '')} or newer`);
  });

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });
});
