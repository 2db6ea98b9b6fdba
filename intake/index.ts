// Files on disk into a store: found, named, read in threads of their own, written by one.
export { collect, type Destination } from './collect.js';
export { compileLater } from './compiler.js';
export { isPassedOver } from './inputs.js';
export { lend } from './lend.js';
export type { Input } from './paths.js';
export { refusalOfPipeline, refusalOfSystemError, type Refusal } from './refusal.js';
export type { Result } from './run.js';
export { Session, type SessionSettings } from './session.js';
