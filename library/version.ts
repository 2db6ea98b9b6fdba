import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const manifestSchema = z.object({ name: z.literal('gongbao'), version: z.string() });

/** The version of this package, by semantic versioning: see docs/library.md. */
export const version: string = readVersion();

/** The manifest is one folder up from the sources, two from the build. */
function readVersion(): string {
  for (const place of ['../package.json', '../../package.json']) {
    const file = new URL(place, import.meta.url);
    if (!existsSync(file)) continue;
    const manifest = manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (manifest.success) return manifest.data.version;
  }
  throw new Error('the package.json of gongbao is missing: install the package again');
}
