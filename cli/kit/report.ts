import { CommandError, EXIT, systemCode, type ExitCode } from './errors.js';
import type { Text } from './language.js';
import type { Terminal } from './terminal.js';

const unexpected: Text = {
  en: 'this should not have happened; run it again with DEBUG=1 for the stack trace, and tell us',
  zh: '不应出现此错误；请加 DEBUG=1 重新运行以查看详情，并告知我们',
};

const system: Text = {
  en: 'check the path, its permissions and the space on the disk',
  zh: '请检查路径、权限和磁盘空间',
};

/** Tells why a command could not go on: what happened, then the next step. Stack traces only where DEBUG is set. */
export function reportFailure(error: unknown, terminal: Terminal): ExitCode {
  if (process.env['DEBUG']) terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const { cause, nextStep, exitCode } = explain(error, terminal);
  terminal.note(`gongbao: ${cause}`);
  if (nextStep) terminal.note(`  → ${nextStep}`);
  return exitCode;
}

interface Explained {
  cause: string;
  nextStep: string | null;
  exitCode: ExitCode;
}

function explain(error: unknown, terminal: Terminal): Explained {
  if (error instanceof CommandError) {
    const { what, nextStep, exitCode } = error;
    return { cause: terminal.say(what), nextStep: nextStep && terminal.say(nextStep), exitCode };
  }
  const cause = error instanceof Error ? error.message : String(error);
  const nextStep = hintOf(error) ?? terminal.say(systemCode(error) ? system : unexpected);
  return { cause, nextStep, exitCode: EXIT.failed };
}

/** Errors of the store and the pipeline bring their own next step. */
function hintOf(error: unknown): string | null {
  return error instanceof Error && 'hint' in error && typeof error.hint === 'string' ? error.hint : null;
}
