import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { handmadeZip } from '../support/zip.js';
import { notice } from './support/files.js';
import { Workplace } from './support/place.js';
import { gongbao } from './support/program.js';

const place = new Workplace();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('takes each file of an archive as an input of its own, refuses bad ones by name, and skips what is unchanged', () => {
  const inner = (text: string): Uint8Array => handmadeZip([{ name: '通知.txt', data: bytes(text) }]);
  const archive = (text: string): Uint8Array =>
    handmadeZip([
      { name: iconv.encode('附件/评价结果.txt', 'gbk'), data: bytes(notice) },
      { name: '../../secret.txt', data: bytes(notice.replaceAll('2024', '2023')), flags: 1 },
      { name: 'inner.zip', data: inner(text) },
      { name: '__MACOSX/._a.txt', data: bytes('x') },
    ]);
  const ingest = () => gongbao(['ingest', 'in', '--store', 'zip.db', '--jobs', '1'], { cwd: place.path });
  const other = notice.replaceAll('2024', '2022');
  place.write('in/2025.zip', archive(other));

  const first = ingest();
  expect(first.code).toBe(3);
  expect(first.err).toContain('[1/4] 2025.zip: 3 files inside');
  expect(first.err).toContain('refused in/2025.zip/secret.txt: it is protected with a password in its archive');
  expect(first.notes.at(-1)).toBe('2 stored, 0 unchanged, 1 refused');
  const { out } = gongbao(['notices', '--jsonl', '--store', 'zip.db'], { cwd: place.path });
  expect(out).toContain('"评价结果.txt"');
  expect(out).toContain('"通知.txt"');

  expect(ingest().notes.at(-1)).toBe('0 stored, 2 unchanged, 1 refused');
  place.write('in/2025.zip', archive(other.replace('铜基新材料', '铜精深加工')));
  const again = ingest();
  expect(again.err).toContain('replaced 2025.zip/inner.zip/通知.txt: ');
  expect(again.notes.at(-1)).toBe('1 stored, 1 unchanged, 1 refused');
});

it('an archive without a file in it is refused', () => {
  place.write('empty.zip', handmadeZip([{ name: '.DS_Store', data: bytes('x') }]));
  const { code, err } = gongbao(['ingest', 'empty.zip', '--store', 'empty.db'], { cwd: place.path });
  expect(code).toBe(3);
  expect(err).toContain('refused empty.zip: the archive holds no file');
});
