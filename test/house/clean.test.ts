import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFiles, root } from './repository.js';

const BINARY = /\.(png|jpe?g|gif|pdf|docx?|xlsx?|ofd|zip|db|woff2?|ico)$/i;

const texts = repositoryFiles()
  .filter((file) => !BINARY.test(file) && statSync(join(root, file)).size < 2_000_000)
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

function filesWith(pattern: RegExp): string[] {
  return texts.flatMap(({ file, text }) => (text.match(pattern) ?? []).map((found) => `${file}: ${found}`));
}

describe('every file of the repository', () => {
  it('names no path of a machine', () => {
    // Written apart so that this file does not name one itself.
    const folders = ['work', 'farm', 'root', 'home', 'Users'].join('|');
    expect(filesWith(new RegExp(`(?<![\\w.~)\\]}*-])/(${folders})/[\\w.-]+`, 'g'))).toEqual([]);
  });

  it('names no registry or mirror host', () => {
    expect(filesWith(/\b(registry|deb|mirror|mirrors)\.[a-z]+\.(org|com|net|cn)\b/g)).toEqual([]);
  });
});
