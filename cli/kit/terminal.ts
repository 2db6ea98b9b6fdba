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
  /** the pager that the configuration names */
  pager?: string;
  /** can standard error show a moving bar? */
  moving: boolean;
  /** Writes data; waits while the reader is slower than we are. */
  out(text: string): Promise<void>;
  /** Writes one line for the person at the terminal. */
  note(text: string | Text): void;
  say(text: Text): string;
}

/** What a configuration file says of the terminal. */
export interface TerminalConfig {
  lang?: Lang | undefined;
  pager?: string | undefined;
}

/** The terminal that the program runs on; `config` says what the command line and the environment leave open. */
export function openTerminal(argv: readonly string[], env: NodeJS.ProcessEnv, config: TerminalConfig = {}): Terminal {
  const lang = languageOf(argv, env, config.lang);
  // Once only, also where the terminal is opened again with a configuration.
  process.stdout.off('error', onBrokenOutput).on('error', onBrokenOutput);
  const say = (text: Text) => text[lang];
  return {
    lang,
    asked: askedLanguage(argv) ?? undefined,
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    ...(config.pager !== undefined && { pager: config.pager }),
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

/** The reader has gone (`| head`): nothing more to say to anybody. */
function onBrokenOutput(error: Error): void {
  if (systemCode(error) === 'EPIPE') process.exit(EXIT.ok);
  throw error;
}
