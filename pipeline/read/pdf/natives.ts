/**
 * What pdf.js's build for older systems replaces though Node has it: its `push` heeds arrays of fixed length, its JSON tells the source of
 * numbers, and both are many times slower, for all code of the process.
 */
const KEPT: readonly (readonly [object, string])[] = [
  [Array.prototype, 'push'],
  [JSON, 'parse'],
  [JSON, 'stringify'],
];

/** Notes Node's own methods; calling what it gives puts them back. */
export function keepNatives(): () => void {
  const kept = KEPT.map(([owner, name]) => ({ owner, name, method: Object.getOwnPropertyDescriptor(owner, name) }));
  return () => {
    for (const { owner, name, method } of kept) if (method !== undefined) Object.defineProperty(owner, name, method);
  };
}
