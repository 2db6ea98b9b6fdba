import type { Gazetteer } from '../corpus/gazetteer.js';
import type { NameKind } from '../names/index.js';

/** A name that begins as somebody types it, with what it means. */
export interface Named {
  name: string;
  id: string;
  kind: NameKind;
}

/** Parks and places by the beginnings of their names, for completing what is typed. Made once for a gazetteer. */
export class NameIndex {
  readonly #names: readonly Named[];

  constructor({ parks, places }: Gazetteer) {
    const names: Named[] = [];
    for (const park of parks.parks)
      for (const name of [park.name, ...park.aliases]) names.push({ name, id: park.id, kind: 'park' });
    for (const { code, name, short, until } of places.divisions)
      if (until === null) for (const each of new Set([name, short])) names.push({ name: each, id: code, kind: 'place' });
    this.#names = names.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  }

  /** What begins so, each thing once, under the shortest of its names that do; at most `limit`. */
  beginning(prefix: string, kinds: readonly NameKind[], limit: number): Named[] {
    if (prefix === '') return [];
    const found = new Map<string, Named>();
    for (let at = this.#first(prefix); at < this.#names.length; at += 1) {
      const named = this.#names[at];
      if (!named?.name.startsWith(prefix)) break;
      const before = found.get(named.id);
      if (kinds.includes(named.kind) && (!before || named.name.length < before.name.length)) found.set(named.id, named);
    }
    return [...found.values()].sort((a, b) => a.name.length - b.name.length || compare(a.name, b.name)).slice(0, limit);
  }

  /** Index of the first name that is not before the prefix. */
  #first(prefix: string): number {
    let [low, high] = [0, this.#names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(this.#names[middle]?.name ?? '', prefix) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** By code units, so that no locale shows. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
