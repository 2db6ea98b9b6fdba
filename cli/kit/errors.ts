import type { Text } from './language.js';

/** Exit codes, as people and scripts rely on them. */
export const EXIT = { ok: 0, failed: 1, usage: 2, refused: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command that cannot go on: the cause, and what to do next. */
export class CommandError extends Error {
  constructor(
    readonly what: Text,
    readonly nextStep: Text | null = null,
    readonly exitCode: ExitCode = EXIT.failed,
    options: ErrorOptions = {},
  ) {
    super(what.en, options);
    this.name = 'CommandError';
  }
}

/** A command line that says nothing we can do. */
export function usageError(what: Text, nextStep: Text | null = null): CommandError {
  return new CommandError(what, nextStep, EXIT.usage);
}

/** The next step where a word is a slip: the words that may have been meant. */
export function didYouMean(...words: readonly string[]): Text {
  return { en: `did you mean ${words.join(', ')}?`, zh: `是不是 ${words.join('、')}？` };
}

/** The code of a system error (`ENOENT`, `EACCES`, …), null for any other. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
