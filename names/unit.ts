import type { Division, Gazetteer } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';
import { regionOf, type NameContext } from './context.js';
import { definedAs } from './definitions.js';
import { GroupReader } from './groups.js';
import { bodyStep, nationalStep } from './organs/exact.js';
import { asWrittenStep, governmentStep, leadingGroupStep } from './organs/last.js';
import { departmentStep, misspeltStep, templateStep } from './organs/local.js';
import { parkStep } from './organs/parks.js';
import { organId, type Found, type OrganRule, type Query, type Step } from './organs/query.js';
import { SubjectReader } from './organs/subjects.js';
import { departmentName, type OrganTable } from './organs/table.js';
import type { ParkReader } from './park.js';
import type { PlaceReader } from './place.js';
import { resolution } from './results.js';
import { fold, LONGEST_NAME } from './text.js';
import type { WholeParkReader } from './whole-park.js';

/** A meaning of a unit’s name, with the rule that gave it. */
export type OrganMeaning = Found & { rule: OrganRule };

/** An organ whose name looks like a written one. */
export interface Similar {
  id: string;
  name: string;
  place: Division;
  likeness: number;
}

/** Rules that guess at a name that no other rule knows. */
const GUESSES: ReadonlySet<OrganRule> = new Set<OrganRule>(['misspelt', 'as_written']);

const SIMILAR_TOLD = 5;

/** Finds the organ that a unit's name means in a notice of some place. */
export class UnitResolver {
  readonly #groups: GroupReader;
  readonly #organs: OrganTable;
  readonly #subjects: SubjectReader;
  /** the rules but for the notice’s own definitions, which come before them all */
  readonly #steps: readonly (readonly [rule: OrganRule, step: Step])[];
  readonly #known = new WeakMap<NameContext, Map<string, Resolution>>();

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly places: PlaceReader,
    parks: ParkReader,
    whole: WholeParkReader,
    organs: OrganTable,
  ) {
    const subjects = new SubjectReader(gazetteer, places);
    const asWritten = asWrittenStep(subjects);
    this.#organs = organs;
    this.#subjects = subjects;
    this.#groups = new GroupReader(gazetteer, places, organs);
    this.#steps = [
      ['body', bodyStep(gazetteer)],
      ['national', nationalStep(organs)],
      ['template', templateStep(gazetteer, organs, subjects)],
      ['park_committee', parkStep(gazetteer, places, parks, whole)],
      ['department', departmentStep(organs, subjects)],
      ['leading_group', leadingGroupStep(asWritten)],
      ['government', governmentStep(places)],
      ['misspelt', misspeltStep(organs, subjects)],
      ['as_written', asWritten],
    ];
  }

  /** A notice names the same organs in one task after the other: each is looked up once in its context. */
  resolve(written: string, group: boolean, context: NameContext, position: number): Resolution {
    const known = this.#known.get(context) ?? new Map<string, Resolution>();
    this.#known.set(context, known);
    const key = `${String(group)} ${written}`;
    const found = known.get(key) ?? this.#resolve(written, group, context, position);
    known.set(key, found);
    return { ...found, position };
  }

  #resolve(written: string, group: boolean, context: NameContext, position: number): Resolution {
    const query = this.#query(written, context);
    if (query.name.length > LONGEST_NAME) return resolution('units', written, 'unresolved', 0, { position });
    const members = this.#groups.read(query, group);
    if (members) return resolution('units', written, 'rule', 1, { position, ...members });
    for (const found of this.#meanings(query)) {
      const lost = [...new Set([...(found.lost ?? []), ...this.#losers(query, found)])];
      return this.#resolved(written, { ...found, lost }, position);
    }
    return resolution('units', written, 'unresolved', 0, { position });
  }

  /** What the name means by the rules that come after the one that decided; guesses lose against nothing and win over nothing. */
  #losers(query: Query, found: OrganMeaning): string[] {
    if (GUESSES.has(found.rule)) return [];
    const after = this.#steps.slice(this.#steps.findIndex(([rule]) => rule === found.rule) + 1);
    const own = organId(found.place, found.name);
    return after.flatMap(([rule, step]) => {
      const other = GUESSES.has(rule) ? null : step(query);
      const id = other && organId(other.place, other.name);
      return id === null || id === own ? [] : [id];
    });
  }

  /** All that the name may mean, each with its rule, the one that `resolve` takes first; none for a group. */
  meanings(written: string, context: NameContext): { meaning: OrganMeaning; resolution: Resolution }[] {
    const query = this.#query(written, context);
    if (query.name.length > LONGEST_NAME || this.#groups.read(query, false)) return [];
    return [...this.#meanings(query)].map((meaning) => ({ meaning, resolution: this.#resolved(written, meaning, 0) }));
  }

  /** Organs whose names look like the written one, for people to choose from. */
  similar(written: string, context: NameContext): Similar[] {
    const query = this.#query(written, context);
    const found = new Map<string, Similar>();
    for (const { place, rest } of this.#subjects.subjects(query))
      for (const { entry, likeness } of this.#organs.similar(rest)) {
        const name = departmentName(entry, place, query.date);
        if (name !== null && !found.has(name)) found.set(name, { id: organId(place, name), name, place, likeness });
      }
    return [...found.values()].sort((a, b) => b.likeness - a.likeness).slice(0, SIMILAR_TOLD);
  }

  #query(written: string, context: NameContext): Query {
    return { name: fold(written), region: regionOf(context, this.gazetteer), date: context.date, text: context.text ?? '' };
  }

  #resolved(written: string, { name, place, method, score, lost }: Found, position: number): Resolution {
    const entity = { entity_id: organId(place, name), entity_name: name, code: place?.code ?? null };
    return resolution('units', written, method, score, { position, ...entity, candidates: lost ?? [] });
  }

  *#meanings(query: Query): Generator<OrganMeaning> {
    const defined = this.#defined(query);
    if (defined) yield { ...defined, rule: 'definition', method: 'context' };
    for (const [rule, step] of this.#steps) {
      const found = step(query);
      if (found) yield { ...found, rule };
    }
  }

  /** The notice defines the name: 景德镇国家陶瓷文化传承创新试验区管委会（以下简称试验区管委会）. */
  #defined(query: Query): Found | null {
    const placeAt = (words: string) => this.places.mentions(words, query.region)[0]?.start ?? 0;
    for (const name of definedAs(query.name, query.text, placeAt)) {
      for (const [, step] of this.#steps) {
        const found = step({ ...query, name });
        if (found) return found;
      }
    }
    return null;
  }
}
