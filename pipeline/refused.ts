/** Why an input was refused; part of the message and stable for scripts. */
export type RefusalCode =
  'missing' | 'unreadable' | 'empty' | 'unsupported' | 'binary' | 'damaged' | 'encrypted' | 'needs_ocr' | 'no_text' | 'too_large';

/** An input that cannot be read. The message names the cause, `hint` the next step; the caller adds the file's name. */
export class InputRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'InputRefused';
  }
}
