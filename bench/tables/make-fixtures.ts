// npx tsx bench/tables/make-fixtures.ts: makes the fixtures anew; those of programs that are not installed stay as they are.
// Needs fonts-noto-cjk, LibreOffice Writer (soffice) and Chromium (Debian).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fixtureFile, fixtureSpecs, type Fixture } from './fixtures.js';
import { asDocx, asHtml } from './office.js';

/** Fixtures are small; a larger one says that a font was embedded whole. */
const LARGEST = 60_000;

async function made({ producer, spec, setting }: Fixture, work: string): Promise<Uint8Array> {
  const pdf = join(work, 'table.pdf');
  if (producer === 'libreoffice') {
    const source = join(work, 'table.docx');
    writeFileSync(source, await asDocx(spec, setting));
    const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, source], { stdio: 'ignore' });
  } else {
    const source = join(work, 'table.html');
    writeFileSync(source, asHtml(spec, setting));
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${join(work, 'profile')}`,
    ];
    execFileSync('chromium', [...flags, `--print-to-pdf=${pdf}`, pathToFileURL(source).href], { stdio: 'ignore' });
  }
  return new Uint8Array(readFileSync(pdf));
}

mkdirSync(new URL('fixtures', import.meta.url), { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'gongbao-fixtures-'));
try {
  for (const fixture of fixtureSpecs().filter(({ producer }) => producer !== 'pdfkit')) {
    try {
      const bytes = gzipSync(await made(fixture, work), { level: 9 });
      const kept = bytes.length <= LARGEST;
      if (kept) writeFileSync(fixtureFile(fixture), bytes);
      console.log(`${fixture.producer} ${fixture.name}: ${bytes.length} bytes${kept ? '' : ', too large to keep'}`);
    } catch (error) {
      console.error(`${fixture.producer} ${fixture.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
