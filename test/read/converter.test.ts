import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libreOffice } from '../../pipeline/engines/libreoffice.js';
import { tesseract } from '../../pipeline/engines/tesseract.js';
import { readDocument } from '../../pipeline/read/index.js';
import { texts } from './show.js';

const notice = new Uint8Array(readFileSync(new URL('fixtures/notice.doc', import.meta.url)));

describe('the converter', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fake-office-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** A program of the name that is looked for; it tells its version, then does what the script says. */
  const program = (script: string): string => {
    const file = join(folder, 'soffice');
    writeFileSync(file, `#!/bin/sh\ncase "$*" in *--version*) echo "LibreOffice 9.8.7.6 abc"; exit;; esac\n${script}\n`);
    chmodSync(file, 0o755);
    return folder;
  };

  it('is none where the program is not on the path', () => {
    expect(libreOffice(`${folder}:/nowhere`)).toBeNull();
  });

  it('gets the file in a folder of its own with a profile of its own, both gone afterwards', async () => {
    const converter = libreOffice(
      program(
        `mkdir -p "$PWD/out"; { pwd; echo "$*"; cat profile/user/registrymodifications.xcu; } > out/input.docx; pwd > ${folder}/where`,
      ),
    );
    const told = new TextDecoder().decode(await converter?.convert(new Uint8Array([1]), 'doc', 'docx'));
    const where = readFileSync(join(folder, 'where'), 'utf8').trim();
    expect(converter?.name).toBe('libreoffice@9.8.7.6');
    expect(told).toContain(`-env:UserInstallation=file://${where}/profile`);
    expect(told).toContain('DisableMacrosExecution');
    expect(existsSync(where)).toBe(false);
  });

  it('tells of the program that it starts, as a group, and that it has ended; text recognition does so too', async () => {
    const told: [string, number][] = [];
    const watch = { started: (id: number) => told.push(['started', id]), ended: (id: number) => told.push(['ended', id]) };
    await libreOffice(program('exit 0'), 5_000, watch)
      ?.convert(new Uint8Array([1]), 'doc', 'docx')
      .catch(() => undefined);
    await tesseract(join(program('exit 0'), 'soffice'), watch)
      .ready()
      .catch(() => undefined);
    expect(told.map(([what, id]) => [what, Math.sign(id)])).toEqual([
      ...[
        ['started', -1],
        ['ended', -1],
        ['started', -1],
        ['ended', -1],
      ],
      ...[
        ['started', 1],
        ['ended', 1],
        ['started', 1],
        ['ended', 1],
      ],
    ]);
  });

  it('refuses what the program makes nothing of', async () => {
    const converter = libreOffice(program('exit 0'));
    await expect(converter?.convert(new Uint8Array([1]), 'doc', 'docx')).rejects.toMatchObject({ code: 'damaged' });
  });

  it('ends a program that takes too long, with what it has started, and cleans up', async () => {
    const converter = libreOffice(program(`pwd > ${folder}/where; sleep 600 & echo $! > ${folder}/child; wait`), 500);
    await expect(converter?.convert(new Uint8Array([1]), 'doc', 'docx')).rejects.toMatchObject({ code: 'damaged' });
    expect(existsSync(readFileSync(join(folder, 'where'), 'utf8').trim())).toBe(false);
    const child = Number(readFileSync(join(folder, 'child'), 'utf8'));
    await expect.poll(() => isRunning(child)).toBe(false);
  });

  it.skipIf(libreOffice() === null)('is LibreOffice, where it is installed', { timeout: 120_000 }, async () => {
    const bytes = await libreOffice()?.convert(notice, 'doc', 'docx');
    const document = await readDocument(new Uint8Array(bytes ?? []), 'notice.docx');
    expect(texts(document)).toContain('（二）强化要素保障');
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`gongbao-convert-${process.pid}-`))).toEqual([]);
  });
});

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    // A process that has ended but was not waited for is still listed.
    return existsSync(`/proc/${id}/stat`) && !readFileSync(`/proc/${id}/stat`, 'utf8').includes(') Z');
  } catch {
    return false;
  }
}
