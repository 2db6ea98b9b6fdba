import { EXIT, systemCode } from './errors.js';
import { askedLanguage, languageOf, type Lang, type Text } from './language.js';

/** Where a command's words go: data to standard output, everything else to standard error. */
export interface Terminal {
  /** the language of messages and tables */
  lang: Lang;
  /** the language that `--lang` names: data depends on it, never on the environment */
  asked: Lang | undefined;
  /** width to fit tables into; null where nobody looks on and nothing may be cut */
  columns: number | null;
  /** can standard error show a moving bar? */
  moving: boolean;
  /** Writes data; waits while the reader is slower than we are. */
  out(text: string): Promise<void>;
  /** Writes one line for the person at the terminal. */
  note(text: string | Text): void;
  say(text: Text): string;
}

export function openTerminal(argv: readonly string[], env: NodeJS.ProcessEnv): Terminal {
  const lang = languageOf(argv, env);
  process.stdout.on('error', (error) => {
    // The reader has gone (`| head`): nothing more to say to anybody.
    if (systemCode(error) === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
  const say = (text: Text) => text[lang];
  return {
    lang,
    asked: askedLanguage(argv) ?? undefined,
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    moving: process.stderr.isTTY,
    say,
    note: (text) => process.stderr.write(`${typeof text === 'string' ? text : say(text)}\n`),
    out: (text) =>
      new Promise((resolve) => {
        if (process.stdout.write(text)) resolve();
        else process.stdout.once('drain', resolve);
      }),
  };
}
