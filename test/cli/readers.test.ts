import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { Readers } from '../../cli/intake/readers.js';
import { Workplace } from './support/place.js';

/** A thread that does what the file's text says instead of reading it. */
const thread = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ bytes }) => {
  const text = new TextDecoder().decode(bytes);
  if (text === 'loop') for (;;);
  if (text === 'exit') process.exit(7);
  if (text === 'throw') throw new Error('thrown');
  parentPort.postMessage({ kind: 'failed', message: text, stack: '' });
});
`;

const place = new Workplace();
const readers = new Readers(2_000, {}, pathToFileURL(place.write('thread.mjs', thread)));
afterEach(() => readers.close());

function read(text: string): ReturnType<Readers['read']> {
  return readers.read({ bytes: new Uint8Array(Buffer.from(text)), path: text, file: text });
}

describe('the reading threads', () => {
  it('answer, one after the other and side by side', async () => {
    expect(await read('a')).toMatchObject({ message: 'a' });
    expect(await Promise.all([read('b'), read('c')])).toMatchObject([{ message: 'b' }, { message: 'c' }]);
  });

  it('a file that takes too long costs its thread, and the others go on', async () => {
    expect(await Promise.all([read('loop'), read('d')])).toMatchObject([{ kind: 'too_slow' }, { message: 'd' }]);
    expect(await read('e')).toMatchObject({ message: 'e' });
  });

  it('a thread that ends or throws is a failure of its file only', async () => {
    expect(await read('exit')).toMatchObject({ kind: 'failed', message: 'the reading thread ended with code 7' });
    expect(await read('throw')).toMatchObject({ kind: 'failed', message: 'thrown' });
    expect(await read('f')).toMatchObject({ message: 'f' });
  });
});
