import { at, indexPlaces, meaningOf, type How, type PlaceIndex } from './place-index.js';
import { rowList, type RowList } from './row-list.js';
import type { Division } from './rows.js';

/** How a name means a division: by its full name, its short one, or one it had before. */
export interface PlaceName {
  division: Division;
  how: How;
}

const RANK = { province: 0, prefecture: 1, county: 2 } as const;

function byParent(divisions: readonly Division[]): ReadonlyMap<string | null, Division[]> {
  const parts = new Map<string | null, Division[]>();
  for (const division of divisions) {
    const known = parts.get(division.parent);
    if (known) known.push(division);
    else parts.set(division.parent, [division]);
  }
  return parts;
}

/** All divisions with their names. A name may mean several; whoever asks brings the context. */
export class Places {
  readonly #named = new Map<string, readonly PlaceName[]>();
  readonly #heads: ReadonlyMap<string, readonly number[]>;
  #parts: ReadonlyMap<string | null, Division[]> | null = null;

  /** `index` was made of the same divisions. */
  constructor(
    private readonly rows: RowList<Division>,
    private readonly index: PlaceIndex,
  ) {
    this.#heads = new Map(index.heads);
  }

  static of(divisions: readonly Division[]): Places {
    return new Places(rowList(divisions), indexPlaces(divisions));
  }

  get divisions(): readonly Division[] {
    return this.rows.all();
  }

  byCode(code: string): Division | null {
    const place = at(this.index.codes, code);
    return place === null ? null : (this.rows.at(place) ?? null);
  }

  /** The divisions right below this one. */
  parts(code: string): readonly Division[] {
    this.#parts ??= byParent(this.divisions);
    return this.#parts.get(code) ?? [];
  }

  /** Everything that this exact name may mean. */
  named(name: string): readonly PlaceName[] {
    const known = this.#named.get(name);
    if (known) return known;
    const found = (at(this.index.names, name) ?? []).map((meaning) => {
      const { at: place, how } = meaningOf(meaning);
      return { division: this.rows.at(place) as Division, how };
    });
    if (found.length > 0) this.#named.set(name, found);
    return found;
  }

  /** Names of places that begin at `position`, the longest first. */
  startingAt(text: string, position: number): string[] {
    const names: string[] = [];
    for (const length of this.#heads.get(text.slice(position, position + 2)) ?? []) {
      const name = text.slice(position, position + length);
      if (name.length === length && at(this.index.names, name) !== null) names.push(name);
    }
    return names;
  }

  /** The division and those above it, the lowest first. */
  line(code: string): Division[] {
    const line: Division[] = [];
    for (let division = this.byCode(code); division; division = division.parent ? this.byCode(division.parent) : null) {
      line.push(division);
    }
    return line;
  }

  /** Is `code` the division `outer` or a part of it? */
  within(code: string, outer: string): boolean {
    return this.line(code).some((division) => division.code === outer);
  }

  /** The smallest division that holds both, null where they share no province. */
  common(a: string, b: string): Division | null {
    return this.line(a).find((division) => this.within(b, division.code)) ?? null;
  }

  /** The division of this exact name, inside `within` where given; null where there is none or there are several. */
  byName(name: string, within?: string): Division | null {
    const found = this.named(name).filter(({ division }) => !within || this.within(division.code, within));
    const best = Math.min(...found.map((entry) => RANK[entry.division.level]));
    const top = [...new Set(found.filter(({ division }) => RANK[division.level] === best).map(({ division }) => division))];
    const live = top.filter((division) => division.until === null);
    return (live.length > 0 ? live : top).length === 1 ? ((live[0] ?? top[0]) as Division) : null;
  }
}
