import { compact, placeAt, spanOf } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { otherName } from './names.js';
import { nearlySame } from './near.js';

/** Fewest characters of a name that is compared with others outside lists. */
const LONG_NAME = 9;
const ENDING = '集群';
const HAN = /^[\u4e00-\u9fa5]+$/;

/**
 * Names of clusters that the notice has once, in a sentence, a heading or a title, where it has the same name with one
 * other character more often: 新能原产业集群 beside 新能源产业集群. Two that are graded side by side are two: 光伏 and 光学.
 */
export function namesWrittenOnce({ notice, records }: Audited, known: readonly FindingRead[]): FindingRead[] {
  const view = compact(notice.text);
  const names = new Set(records.clusters.map((c) => compact(c.name).text));
  const ends = endsIn(view.text);
  const spellings = new Spellings(writtenOften(names, view.text, ends));
  const told = new Set(known.map((f) => f.actual));
  const slips = new Map<string, { meant: string; end: number; times: number }>();
  for (const end of ends) {
    const slip = spellings.slipAt(view.text, end);
    if (slip && !told.has(slip.written))
      slips.set(slip.written, { meant: slip.meant, end, times: (slips.get(slip.written)?.times ?? 0) + 1 });
  }
  return [...slips]
    .filter(([written, { meant, times }]) => times === 1 && !gradedBeside(written, meant, records.ratings))
    .map(([written, { meant, end }]) => otherName(meant, written, spanOf(view, end - written.length, end)));
}

/** Does one scheme of one year give a grade to each of the names? */
function gradedBeside(one: string, other: string, ratings: Audited['records']['ratings']): boolean {
  const lists = (name: string) =>
    new Set(ratings.filter((r) => compact(r.subject).text === name).map(({ scheme, year }) => JSON.stringify([scheme, year])));
  const others = lists(other);
  return [...lists(one)].some((list) => others.has(list));
}

function endsIn(text: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf(ENDING); at >= 0; at = text.indexOf(ENDING, at + 1)) ends.push(at + ENDING.length);
  return ends;
}

/** The long names that stand twice at least. */
function writtenOften(names: ReadonlySet<string>, text: string, ends: readonly number[]): string[] {
  const lengths = [...new Set([...names].map((n) => n.length))].filter((length) => length >= LONG_NAME);
  const times = new Map<string, number>();
  for (const end of ends)
    for (const length of lengths) {
      const window = text.slice(Math.max(0, end - length), end);
      if (names.has(window)) times.set(window, (times.get(window) ?? 0) + 1);
    }
  return [...times].filter(([, n]) => n >= 2).map(([name]) => name);
}

/** Names by what is left of them without one character, so that a text is read once however many there are. */
class Spellings {
  readonly #gaps = new Map<string, Set<string>>();
  readonly #lengths: readonly number[];
  readonly #names: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.#names = new Set(names);
    this.#lengths = [...new Set(names.map((n) => n.length))].sort((a, b) => b - a);
    for (const name of names)
      for (const gap of gaps(name)) this.#gaps.set(gap, (this.#gaps.get(gap) ?? new Set<string>()).add(name));
  }

  /** The one name that a text has with another character right before an offset; null where it has a name as it is. */
  slipAt(text: string, end: number): { meant: string; written: string } | null {
    const windows = this.#lengths.map((length) => text.slice(Math.max(0, end - length), end));
    if (windows.some((w) => this.#names.has(w))) return null;
    for (const written of windows) {
      const near = new Set(HAN.test(written) ? gaps(written).flatMap((gap) => [...(this.#gaps.get(gap) ?? [])]) : []);
      const [meant] = near;
      if (near.size === 1 && meant !== undefined && (nearlySame(written, meant) || isPlaceSlip(written, meant)))
        return { meant, written };
    }
    return null;
  }
}

/** A name with each of its characters left out in turn. */
const gaps = (name: string): string[] =>
  Array.from(name)
    .slice(0, -ENDING.length)
    .map((_, i) => `${name.slice(0, i)}＿${name.slice(i + 1)}`);

/** Is the place in front misspelt? A place that exists is another place. */
function isPlaceSlip(written: string, meant: string): boolean {
  const place = placeAt(meant, 0);
  const other = Array.from(written).findIndex((c, i) => c !== meant[i]);
  if (place?.sure !== true || other >= place.length - 1) return false;
  return placeAt(written, 0)?.sure !== true;
}
