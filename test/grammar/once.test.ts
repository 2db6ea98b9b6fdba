import { expect, it } from 'vitest';
import { once } from '../../extractors/index.js';

it('asks once for each object, whatever the answer is', () => {
  const asked: object[] = [];
  const answer = once((of: { value: number | undefined }) => {
    asked.push(of);
    return of.value;
  });
  const [one, other, none] = [{ value: 1 }, { value: 1 }, { value: undefined }];
  expect([answer(one), answer(one), answer(other), answer(none), answer(none)]).toEqual([1, 1, 1, undefined, undefined]);
  expect(asked).toEqual([one, other, none]);
});
