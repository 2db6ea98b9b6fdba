import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { Readers } from '../../intake/readers.js';
import { Workplace } from './support/place.js';

/** A thread that does what the file's text says instead of reading it. */
const thread = `
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { parentPort, resourceLimits, threadId, workerData } from 'node:worker_threads';
const children = new Int32Array(workerData.children);
parentPort.on('message', ({ bytes }) => {
  const text = new TextDecoder().decode(bytes);
  if (text.startsWith('program ') || text.startsWith('group ')) {
    const group = text.startsWith('group ');
    const child = spawn('sleep', ['600'], { detached: group, stdio: 'ignore' });
    children[0] = group ? -child.pid : child.pid;
    const scratch = mkdtempSync('${tmpdir()}' + '/gongbao-convert-' + process.pid + '-' + threadId + '-');
    writeFileSync(text.split(' ')[1], child.pid + ' ' + scratch);
    for (;;);
  }
  if (text === 'loop') for (;;);
  if (text === 'hungry' && resourceLimits.maxOldGenerationSizeMb < 32) devour();
  if (text === 'hungry for more') devour();
  if (text === 'exit') process.exit(7);
  if (text === 'throw') throw new Error('thrown');
  parentPort.postMessage({ kind: 'failed', message: text, stack: '' });
});
function devour() {
  for (const held = []; ; ) held.push(new Array(10_000).fill(held.length));
}
`;

const place = new Workplace();
const readers = new Readers(2_000, {}, pathToFileURL(place.write('thread.mjs', thread)));
/** Threads with little memory, of which one has more. */
const small = new Readers(60_000, {}, pathToFileURL(place.write('thread.mjs', thread)), {
  usual: { maxOldGenerationSizeMb: 16 },
  large: { maxOldGenerationSizeMb: 48 },
});
afterEach(() => Promise.all([readers.close(), small.close()]));

function read(text: string, by = readers): ReturnType<Readers['read']> {
  return by.read({ bytes: new Uint8Array(Buffer.from(text)), path: text, file: text });
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

  it('a file that takes too much memory is tried once more with more of it', async () => {
    expect(await Promise.all([read('hungry', small), read('g', small)])).toMatchObject([{ message: 'hungry' }, { message: 'g' }]);
  });

  it('one that takes too much again costs its threads, and the others go on', async () => {
    expect(await read('hungry for more', small)).toEqual({ kind: 'too_hungry' });
    expect(await read('h', small)).toMatchObject({ message: 'h' });
  });

  it.each(['program', 'group'])(
    'a %s that an ended thread had started is ended too, and its temporary folder is gone',
    async (kind) => {
      const note = join(mkdtempSync(join(place.path, 'note-')), 'note');
      expect(await read(`${kind} ${note}`)).toEqual({ kind: 'too_slow' });
      const [pid = '', scratch = ''] = readFileSync(note, 'utf8').split(' ');
      expect(Number(pid)).toBeGreaterThan(1);
      await expect.poll(() => isRunning(Number(pid))).toBe(false);
      await expect.poll(() => existsSync(scratch)).toBe(false);
    },
  );

  it('a thread that ends or throws is a failure of its file only', async () => {
    expect(await read('exit')).toMatchObject({ kind: 'failed', message: 'the reading thread ended with code 7' });
    expect(await read('throw')).toMatchObject({ kind: 'failed', message: 'thrown' });
    expect(await read('f')).toMatchObject({ message: 'f' });
  });
});

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    // A process that has ended but was not waited for is still listed.
    return existsSync(`/proc/${id}/stat`) && !readFileSync(`/proc/${id}/stat`, 'utf8').includes(') Z');
  } catch {
    return false;
  }
}
