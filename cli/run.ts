import { homedir } from 'node:os';
import { CommanderError } from 'commander';
import type { Config } from './kit/config.js';
import { defaultsOf } from './kit/defaults.js';
import { EXIT, type ExitCode } from './kit/errors.js';
import { reportFailure } from './kit/report.js';
import { openTerminal, type Terminal } from './kit/terminal.js';
import { usageErrorOf } from './kit/usage.js';
import { buildProgram } from './program.js';

/** Runs the command that the arguments name, over this process's surroundings; gives the exit code. Errors are told on standard error. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  let terminal = openTerminal(argv, process.env);
  let exitCode: ExitCode = EXIT.ok;
  try {
    const config = await configuration(argv);
    terminal = openTerminal(argv, process.env, config);
    const program = buildProgram(terminal, defaultsOf(config, process.env), (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return finish(error, terminal);
  }
}

/** The configuration that holds here. Help comes without: whoever has broken their file needs it most. */
async function configuration(argv: readonly string[]): Promise<Config> {
  if (argv.length === 0 || argv.some((arg) => ['-h', '--help', 'help', '-V', '--version'].includes(arg))) return {};
  const { findConfig } = await import('./kit/config-file.js');
  const file = await findConfig({ env: process.env, cwd: process.cwd(), home: homedir() });
  return file === null ? {} : (await import('./kit/config.js')).checkedConfig(file);
}

/** Help and version come as errors too, and so does a command line that cannot be read. */
function finish(error: unknown, terminal: Terminal): ExitCode {
  if (!(error instanceof CommanderError)) return reportFailure(error, terminal);
  if (error.exitCode === 0) return EXIT.ok;
  return error.code === 'commander.help' ? EXIT.usage : reportFailure(usageErrorOf(error), terminal);
}
