/** Why a store could not be used; stable for scripts. */
export type StoreErrorCode =
  | 'missing_store'
  | 'missing_directory'
  | 'not_a_store'
  | 'newer_version'
  | 'outdated'
  | 'locked'
  | 'read_only'
  | 'no_space'
  | 'damaged'
  | 'unreadable'
  | 'invalid_input'
  | 'invalid_query'
  | 'unknown_cursor'
  | 'given_up'
  | 'failed';

/** What is wrong with a question (`invalid_query`): its cursor, order, words, a date, the fields that are counted or added up, or its size. */
export type QueryFault = 'cursor' | 'order' | 'words' | 'date' | 'fields' | 'size';

/** A store that cannot be used. The message names the cause, `hint` the next step. */
export class StoreError extends Error {
  readonly fault: QueryFault | null;

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    readonly hint: string,
    { fault, ...options }: ErrorOptions & { fault?: QueryFault } = {},
  ) {
    super(message, options);
    this.name = 'StoreError';
    this.fault = fault ?? null;
  }
}
