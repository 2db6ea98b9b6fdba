import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectInputs } from '../../intake/inputs.js';
import { fixedPart, isPattern } from '../../intake/pattern.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-inputs-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
}

/** The paths that the arguments give as identities, and the refusals as `code: name`, both below the test's folder. */
async function collect(...args: string[]): Promise<{ paths: string[]; refused: string[] }> {
  const { inputs, refused } = await collectInputs(
    args.map((arg) => join(folder, arg)),
    new Set([join(folder, 'gongbao.db')]),
  );
  return {
    paths: inputs.map(({ path }) => path),
    refused: refused.map(({ code, shown }) => `${code}: ${shown.slice(folder.length + 1)}`),
  };
}

describe('what the arguments of ingest stand for', () => {
  it('a folder gives every file below it, by the path inside it, in order', async () => {
    write('公报/b.txt', '公报/2024/通知.pdf', '公报/2025/通知.pdf');
    expect(await collect('公报')).toEqual({ paths: ['2024/通知.pdf', '2025/通知.pdf', 'b.txt'], refused: [] });
  });

  it('a file goes by its base name', async () => {
    write('公报/2024/通知.pdf');
    expect(await collect('公报/2024/通知.pdf')).toEqual({ paths: ['通知.pdf'], refused: [] });
  });

  it('a glob goes by the path after its fixed part', async () => {
    write('公报/2024/通知.pdf', '公报/2024/通知.txt', '公报/2025/附件/通知.pdf');
    expect((await collect('公报/**/*.pdf')).paths).toEqual(['2024/通知.pdf', '2025/附件/通知.pdf']);
    expect((await collect('公报/2024/*')).paths).toEqual(['通知.pdf', '通知.txt']);
  });

  it('a glob that matches folders takes what is in them', async () => {
    write('公报/2024/通知.pdf', '公报/2025/通知.pdf');
    expect((await collect('公报/202*')).paths).toEqual(['2024/通知.pdf', '2025/通知.pdf']);
  });

  it('a name with brackets that exists is a file, no glob', async () => {
    write('通知[1].txt', '通知1.txt');
    expect((await collect('通知[1].txt')).paths).toEqual(['通知[1].txt']);
  });

  it('a file that two arguments name is taken once', async () => {
    write('公报/通知.pdf');
    expect((await collect('公报', '公报/通知.pdf')).paths).toEqual(['通知.pdf']);
  });

  it('equal paths of several folders get the folders’ names in front, the others stay', async () => {
    write('2024/通知.pdf', '2025/通知.pdf', '2025/公告.pdf');
    expect((await collect('2024', '2025')).paths).toEqual(['2024/通知.pdf', '2025/通知.pdf', '公告.pdf']);
  });

  it('as many names as tell them apart', async () => {
    write('江西/公报/通知.pdf', '湖南/公报/通知.pdf');
    expect((await collect('江西/公报', '湖南/公报')).paths).toEqual(['江西/公报/通知.pdf', '湖南/公报/通知.pdf']);
  });

  it('does not depend on the order of the arguments', async () => {
    write('2024/通知.pdf', '2025/通知.pdf', '2025/公告.pdf');
    expect(await collect('2025', '2024')).toEqual(await collect('2024', '2025'));
  });

  it('passes over hidden files, leavings of editors and the store itself', async () => {
    write(
      '公报/通知.txt',
      '公报/.DS_Store',
      '公报/~$通知.docx',
      '公报/通知.txt~',
      '公报/Thumbs.db',
      '公报/.git/config',
      'gongbao.db',
    );
    expect(await collect('公报')).toEqual({ paths: ['通知.txt'], refused: [] });
    expect(await collect('.')).toEqual({ paths: ['公报/通知.txt'], refused: [] });
  });

  it('keeps unsupported formats in: they are refused by name when read', async () => {
    write('公报/清单.xlsx');
    expect((await collect('公报')).paths).toEqual(['清单.xlsx']);
  });

  it('comes back from links that lead in a circle', async () => {
    write('公报/a/通知.txt');
    symlinkSync(join(folder, '公报'), join(folder, '公报/a/back'));
    expect(await collect('公报')).toEqual({ paths: ['a/通知.txt'], refused: [] });
  });

  it('names what is not there', async () => {
    write('公报/通知.txt');
    symlinkSync(join(folder, 'gone'), join(folder, '公报/link.txt'));
    mkdirSync(join(folder, 'empty'));
    const { paths, refused } = await collect('公报', 'no.txt', '公报/*.pdf', 'empty');
    expect(paths).toEqual(['通知.txt']);
    expect(refused).toEqual(['missing: 公报/link.txt', 'missing: no.txt', 'no_match: 公报/*.pdf', 'empty_folder: empty']);
  });

  it('holds a composed and a decomposed name for one path', async () => {
    write(`${'é'.normalize('NFD')}.txt`);
    expect((await collect('.')).paths).toEqual([`${'é'.normalize('NFC')}.txt`]);
  });
});

describe('a glob', () => {
  it.each([
    ['2024/*.pdf', '2024'],
    ['*.pdf', '.'],
    ['/data/**/x.txt', '/data'],
    ['/*.txt', '/'],
    ['a/b{1,2}/c', 'a'],
  ])('%s begins below %s', (pattern, fixed) => {
    expect(fixedPart(pattern)).toBe(fixed);
  });

  it('is told from a plain path', () => {
    expect(isPattern('2024/通知（1）.pdf')).toBe(false);
    expect(isPattern('2024/通知?.pdf')).toBe(true);
  });
});
