import { expect, test } from 'vitest';
import { freshStore, input, listed } from './fixture.js';

test('what is put comes back', async () => {
  const store = await freshStore();
  await store.put(input('a/b.txt'));
  expect(await listed(store, 'clusters')).toMatchObject([{ name: 'a/b.txt陶瓷产业集群', place: '浮梁县', industry: '陶瓷' }]);
});
