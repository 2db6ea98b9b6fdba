#!/usr/bin/env node
import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './kit/errors.js';
import { reportFailure } from './kit/report.js';
import { openTerminal } from './kit/terminal.js';
import { usageErrorOf } from './kit/usage.js';
import { buildProgram } from './program.js';

const argv = process.argv.slice(2);
const terminal = openTerminal(argv, process.env);
let exitCode: ExitCode = EXIT.ok;
try {
  const program = buildProgram(terminal, (code) => {
    exitCode = code;
  });
  await program.parseAsync(argv, { from: 'user' });
} catch (error) {
  exitCode = finish(error);
}
process.exitCode = exitCode;

/** Help and version come as errors too, and so does a command line that cannot be read. */
function finish(error: unknown): ExitCode {
  if (!(error instanceof CommanderError)) return reportFailure(error, terminal);
  if (error.exitCode === 0) return EXIT.ok;
  return error.code === 'commander.help' ? EXIT.usage : reportFailure(usageErrorOf(error), terminal);
}
