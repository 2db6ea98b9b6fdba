import type { ExitCode } from './errors.js';
import type { Text } from './language.js';
import type { Terminal } from './terminal.js';

export interface OptionDefinition {
  /** as commander reads them: `--store <file>`, `--json` */
  flags: string;
  text: Text;
  choices?: readonly string[];
}

/** One command, as data. Its file imports nothing heavy at its head: `run` loads what it needs. */
export interface CommandDefinition {
  name: string;
  summary: Text;
  /** its arguments as commander reads them, e.g. `<path...>` */
  argument?: { flags: string; text: Text };
  options: readonly OptionDefinition[];
  /** what its help says besides, a paragraph each */
  details?: readonly Text[];
  /** argument lines, printed after the program's name in `--help` */
  examples: readonly string[];
  run(call: Call): Promise<ExitCode>;
}

/** One call of a command. */
export interface Call {
  args: readonly string[];
  options: Options;
  terminal: Terminal;
}

/** Gives a command literal its type. */
export function defineCommand(command: CommandDefinition): CommandDefinition {
  return command;
}

/** What the user set, by the option's long name in camel case. */
export class Options {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  /** Was `--no-NAME` given? */
  isOff(name: string): boolean {
    return this.values[name] === false;
  }
}
