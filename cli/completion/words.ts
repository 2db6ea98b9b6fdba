import type { CommandDefinition, OptionDefinition } from '../kit/command.js';
import type { Terminal } from '../kit/terminal.js';

/** An option as a shell completes it. */
export interface OptionWords {
  /** `--store`; several where the option has several names */
  names: string[];
  about: string;
  /** what may follow it: nothing, one of these, a file or folder, anything */
  value: 'none' | 'file' | 'any' | readonly string[];
}

/** A command as a shell completes it. */
export interface CommandWords {
  name: string;
  about: string;
  options: OptionWords[];
  /** do its arguments name files? */
  files: boolean;
}

const FILE = /file|folder|path/;

/** What a shell can complete, read off the commands. */
export function wordsOf(commands: readonly CommandDefinition[], terminal: Terminal): CommandWords[] {
  return commands.map(({ name, summary, argument, options }) => ({
    name,
    about: terminal.say(summary),
    options: options.map((option) => optionWords(option, terminal)),
    files: FILE.test(argument?.flags ?? ''),
  }));
}

function optionWords({ flags, text, choices }: OptionDefinition, terminal: Terminal): OptionWords {
  const names = [...flags.matchAll(/--[a-z-]+/g)].map(([name]) => name);
  const [, value = null] = /[<[]([^>\]]+)[>\]]/.exec(flags) ?? [];
  const kind = value === null ? 'none' : (choices ?? (FILE.test(value) ? 'file' : 'any'));
  return { names, about: terminal.say(text), value: kind };
}
