import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatSchema } from '../../schemas/document.js';
import { root } from './repository.js';

const index = readFileSync(join(root, 'docs/formats.md'), 'utf8');

describe('the description of formats', () => {
  it.each(formatSchema.options)('%s has a page, which the index links, with a rejected case', (format) => {
    const page = join(root, 'docs/formats', `${format}.md`);
    expect(existsSync(page)).toBe(true);
    expect(index).toContain(`(formats/${format}.md)`);
    expect(readFileSync(page, 'utf8')).toMatch(/refused|rejected/i);
  });

  it('links to files that are there', () => {
    const links = [...index.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(root, 'docs', link)))).toEqual([]);
  });
});
