import type { Citation } from '../../schemas/index.js';

/** What a notice does to other documents. */
export interface Changes {
  repeals: Citation[];
  amends: Citation[];
}

/** Collects what a notice repeals and amends: each document once, its title and its number from wherever they stand. */
export class ChangeList {
  private readonly changes: Changes = { repeals: [], amends: [] };
  private readonly known = new Map<string, Citation[]>();

  add(kind: keyof Changes, { title, document_number }: Citation): void {
    const keys = [title, document_number].filter((k) => k !== null).map((k) => `${kind} ${k}`);
    const same = keys.flatMap((k) => this.known.get(k) ?? []).find((c) => isSame(c, { title, document_number }));
    const document = same ?? { title, document_number };
    document.title ??= title;
    document.document_number ??= document_number;
    if (!same) this.changes[kind].push(document);
    for (const key of keys) {
      const there = this.known.get(key) ?? [];
      if (!there.includes(document)) this.known.set(key, [...there, document]);
    }
  }

  /** What is repealed is not amended besides. */
  all(): Changes {
    const { repeals, amends } = this.changes;
    const isRepealed = (a: Citation): boolean =>
      [a.title, a.document_number].some((k) => k !== null && (this.known.get(`repeals ${k}`) ?? []).some((r) => isSame(a, r)));
    return { repeals, amends: amends.filter((a) => !isRepealed(a)) };
  }
}

/** Two mentions of one document: the same number, or the same title and no two numbers. */
const isSame = (a: Citation, b: Citation): boolean =>
  a.document_number !== null && b.document_number !== null
    ? a.document_number === b.document_number && (a.title === null || b.title === null || a.title === b.title)
    : a.title !== null && a.title === b.title;
