import { join } from 'node:path';
import { expect, test } from 'vitest';
import { input, openAt, scratch } from './fixture.js';

test('a store has another revision once it has changed, by itself or by another program, and the same one until then', async () => {
  const path = join(await scratch(), 'store.db');
  const writer = await openAt(path);
  await writer.put(input('a.txt'));
  const reader = await openAt(path, { readOnly: true });

  const [ofWriter, ofReader] = [await writer.revision(), await reader.revision()];
  await reader.page('notices');
  await writer.counts();
  expect([await writer.revision(), await reader.revision()]).toEqual([ofWriter, ofReader]);

  await writer.put(input('b.txt'));
  const [later, laterToo] = [await writer.revision(), await reader.revision()];
  expect([later === ofWriter, laterToo === ofReader]).toEqual([false, false]);

  await writer.remove('b.txt');
  expect([(await writer.revision()) === later, (await reader.revision()) === laterToo]).toEqual([false, false]);
});
