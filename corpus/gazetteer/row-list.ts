/** Rows by their place in a list. */
export interface RowList<T> {
  at(place: number): T | undefined;
  all(): readonly T[];
}

/** Rows that are there. */
export const rowList = <T>(rows: readonly T[]): RowList<T> => ({ at: (place) => rows[place], all: () => rows });

/** Rows of a text with one on each line, as the build has written them; each is parsed when it is first asked for, and is the same ever after. */
export function linesOfRows<T>(text: string): RowList<T> {
  const lines = text.split('\n');
  const parsed: T[] = [];
  const at = (place: number): T | undefined => {
    const line = lines[place];
    return line === undefined ? undefined : (parsed[place] ??= JSON.parse(line) as T);
  };
  let all: readonly T[] | null = null;
  return { at, all: () => (all ??= lines.map((_, place) => at(place) as T)) };
}
