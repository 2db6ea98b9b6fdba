import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser that tests run in: `CHROMIUM`, else the first of the usual names on the path; null where there is none. */
export function chromiumPath(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const asked = env['CHROMIUM'];
  if (asked !== undefined && asked !== '') return asked;
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}

/** Tests that need the browser, and these files; what is missing is said once, and they are skipped. */
export function describeInBrowser(name: string, needed: readonly string[], tests: () => void): void {
  const missing = needed.filter((path) => !existsSync(path));
  const browser = chromiumPath();
  if (browser === null) tell(name, 'there is no Chromium: install the package chromium, or name one by CHROMIUM=/path/to/it');
  if (missing.length > 0) tell(name, `${missing.join(', ')} is not there`);
  describe.skipIf(browser === null || missing.length > 0)(name, tests);
}

function tell(name: string, why: string): void {
  process.stderr.write(`SKIPPED “${name}”: ${why}\n`);
}
