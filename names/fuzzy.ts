import Fuse from 'fuse.js';
import { LONGEST_SLIP } from './respelt.js';

/**
 * How unlike a name may be: fuse.js scores from 0 (same) to 1 (nothing alike). Fitted on one half of the cases of the
 * resolution bench, where it prints precision and recall for each threshold (bench/README.md, Names).
 */
export const FUZZY_THRESHOLD = 0.4;
/** What a missing or surplus character costs beside fuse.js’s score, which counts only a part of it. */
const LENGTH_COST = 0.05;
/** Shorter names differ from other real ones by a single character. */
const MIN_LENGTH = 4;
/** One slip destroys three pairs of characters at most: of four pairs one is left. */
const PAIRS_ASKED = 4;

/** A type word or ending shorter than this has no misspelling: 县 for 区 is another name. */
const MIN_REST = 3;

/** What is shown to people as similar: names as unlike as this by fuse.js, so much longer or shorter, and so many. */
const SIMILAR_AT_MOST = 0.4;
const SIMILAR_LENGTH = 6;
const SIMILAR_TOLD = 5;

/** A known name, with the length of what tells it from others of its kind: 合肥 in 合肥高新技术产业开发区. */
export interface Spelling<T> {
  name: string;
  core: number;
  entry: T;
}

/** A misspelt name's likeliest meaning. */
export interface Near<T> {
  spelling: Spelling<T>;
  score: number;
  lost: Spelling<T>[];
}

/** A known name that looks like a written one; `likeness` from 0 to 1. */
export interface Likeness<T> {
  entry: T;
  likeness: number;
}

/** How two strings differ that are one slip apart: `swap` for two neighbours changed, `sign` for a character. */
export interface Slip {
  kind: 'swap' | 'sign';
  /** the characters that differ, of both */
  signs: string;
}

/** The slip by which two strings differ: a character wrong, missing or surplus, or two neighbours changed; else null. */
export function slipBetween(a: string, b: string): Slip | null {
  if (a === b || Math.abs(a.length - b.length) > 1) return null;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return { kind: 'sign', signs: left + right };
  const swapped = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return swapped ? { kind: 'swap', signs: left } : null;
}

/** A character that another official name may have or lack: no slip. */
const LINKING = /^[和与及、（）]$/u;

/** Known names by the pairs of characters in them. */
export class FuzzyIndex<T> {
  readonly #spellings: readonly Spelling<T>[];
  readonly #byPair = new Map<string, number[]>();

  /** `minCore`: a slip inside a core shorter than this makes another name. */
  constructor(
    spellings: Iterable<Spelling<T>>,
    private readonly minCore: number,
    private readonly threshold: number,
  ) {
    this.#spellings = [...spellings];
    this.#spellings.forEach(({ name }, id) => {
      for (const pair of pairsOf(name)) {
        const ids = this.#byPair.get(pair);
        if (ids) ids.push(id);
        else this.#byPair.set(pair, [id]);
      }
    });
  }

  /** The known name that a misspelt one is closest to, among those `possible`; null where two are as close. */
  closest(written: string, possible: (entry: T) => boolean = () => true): Near<T> | null {
    if (written.length < MIN_LENGTH || written.length > LONGEST_SLIP) return null;
    const names = new Map<string, Spelling<T>>();
    for (const spelling of this.#sharing(written))
      if (this.#isSlipOf(written, spelling) && possible(spelling.entry) && !names.has(spelling.name))
        names.set(spelling.name, spelling);
    if (names.size === 0) return null;
    const fuse = new Fuse([...names.keys()], { includeScore: true, ignoreLocation: true, ignoreFieldNorm: true, threshold: 1 });
    const ranked = fuse
      .search(written)
      .map(({ item, score }) => ({ item, distance: (score ?? 1) + (item.length === written.length ? 0 : LENGTH_COST) }))
      .sort((a, b) => a.distance - b.distance || (a.item < b.item ? -1 : 1))
      .flatMap(({ item, distance }) => {
        const spelling = names.get(item);
        return spelling ? [{ spelling, distance }] : [];
      });
    const [best, ...others] = ranked;
    const rival = others.find(({ spelling }) => spelling.entry !== best?.spelling.entry);
    if (!best || best.distance > this.threshold || best.distance === rival?.distance) return null;
    return { spelling: best.spelling, score: 1 - best.distance, lost: others.map(({ spelling }) => spelling).slice(0, 5) };
  }

  /**
   * Known names that look like the written one, the likest first: what somebody may have meant, for people to choose from.
   * Nothing is resolved by it.
   */
  similar(written: string, possible: (entry: T) => boolean = () => true): Likeness<T>[] {
    if (written.length < 2 || written.length > LONGEST_SLIP) return [];
    const names = new Map(this.#sharing(written, SIMILAR_LENGTH).map((spelling) => [spelling.name, spelling]));
    const fuse = new Fuse([...names.keys()], { includeScore: true, ignoreLocation: true, threshold: SIMILAR_AT_MOST });
    const byEntry = new Map<T, Likeness<T>>();
    for (const { item, score } of fuse.search(written)) {
      const entry = names.get(item)?.entry;
      if (entry === undefined || byEntry.has(entry) || !possible(entry)) continue;
      byEntry.set(entry, { entry, likeness: Math.max(0, 1 - (score ?? 1)) });
      if (byEntry.size === SIMILAR_TOLD) break;
    }
    return [...byEntry.values()];
  }

  /** The names that share one of the rarest pairs, about as long. */
  #sharing(written: string, spread = 1): Spelling<T>[] {
    const lists = [...pairsOf(written)].map((pair) => this.#byPair.get(pair) ?? []).sort((a, b) => a.length - b.length);
    const ids = new Set(
      lists
        .filter((list) => list.length > 0)
        .slice(0, PAIRS_ASKED)
        .flat(),
    );
    return [...ids].flatMap((id) => {
      const spelling = this.#spellings[id];
      return spelling && Math.abs(spelling.name.length - written.length) <= spread ? [spelling] : [];
    });
  }

  /**
   * One slip in the core of a name or in the rest of it, the other part being the same, where the part is long enough to be
   * known for all that. Two neighbours that changed places are found anywhere: that hardly makes another name.
   */
  #isSlipOf(written: string, { name, core }: Spelling<T>): boolean {
    const slip = slipBetween(written, name);
    if (!slip || LINKING.test(slip.signs)) return false;
    if (slip.kind === 'swap') return true;
    if (name.length - core >= MIN_REST && written.startsWith(name.slice(0, core))) return true;
    return core >= this.minCore && written.endsWith(name.slice(core));
  }
}

function pairsOf(name: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2)));
}
