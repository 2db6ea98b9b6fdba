import { existsSync, readFileSync } from 'node:fs';

/** The program's version, as package.json has it. */
export function version(): string {
  // Two folders up, from the source as from each file of the build.
  const file = new URL('../../package.json', import.meta.url);
  if (!existsSync(file)) return 'unknown';
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
