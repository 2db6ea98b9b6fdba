import { describe, expect, it } from 'vitest';
import { guardRejections, isOfLibrary } from '../../pipeline/read/pdf/stray-rejections.js';

describe('rejections that nobody waits for', () => {
  it.each<[string, unknown, boolean]>([
    ['of the library’s parsers', { name: 'XRefEntryException', message: 'Bad (uncompressed) XRef entry: 7R' }, true],
    ['of ours', new TypeError('x is undefined'), false],
    ['that are no errors', 'text', false],
    ['of nothing', null, false],
  ])('%s', (_name, reason, own) => {
    expect(isOfLibrary(reason)).toBe(own);
  });

  it('are heard while a PDF is open, and no longer', async () => {
    const before = process.listenerCount('unhandledRejection');
    const [first, second] = [guardRejections(), guardRejections()];
    expect(process.listenerCount('unhandledRejection')).toBe(before + 1);
    first();
    first();
    await new Promise((resolve) => setImmediate(resolve));
    expect(process.listenerCount('unhandledRejection')).toBe(before + 1);
    second();
    await new Promise((resolve) => setImmediate(resolve));
    expect(process.listenerCount('unhandledRejection')).toBe(before);
  });
});
