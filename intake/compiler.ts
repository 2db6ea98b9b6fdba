import { setFlagsFromString } from 'node:v8';

/** How much a function must have run before V8 makes fast code of it, in bytes of bytecode; V8 itself takes 66 KiB. */
const RUN_BEFORE = 300_000;

/**
 * Has V8 compile less: rules are many functions of which most run but a few dozen times a file, and making fast code of them all
 * cost more of the first hundreds of files than it saved. What runs longest is compiled as before, a little later. For the whole
 * process, all its threads: for programs whose work is an ingest, not for one that lends us its process.
 */
export function compileLater(): void {
  setFlagsFromString(`--interrupt-budget=${RUN_BEFORE}`);
}
