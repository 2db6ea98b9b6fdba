import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectInputs } from '../../intake/inputs.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-linked-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array = name): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

async function collect(...args: string[]): Promise<Record<string, readonly string[]>> {
  const { inputs, refused } = await collectInputs(
    args.map((arg) => join(folder, arg)),
    new Set(),
  );
  expect(refused).toEqual([]);
  return Object.fromEntries(inputs.map(({ path, beside = [] }) => [path, beside]));
}

const page = (link: string): string => `<!doctype html><meta charset="utf-8"><p>附件：${link}</p>`;

describe('files that a page links', () => {
  it.each<[string, string, string]>([
    ['where a relative link leads', '<a href="files/清单.pdf">清单</a>', 'files/清单.pdf'],
    ['with a name in percents', '<a href="./%E6%B8%85%E5%8D%95.pdf?v=1">清单</a>', '清单.pdf'],
    ['of an absolute address, under its name', '<a href="https://a.example/x/2601.xlsx">清单</a>', '2601.xlsx'],
    ['in the folder that the browser saved', '<a href="https://a.example/x/2601.xlsx">清单</a>', '通知_files/2601.xlsx'],
    ['in that of another browser', '<a href="/x/2601.xlsx">清单</a>', '通知.files/2601.xlsx'],
    ['given out by a handler, under the words of the link', '<a href="/download.jsp?id=1">任务清单.docx</a>', '任务清单.docx'],
  ])('come in with it: %s', async (_name, link, file) => {
    write('a/通知.html', page(link));
    write(`a/${file}`);
    write('a/别的.pdf');
    expect(await collect('a/通知.html')).toEqual({ '通知.html': [file], [file]: [] });
  });

  it('come in with a page in GBK', async () => {
    write('a/通知.html', new Uint8Array(iconv.encode('<meta charset=gbk><p>附件：<a href="清单.pdf">清单</a>', 'gbk')));
    write('a/清单.pdf');
    expect(Object.keys(await collect('a/通知.html'))).toEqual(['清单.pdf', '通知.html']);
  });

  it('are never taken from outside the folder', async () => {
    write('secret.pdf');
    write('a/通知.html', page('<a href="../secret.pdf">1</a><a href="%2e%2e/secret.pdf">2</a><a href="link.pdf">3</a>'));
    symlinkSync(join(folder, 'secret.pdf'), join(folder, 'a/link.pdf'));
    expect(await collect('a/通知.html')).toEqual({ '通知.html': [] });
  });

  it('of a folder that is named are inputs once, and what the browser saved beside is none', async () => {
    write('a/通知.html', page('<a href="清单.pdf">清单</a><a href="https://a.example/b.ofd">b</a>'));
    write('a/清单.pdf');
    write('a/通知_files/b.ofd');
    write('a/通知_files/main.css');
    expect(await collect('a')).toEqual({
      '通知.html': ['清单.pdf', '通知_files/b.ofd'],
      '清单.pdf': [],
      '通知_files/b.ofd': [],
    });
  });
});
