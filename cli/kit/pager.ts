import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { OptionDefinition, Options } from './command.js';
import type { Text } from './language.js';
import type { Terminal } from './terminal.js';

/** Shows what fits on one screen as it is, keeps colours, and leaves the text on the screen. */
const LESS = 'FRX';

/** The person at the terminal has seen enough: whoever writes may stop. */
class PagerClosed extends Error {}

/** The pager's command: GONGBAO_PAGER, the configuration, PAGER, else less; null where none is wanted or there. */
export function pagerOf(env: NodeJS.ProcessEnv, configured: string | undefined): string | null {
  const command = (env['GONGBAO_PAGER'] ?? configured ?? env['PAGER'] ?? 'less').trim();
  const [program = ''] = command.split(/\s+/);
  if (program === '' || command === 'cat') return null;
  const folders = isAbsolute(program) ? [''] : (env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program))) ? command : null;
}

/**
 * Lends `work` a terminal whose data goes through a pager, and waits until that is closed. Lines for the person come
 * afterwards: both at once would write over each other. Without the pager's program the data comes straight.
 */
export async function paged<T>(command: string, terminal: Terminal, work: (terminal: Terminal) => Promise<T>): Promise<T | null> {
  const pager = spawn(command, {
    shell: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { LESS, LESSCHARSET: 'utf-8', ...process.env },
  });
  let closed = false;
  const end = once(pager, 'close').then(() => (closed = true));
  pager.stdin.on('error', () => (closed = true));
  const notes: (string | Text)[] = [];
  const through: Terminal = {
    ...terminal,
    note: (text) => notes.push(text),
    out: async (text) => {
      if (closed) throw new PagerClosed();
      if (pager.stdin.write(text)) return;
      // Waiting ends with an error where the pager is closed meanwhile.
      await Promise.race([once(pager.stdin, 'drain'), end]).catch(() => (closed = true));
    },
  };
  try {
    return await work(through);
  } catch (error) {
    if (error instanceof PagerClosed) return null;
    throw error;
  } finally {
    pager.stdin.end();
    await end;
    for (const note of notes) terminal.note(note);
  }
}

export const pagerOption: OptionDefinition = {
  flags: '--no-pager',
  text: { en: 'print all at once, also on a terminal', zh: '在终端上也一次输出，不分页' },
};

/** Runs `work` with its data going through the pager where a person looks on, and straight to standard output elsewhere. */
export async function withPager(
  options: Options,
  terminal: Terminal,
  work: (terminal: Terminal) => Promise<unknown>,
): Promise<void> {
  const command = terminal.columns === null || options.isOff('pager') ? null : pagerOf(process.env, terminal.pager);
  if (command === null) await work(terminal);
  else await paged(command, terminal, work);
}
