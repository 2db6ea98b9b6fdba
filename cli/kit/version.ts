import { existsSync, readFileSync } from 'node:fs';

/** The program's version, as package.json has it. */
export function version(): string {
  // Two folders up from the source, three from the build.
  const places = ['../../package.json', '../../../package.json'].map((place) => new URL(place, import.meta.url));
  const file = places.find((place) => existsSync(place));
  if (file === undefined) return 'unknown';
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
