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

/** A store that cannot be used. The message names the cause, `hint` the next step. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}
