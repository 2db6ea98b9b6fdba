import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { prepareRows } from '../../corpus/gazetteer.js';
import { root } from './support/program.js';

it('holds the gazetteer’s rows as the data files give them', () => {
  const built: unknown = JSON.parse(readFileSync(join(root, 'dist/gazetteer.json'), 'utf8'));
  expect(built).toEqual(JSON.parse(JSON.stringify(prepareRows())));
});
