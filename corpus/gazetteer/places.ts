import { NameIndex } from './names.js';
import type { Division } from './rows.js';

/** How a name means a division: by its full name, its short one, or one it had before. */
export interface PlaceName {
  division: Division;
  how: 'full' | 'short' | 'former';
}

/** 恩施州 for 恩施土家族苗族自治州: as unmistakable as the full name. */
function shortWithEnding({ name, short }: Division): string | null {
  const ending = /自治([州县旗])$/.exec(name)?.[1];
  return ending && short !== name ? short + ending : null;
}

const RANK = { province: 0, prefecture: 1, county: 2 } as const;

/** All divisions with their names. A name may mean several; whoever asks brings the context. */
export class Places {
  readonly #byCode: ReadonlyMap<string, Division>;
  readonly #names = new NameIndex<PlaceName>();
  readonly #parts = new Map<string, Division[]>();

  constructor(readonly divisions: readonly Division[]) {
    this.#byCode = new Map(divisions.map((division) => [division.code, division]));
    for (const division of divisions) {
      if (division.parent !== null) this.#parts.set(division.parent, [...(this.#parts.get(division.parent) ?? []), division]);
      this.#names.add(division.name, { division, how: 'full' });
      for (const short of new Set([division.short, ...division.shorts])) {
        if (short !== division.name) this.#names.add(short, { division, how: 'short' });
      }
      const spoken = shortWithEnding(division);
      if (spoken !== null) this.#names.add(spoken, { division, how: 'full' });
      for (const name of division.former) this.#names.add(name, { division, how: 'former' });
    }
  }

  byCode(code: string): Division | null {
    return this.#byCode.get(code) ?? null;
  }

  /** The divisions right below this one. */
  parts(code: string): readonly Division[] {
    return this.#parts.get(code) ?? [];
  }

  /** Everything that this exact name may mean. */
  named(name: string): readonly PlaceName[] {
    return this.#names.get(name);
  }

  /** Names of places that begin at `at`, the longest first. */
  startingAt(text: string, at: number): string[] {
    return this.#names.startingAt(text, at);
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
