import { spawn } from 'node:child_process';
import { EngineMissing, type OcrEngine, type PageImage, type RecognisedWord } from '../read/index.js';
import { wordsOfTsv } from './tesseract-tsv.js';
import type { ProcessWatch } from './watch.js';

const PROGRAM = 'tesseract';
const LANGUAGE = 'chi_sim';
const INSTALL = 'Install tesseract with simplified Chinese (Debian: tesseract-ocr and tesseract-ocr-chi-sim).';
/** A dense page takes some ten seconds; one that takes longer than this is a picture full of specks. */
const MOST_MS = 120_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/**
 * The `tesseract` program as text recognition. The picture goes in and the words come out through pipes: nothing is
 * written to disk. One thread a page: pages are read side by side already.
 */
export function tesseract(program = PROGRAM, watch: ProcessWatch | null = null): OcrEngine {
  let asked: Promise<string> | null = null;
  return {
    ready: () => (asked ??= ask({ program, watch })),
    recognise: async (image) => await recognise({ program, watch }, image),
  };
}

interface Called {
  program: string;
  watch: ProcessWatch | null;
}

async function ask(called: Called): Promise<string> {
  const version = await run(called, ['--version']).catch(() => {
    throw new EngineMissing(`the program ${PROGRAM} is not installed`, INSTALL);
  });
  const languages = await run(called, ['--list-langs']);
  if (!languages.split(/\s+/).includes(LANGUAGE))
    throw new EngineMissing(`${PROGRAM} lacks the language ${LANGUAGE} (simplified Chinese)`, INSTALL);
  return `${PROGRAM}@${/tesseract v?(\d[\w.-]*)/.exec(version)?.[1] ?? 'unknown'}`;
}

async function recognise(called: Called, { picture, dpi }: PageImage): Promise<RecognisedWord[]> {
  const tsv = await run(
    called,
    ['stdin', 'stdout', '-l', LANGUAGE, '--psm', '3', '--dpi', String(Math.round(dpi)), 'tsv'],
    picture,
  );
  return wordsOfTsv(tsv);
}

/** Runs a program without a shell and gives what it prints, on standard error too where that is all. */
function run({ program, watch }: Called, args: readonly string[], input?: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
    });
    const { pid } = child;
    if (pid !== undefined) watch?.started(pid);
    // Not the option of spawn: its clock goes on where the program is not there, and keeps this one from ending.
    const watchdog = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
    const out: Buffer[] = [];
    const notes: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MOST_OUTPUT) child.kill('SIGKILL');
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (notes.length < 50) notes.push(chunk);
    });
    child.on('error', (error) => {
      clearTimeout(watchdog);
      reject(error);
    });
    // It may end before it has read all: what it says tells more than the broken pipe.
    child.stdin.on('error', () => undefined);
    child.on('close', (code, signal) => {
      clearTimeout(watchdog);
      if (pid !== undefined) watch?.ended(pid);
      const said = Buffer.concat(notes).toString('utf8').trim();
      if (code === 0) resolve(out.length > 0 ? Buffer.concat(out).toString('utf8') : said);
      else if (signal !== null) reject(new Error(`${PROGRAM} took longer than ${MOST_MS / 1000} seconds`));
      else reject(new Error(`${PROGRAM} ended with code ${code}: ${said.split('\n').at(-1) ?? ''}`));
    });
    child.stdin.end(input);
  });
}
