import { expectedOf, headOf, readingsOf, type Reading } from './families.js';
import type { FamilyName, StyleCase } from './csv.js';

/** What came out of a case: as the table writes it, and record by record whether it was wanted. */
export interface Outcome {
  shown: string;
  right: boolean;
  /** one per record that came out; none for metadata, which bear no confidence */
  readings: (Reading & { right: boolean })[];
  /** records that were wanted and did not come out */
  missed: number;
}

/** Reads a case and compares; the order of records does not count. */
export async function outcomeOf(family: FamilyName, { text, context, expected }: StyleCase): Promise<Outcome> {
  const wanted = expectedOf(expected);
  if (family === 'metadata') {
    const lines = await headOf(
      text,
      wanted.map((line) => line.split('=')[0] ?? ''),
    );
    return { shown: lines.join('\n'), right: same(lines, wanted), readings: [], missed: 0 };
  }
  const readings = readingsOf(family, text, context);
  const left = [...wanted];
  const judged = readings.map((reading) => {
    const at = left.indexOf(reading.shown);
    if (at >= 0) left.splice(at, 1);
    return { ...reading, right: at >= 0 };
  });
  const shown = readings.map((r) => r.shown);
  return {
    shown: shown.length === 0 ? 'none' : shown.join('\n'),
    right: same(shown, wanted),
    readings: judged,
    missed: left.length,
  };
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** A case that wants nothing, or for metadata a field without a value, to come out. */
export const isNegative = (family: FamilyName, { expected }: StyleCase): boolean =>
  family === 'metadata' ? expectedOf(expected).some((line) => line.endsWith('=none')) : expected === 'none';
