import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, it, vi } from 'vitest';
import { Options } from '../../../cli/kit/command.js';
import { CommandError } from '../../../cli/kit/errors.js';
import { openTerminal, type Terminal } from '../../../cli/kit/terminal.js';
import { runServer } from '../../../cli/serve/run.js';
import { TestSite } from '../support.js';

const test = new TestSite();

/** A terminal that keeps what it is told. */
function terminal(notes: string[]): Terminal {
  return { ...openTerminal([], { LANG: 'en' }), note: (text) => void notes.push(typeof text === 'string' ? text : text.en) };
}

it('serves the store, tells where, logs as JSON, and ends when it is told to', async () => {
  const notes: string[] = [];
  const logged: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  const options = new Options({ store: test.path, port: '0', basePath: '/g', log: 'json', originals: test.originals });
  const running = runServer(options, terminal(notes));
  try {
    await vi.waitFor(
      () => {
        expect(notes).toHaveLength(1);
      },
      { timeout: 30_000 },
    );
    const [address] = /http:\/\/127\.0\.0\.1:\d+\/g\//.exec(notes[0] ?? '') ?? [''];
    const answers = await Promise.all(['api/v1/health', 'api/v1/notices?limit=1', 'nosuch'].map((path) => fetch(address + path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    for (const answer of answers) await answer.text();
  } finally {
    process.emit('SIGTERM');
    await running;
    write.mockRestore();
  }
  const lines = logged.map((line) => JSON.parse(line) as unknown);
  expect(lines).toContainEqual(expect.objectContaining({ method: 'GET', path: '/g/api/v1/notices', status: 200 }));
});

it('says what to do where the port is taken, or where there is no store', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  await expect(runServer(new Options({ store: test.path, port }), terminal([]))).rejects.toMatchObject({
    what: { en: `port ${port} is in use already` },
  });
  await expect(runServer(new Options({ store: `${test.path}.none`, port }), terminal([]))).rejects.toBeInstanceOf(CommandError);
  other.close();
});
