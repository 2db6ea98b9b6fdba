import Fuse from 'fuse.js';
import type { Division, Gazetteer } from '../../corpus/gazetteer.js';
import { codeOf, shown } from '../../test/names/cases.js';
import type { Drawn } from './draw.js';

/** Says what a name stands for, in the notation of `expected`. */
export type Answer = (one: Drawn) => { came: string; score: number };

interface Known {
  name: string;
  answer: string;
}

/** Every name that the gazetteer lists for the places and parks, and the departments’ full and short names of a place. */
export class Baselines {
  readonly #listed: Record<'park' | 'place', Known[]>;
  readonly #exact = { park: new Map<string, Set<string>>(), place: new Map<string, Set<string>>() };
  readonly #fuses: Record<'park' | 'place', Fuse<Known>>;
  readonly #organs = new Map<string, { known: Known[]; fuse: Fuse<Known> }>();

  constructor(private readonly gazetteer: Gazetteer) {
    this.#listed = { park: this.#parks(), place: this.#places() };
    for (const kind of ['park', 'place'] as const) {
      for (const { name, answer } of this.#listed[kind]) {
        const meant = this.#exact[kind].get(name) ?? new Set();
        this.#exact[kind].set(name, meant.add(answer));
      }
    }
    this.#fuses = { park: fuseOf(this.#listed.park), place: fuseOf(this.#listed.place) };
  }

  /** The name stands in the list, and means one thing there. */
  exact: Answer = ({ name, kind, place }) => {
    const meant =
      kind === 'organ'
        ? new Set(this.#organsOf(place).known.flatMap((known) => (known.name === name ? [known.answer] : [])))
        : (this.#exact[kind].get(name) ?? new Set<string>());
    const [only] = meant;
    return { came: meant.size === 1 && only !== undefined ? only : 'none', score: 1 };
  };

  /** The name in the list that fuse.js likes best. */
  fuse: Answer = ({ name, kind, place }) => {
    const fuse = kind === 'organ' ? this.#organsOf(place).fuse : this.#fuses[kind];
    const [best] = fuse.search(name, { limit: 1 });
    return best ? { came: best.item.answer, score: 1 - (best.score ?? 1) } : { came: 'none', score: 0 };
  };

  #parks(): Known[] {
    return this.gazetteer.parks.parks.flatMap((park) =>
      [park.name, ...park.aliases, ...park.former_names, ...park.sub_parks].map((name) => ({
        name,
        answer: shown({ kind: 'park', entity_id: park.id, entity_name: park.name }),
      })),
    );
  }

  #places(): Known[] {
    return this.gazetteer.places.divisions.flatMap((division) =>
      [division.name, division.short, ...division.shorts, ...division.former].map((name) => ({
        name,
        answer: shown({ kind: 'place', entity_id: division.code, entity_name: division.name }),
      })),
    );
  }

  /** The departments of the notice’s place and of those above it, and the national organs. */
  #organsOf(path: string): { known: Known[]; fuse: Fuse<Known> } {
    const made = this.#organs.get(path);
    if (made) return made;
    const code = codeOf(path, this.gazetteer);
    const line = code === null ? [] : this.gazetteer.places.line(code);
    const national = this.gazetteer.organs.national.flatMap((organ) =>
      [organ.name, ...organ.aliases].map((name) => ({ name, answer: organ.name })),
    );
    const known = [...line.flatMap((place) => this.#departmentsOf(place)), ...national];
    const list = { known, fuse: fuseOf(known) };
    this.#organs.set(path, list);
    return list;
  }

  #departmentsOf(place: Division): Known[] {
    const level = /(?:自治区|自治州|[省市县区旗盟州])$/u.exec(place.name)?.[0] ?? '';
    return this.gazetteer.organs.departments.flatMap((department) => {
      const end = department.end[place.level] ?? '局';
      const answer = `${place.name}${department.full}${end}`;
      const stems = [department.full, ...department.short];
      const brief = end.replace('委员会', '委').replace('办公室', '办');
      return [place.name, level].flatMap((whose) =>
        stems.map((stem) => ({ name: `${whose}${stem}${stem === department.full ? end : brief}`, answer })),
      );
    });
  }
}

function fuseOf(known: readonly Known[]): Fuse<Known> {
  return new Fuse([...known], { keys: ['name'], includeScore: true, ignoreLocation: true, threshold: 0.6 });
}
