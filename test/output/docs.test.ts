import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedDocs } from '../../output/docs.js';
import { RECORD_TYPES } from '../../schemas/index.js';

const ROOT = join(import.meta.dirname, '..', '..');

test.each(Object.entries(generatedDocs()))('%s is as the schemas make it (npm run generate)', async (path, text) => {
  expect(await readFile(join(ROOT, path), 'utf8')).toBe(text);
});

test('every field is described', () => {
  const records = generatedDocs()['docs/records.md'] ?? '';
  for (const { name, schema } of Object.values(RECORD_TYPES)) {
    expect(records).toContain(`## ${name}\n`);
    for (const field of Object.keys(schema.shape))
      expect(records).toMatch(new RegExp(`^\\| \`${field}\` \\| [^|]+ \\| [^|]*\\S[^|]* \\|$`, 'm'));
  }
});
