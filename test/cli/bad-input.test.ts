import { chmodSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { encryptedPdf, junk, notice, scannedPdf, truncatedPdf } from './support/files.js';
import { Workplace } from './support/place.js';
import { gongbao, type Ran } from './support/program.js';

const place = new Workplace();
const isRoot = process.getuid?.() === 0;

/** Every kind of bad input, and what its line must say. */
const bad: [file: string, says: RegExp][] = [
  ['empty.txt', /empty/i],
  ['junk.txt', /text/i],
  ['truncated.pdf', /damaged|broken|cut|read/i],
  ['encrypted.pdf', /encrypted|password/i],
  ['no-zip.docx', /zip/i],
  ['scanned.pdf', /ocr/i],
  ['table.xlsx', /no XLSX.*Download/],
  ['letter.doc', /OLE|Word 97|\.doc/],
  ['script.html', /web page holds no text.*browser/],
  ['archive.mht', /web page holds no text/],
  ['picture.txt', /image|PNG|binary|supported/i],
];

let ran: Ran;
beforeAll(async () => {
  place.write('in/good.txt', notice);
  place.write('in/empty.txt', '');
  place.write('in/junk.txt', junk());
  place.write('in/truncated.pdf', await truncatedPdf());
  place.write('in/encrypted.pdf', await encryptedPdf());
  place.write('in/no-zip.docx', 'this is no zip archive at all');
  place.write('in/scanned.pdf', await scannedPdf());
  place.write('in/table.xlsx', 'a,b,c');
  place.write('in/letter.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  place.write('in/script.html', '<!doctype html><div id="app"></div><script>fill()</script>');
  place.write('in/archive.mht', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x--\n');
  place.write('in/picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  ran = gongbao(['ingest', 'in', 'missing.txt', 'no-*.pdf', '--store', 'bad.db'], { cwd: place.path });
});

function linesAbout(file: string): string[] {
  return ran.notes.filter((line) => line.includes(file));
}

describe('bad input', () => {
  it('makes the exit code 3, and nothing goes to standard output', () => {
    expect(ran).toMatchObject({ code: 3, out: '' });
  });

  it.each(bad)('%s gets one line with its cause and the next step', (file, says) => {
    expect(linesAbout(file)).toHaveLength(1);
    expect(linesAbout(file)[0]).toMatch(/^refused in\/[^:]+: .+ \(.+\)$/);
    expect(linesAbout(file)[0]).toMatch(says);
  });

  it('a missing path is named', () => {
    expect(linesAbout('missing.txt')).toEqual(['refused missing.txt: no such file or folder (check the spelling of the path)']);
  });

  it('a glob that matches nothing is named', () => {
    expect(linesAbout('no-*.pdf')).toHaveLength(1);
    expect(linesAbout('no-*.pdf')[0]).toMatch(/^refused no-\*\.pdf: no file matches/);
  });

  it.skipIf(isRoot)('a file that may not be read is named', () => {
    chmodSync(place.write('locked/locked.txt', notice), 0o000);
    const { code, notes } = gongbao(['ingest', 'locked', '--store', 'locked.db'], { cwd: place.path });
    expect(code).toBe(3);
    expect(notes[0]).toBe('refused locked/locked.txt: permission to read it is denied (check its permissions)');
  });

  it('the others go on, and nothing of a refused file is in the store', () => {
    expect(ran.notes.at(-1)).toBe(`1 stored, 0 unchanged, ${bad.length + 2} refused`);
    const { out } = gongbao(['notices', '--jsonl', '--store', 'bad.db'], { cwd: place.path });
    const files = out
      .trim()
      .split('\n')
      .map((line) => z.object({ file: z.string() }).parse(JSON.parse(line)).file);
    expect(files).toEqual(['good.txt']);
    const stats = gongbao(['stats', '--json', '--store', 'bad.db'], { cwd: place.path }).out;
    expect(z.object({ by_type: z.object({ inputs: z.number() }) }).parse(JSON.parse(stats)).by_type.inputs).toBe(1);
  });

  it('is told in Chinese where asked to', () => {
    const { code, notes } = gongbao(['ingest', 'in/empty.txt', 'in/scanned.pdf', '--store', 'zh.db', '--lang', 'zh'], {
      cwd: place.path,
    });
    expect(code).toBe(3);
    expect(notes).toContain('拒收 in/empty.txt：文件为空（请重新下载或导出）');
    expect(notes).toContain(
      '拒收 in/scanned.pdf：没有可读取的文字，是扫描件或图片（请用 --ocr 读取（需 Debian 软件包 tesseract-ocr 和 tesseract-ocr-chi-sim））',
    );
  });

  it('is told to scripts as JSON', () => {
    const { code, out } = gongbao(['ingest', 'in/good.txt', 'in/empty.txt', 'nowhere.txt', '--json', '--store', 'json.db'], {
      cwd: place.path,
    });
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject([
      { status: 'refused', path: 'empty.txt', code: 'empty' },
      { status: 'stored', path: 'good.txt', notices: 1 },
      { status: 'refused', path: 'nowhere.txt', code: 'missing' },
    ]);
  });

  it('alone makes no store', () => {
    const { code } = gongbao(['ingest', 'nowhere.txt', '--store', 'none.db'], { cwd: place.path });
    expect(code).toBe(3);
    expect(gongbao(['notices', '--store', 'none.db'], { cwd: place.path }).code).toBe(1);
  });

  it('a stored file that has gone bad keeps its older version, and says so', () => {
    place.write('later/通知.txt', notice);
    expect(gongbao(['ingest', 'later', '--store', 'later.db'], { cwd: place.path }).code).toBe(0);
    writeFileSync(place.at('later/通知.txt'), '');
    const { code, notes } = gongbao(['ingest', 'later', '--store', 'later.db'], { cwd: place.path });
    expect(code).toBe(3);
    expect(notes[0]).toMatch(/^refused later\/通知\.txt: .*; the version stored before stays$/);
    const { out } = gongbao(['ratings', '--jsonl', '--store', 'later.db'], { cwd: place.path });
    expect(out).toContain('赣州市稀土新材料及应用产业集群');
  });
});
