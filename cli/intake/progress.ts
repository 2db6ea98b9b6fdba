import type { Terminal } from '../kit/terminal.js';

/** Tells how far an ingest has come: a bar on a terminal, a plain line a file elsewhere. */
export interface Progress {
  /** So many files more are to be done: an archive held them. */
  more(files: number): void;
  /** One more file is done; `line` says what came of it, null where that has been said. */
  step(line: string | null): void;
  /** A line that must be seen either way. */
  note(line: string): void;
  stop(): void;
}

export async function openProgress(total: number, terminal: Terminal): Promise<Progress> {
  if (!terminal.moving) return plainProgress(total, terminal);
  const { MultiBar } = await import('cli-progress');
  const bars = new MultiBar({
    format: terminal.say({ en: '{bar} {value}/{total} files', zh: '{bar} {value}/{total} 个文件' }),
    barCompleteChar: '#',
    barIncompleteChar: '-',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  const bar = bars.create(total, 0);
  return {
    more: (files) => {
      bar.setTotal(bar.getTotal() + files);
    },
    step: () => {
      bar.increment();
    },
    note: (line) => {
      bars.log(`${line}\n`);
    },
    stop: () => {
      bars.stop();
    },
  };
}

function plainProgress(inputs: number, terminal: Terminal): Progress {
  let [done, total] = [0, inputs];
  return {
    more: (files) => {
      total += files;
    },
    step: (line) => {
      done += 1;
      if (line !== null) terminal.note(`[${done}/${total}] ${line}`);
    },
    note: (line) => {
      terminal.note(line);
    },
    stop: () => undefined,
  };
}
