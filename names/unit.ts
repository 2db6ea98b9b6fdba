import type { Body, Division, Gazetteer } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';
import { definitionsIn, leadingGroupsIn, spelledOut } from './definitions.js';
import { closest } from './fuzzy.js';
import type { NameContext } from './context.js';
import { departmentName, OrganTable, templateName, type DepartmentReading } from './organ.js';
import { PARK_SCORES, type ParkReader } from './park.js';
import { isMunicipality, type PlaceReader } from './place.js';
import { resolution } from './results.js';
import { fold } from './text.js';
import { GROUP_WORDS, NATIONAL_HEADS, ONLY_NATIONAL, ORGAN_LIKE, PARK_DEPARTMENTS } from './words.js';

type Method = Resolution['method'];
/** A unit's identity, before it becomes a resolution. `place` is null for a national organ. */
interface Found {
  name: string;
  place: Division | null;
  method: Method;
  score: number;
  lost?: string[];
}
/** A unit's name parted into whose it is and what it is. */
interface Subject {
  place: Division;
  rest: string;
  how: 'place' | 'level' | 'own';
}
interface Query {
  name: string;
  region: Division | null;
  date: string | null;
  text: string;
}

const LEVEL_WORD = /^(?:自治区|自治州|省|市|县|区|州|盟|旗)/u;
const COMMITTEE = /^(.+?)(?:管理委员会|管委会|管委)(办|办公室)?$/u;
const TOWNSHIP = /^\p{Script=Han}{2,4}(?:镇|乡|街道)(?:人民政府|政府|办事处)?$/u;
/** GB/T 2260 has no code for the country; map services use this one. */
const NATION = '100000';
/** What stands behind a level word and is shorter is an abbreviation that nobody knows (市政务局), not a full name. */
const MIN_REST = 4;
const DEPARTMENT_LIKE = /(?:局|厅|委|办|部|处)$/u;
/** A company or school is known by its ending, wherever it is. */
const COMPANY = /^.{4,}(?:公司|集团|大学|学院|研究院|银行)$/u;
const REMARK = /（[^）]*）$/u;

/** Finds the organ that a unit's name means in a notice of some place. */
export class UnitResolver {
  readonly #organs: OrganTable;
  readonly #bodies: ReadonlyMap<string, readonly Body[]>;
  /** in this order: what the notice says itself, exact names, rules, then likeness */
  readonly #steps: readonly ((query: Query) => Found | null)[];

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly places: PlaceReader,
    private readonly parks: ParkReader,
  ) {
    this.#organs = new OrganTable(gazetteer);
    this.#bodies = bodiesByName(gazetteer.bodies);
    this.#steps = [
      (query) => this.#body(query),
      (query) => this.#national(query),
      (query) => this.#template(query),
      (query) => this.#committee(query),
      (query) => this.#department(query),
      (query) => this.#leadingGroup(query),
      (query) => this.#government(query),
      (query) => this.#misspelt(query),
      (query) => this.#asWritten(query),
    ];
  }

  resolve(written: string, group: boolean, context: NameContext, position: number): Resolution {
    const name = fold(written);
    const region = context.region?.code ? this.gazetteer.places.byCode(context.region.code) : null;
    if (group || GROUP_WORDS.test(name)) return resolution('units', written, 'rule', 1, { position, code: region?.code ?? null });
    const query = { name, region, date: context.date, text: context.text ?? '' };
    const found = this.#defined(query) ?? this.#firstStep(query);
    if (!found) return resolution('units', written, 'unresolved', 0, { position });
    const code = found.place?.code ?? null;
    const entity_id = `organ:${code ?? NATION}:${found.name}`;
    return resolution('units', written, found.method, found.score, {
      position,
      entity_id,
      entity_name: found.name,
      code,
      candidates: found.lost ?? [],
    });
  }

  #firstStep(query: Query): Found | null {
    for (const step of this.#steps) {
      const found = step(query);
      if (found) return found;
    }
    return null;
  }

  /** The notice defines the name: 景德镇国家陶瓷文化传承创新试验区管委会（以下简称试验区管委会）. */
  #defined(query: Query): Found | null {
    const definition = definitionsIn(query.text).find(({ short }) => short === query.name);
    if (!definition) return null;
    const start = this.places.mentions(definition.full, query.region)[0]?.start ?? 0;
    const full = definition.full.slice(start).replace(/^(?:由|和|与|在|向|对|将|成立|设立|组建)/u, '');
    const found = full === query.name ? null : this.#firstStep({ ...query, name: full });
    return found && { ...found, method: 'context' };
  }

  #body({ name, region }: Query): Found | null {
    const { places } = this.gazetteer;
    const body = (this.#bodies.get(name) ?? []).find(
      ({ name: full, place_code }) =>
        full === name || (region !== null && (places.within(region.code, place_code) || places.within(place_code, region.code))),
    );
    return body
      ? { name: body.name, place: places.byCode(body.place_code), method: body.name === name ? 'exact' : 'alias', score: 1 }
      : null;
  }

  #national({ name, region }: Query): Found | null {
    const known = this.#organs.national(name);
    if (!known || (known.alias && region !== null && !ONLY_NATIONAL.test(name))) return null;
    return { name: known.organ.name, place: null, method: known.alias ? 'alias' : 'exact', score: 1 };
  }

  /** Party organs, vertical agencies, governments, mass organisations. */
  #template({ name, region }: Query): Found | null {
    for (const { template, before, behind } of this.#organs.forms) {
      if (!name.startsWith(before) || !name.endsWith(behind) || name.length < before.length + behind.length) continue;
      const whose = name.slice(before.length, name.length - behind.length);
      const place = whose === '' && behind.length >= 3 ? region : this.#whose(whose, region);
      if (!place) continue;
      const full = templateName(template, place);
      return { name: full, place, method: full === name ? 'exact' : 'rule', score: full === name ? 1 : 0.95 };
    }
    return null;
  }

  /** A place's name, a level word (市), or 景市 for 景德镇市. */
  #whose(words: string, region: Division | null): Division | null {
    if (words === '') return null;
    const level = LEVEL_WORD.exec(words)?.[0] === words ? this.#atLevel(words, region) : null;
    const initial = /^(\p{Script=Han})市$/u.exec(words)?.[1];
    const own =
      initial && region
        ? this.gazetteer.places.line(region.code).find(({ level: l, short }) => l === 'prefecture' && short.includes(initial))
        : null;
    return level ?? this.places.whole(words, { region }) ?? own ?? null;
  }

  /** The region, or the one above it, that a level word means: 市 in a notice of 青山湖区 is 南昌市. */
  #atLevel(word: string, region: Division | null): Division | null {
    if (!region) return null;
    const line = this.gazetteer.places.line(region.code);
    if (word === '市' && region.level === 'county' && region.name.endsWith('市')) return region;
    const fits = (division: Division): boolean => {
      if (word === '省') return division.name.endsWith('省');
      if (word === '自治区') return division.level === 'province' && division.name.endsWith(word);
      if (word === '市') return division.level === 'prefecture' || isMunicipality(division);
      return division.level !== 'province' && division.name.endsWith(word.slice(-1));
    };
    return line.find(fits) ?? null;
  }

  /** 高新区管委会, 赣江新区经发局, or the bare name of a park. */
  #committee({ name, region, date }: Query): Found | null {
    const committee = COMMITTEE.exec(name);
    const department = PARK_DEPARTMENTS.find(([short]) => name.endsWith(short) && name.length > short.length + 1);
    const head = committee?.[1] ?? (department ? name.slice(0, -department[0].length) : name);
    const tail = committee ? `管理委员会${committee[2] ? '办公室' : ''}` : (department?.[1] ?? '管理委员会');
    const { park, place } = this.#parkOf(head, region);
    if (park) {
      const full = `${this.gazetteer.parks.nameOn(park.park, date)}${tail}`;
      const score = committee || department ? PARK_SCORES[park.how] : PARK_SCORES[park.how] - 0.2;
      const method: Method = full === name ? 'exact' : park.how === 'context' ? 'context' : 'rule';
      return { name: full, place: this.parks.placeOf(park.park), method, score, lost: park.candidates.map(({ id }) => id) };
    }
    return committee && place ? { name: `${head}${tail}`, place, method: 'rule', score: 0.6 } : null;
  }

  #parkOf(head: string, region: Division | null) {
    const dropped = region && region.level !== 'province' ? this.parks.whole(region.short + head, { region }) : null;
    const park = this.parks.whole(head, { region }) ?? dropped;
    const chain = this.places.readChain(head, 0, { region });
    if (park) return { park, place: null };
    for (const { end, division } of [...chain].reverse()) {
      const inside = division && this.parks.whole(head.slice(end), { region, inside: division });
      if (inside) return { park: inside, place: division };
    }
    return { park: null, place: chain.at(-1)?.division ?? null };
  }

  #department(query: Query): Found | null {
    for (const subject of this.#subjects(query)) {
      const found = this.#inSubject(subject, query);
      if (found) return found;
    }
    return null;
  }

  #inSubject({ place, rest, how }: Subject, query: Query): Found | null {
    const bare = rest.replace(REMARK, '');
    const reading = this.#organs.department(bare);
    const told = reading?.full ? null : this.#toldInText(bare, reading, place, query.text);
    if (told) return { name: `${place.name}${told}`, place, method: 'context', score: 0.9 };
    const full = reading && departmentName(reading, place);
    if (!full) return null;
    const score = how === 'own' ? 0.85 : 0.95;
    return { name: full, place, method: full === query.name ? 'exact' : 'rule', score: full === query.name ? 1 : score };
  }

  #toldInText(bare: string, reading: DepartmentReading | null, place: Division, text: string): string | null {
    const ending = reading?.ending ?? /(?:局|厅|委员会|办公室)$/u.exec(bare)?.[0];
    if (!ending || text === '') return null;
    const stem = bare.replace(/(?:局|厅|委员会|委|办公室|办)$/u, '');
    return stem.length < 2 ? null : spelledOut(text, place.name, stem, ending);
  }

  /** The ways to part a name: no place at all, a place's full name, a level word, a place's short name. */
  #subjects({ name, region }: Query): Subject[] {
    const subjects: Subject[] = [];
    if (region) subjects.push({ place: region, rest: name, how: 'own' });
    const word = LEVEL_WORD.exec(name)?.[0];
    const above = word ? this.#atLevel(word, region) : null;
    if (word && above) subjects.push({ place: above, rest: name.slice(word.length), how: 'level' });
    for (const { division, end, how } of [...this.places.readChain(name, 0, { region })].reverse()) {
      const chance = word !== undefined && how === 'short' && division?.ordinary === true;
      if (division && !chance) subjects.push({ place: division, rest: name.slice(end), how: 'place' });
    }
    return subjects;
  }

  /** 领导小组办公室 alone: the one leading group that the notice sets up. */
  #leadingGroup(query: Query): Found | null {
    const tail = /^领导小组(办公室|办)?$/u.exec(query.name);
    const [only, ...others] = tail ? leadingGroupsIn(query.text) : [];
    if (!tail || !only || others.length > 0) return null;
    const found = this.#asWritten({ ...query, name: `${only}${tail[1] ? '办公室' : ''}` });
    return found && { ...found, method: 'context', score: 0.7 };
  }

  /** A place where an organ is asked for: its government. */
  #government({ name, region }: Query): Found | null {
    const reading = this.places.readChain(name, 0, { region }).at(-1);
    if (reading?.division && reading.end === name.length && reading.how !== 'short') {
      return { name: `${reading.division.name}人民政府`, place: reading.division, method: 'rule', score: 0.8 };
    }
    if (!TOWNSHIP.test(name) || region?.level !== 'county') return null;
    const full = name.replace(/([镇乡])(?:政府)?$/u, '$1人民政府').replace(/街道$/u, '街道办事处');
    return { name: `${region.name}${full}`, place: region, method: 'rule', score: 0.7 };
  }

  #misspelt(query: Query): Found | null {
    for (const subject of this.#subjects(query)) {
      const near = closest(subject.rest, this.#organs.departmentNames());
      const reading = near && this.#organs.department(near.name);
      const full = reading && departmentName(reading, subject.place);
      if (near && full)
        return { name: full, place: subject.place, method: 'fuzzy', score: round(near.score * 0.8), lost: near.lost };
    }
    return null;
  }

  /** An organ of no known kind keeps its name; a level word before it becomes the place. */
  #asWritten(query: Query): Found | null {
    const { name } = query;
    if (NATIONAL_HEADS.test(name)) return { name, place: null, method: 'rule', score: 0.7 };
    if (!ORGAN_LIKE.test(name)) return null;
    const subject = this.#subjects(query).find(
      ({ how, rest }) => how === 'place' || (how === 'level' && (rest.length >= MIN_REST || !DEPARTMENT_LIKE.test(rest))),
    );
    if (!subject) return COMPANY.test(name) ? { name, place: null, method: 'rule', score: 0.6 } : null;
    const full = subject.how === 'level' ? `${subject.place.name}${subject.rest}` : name;
    return { name: full, place: subject.place, method: 'rule', score: 0.7 };
  }
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}

function bodiesByName(bodies: readonly Body[]): ReadonlyMap<string, readonly Body[]> {
  const byName = new Map<string, Body[]>();
  for (const body of bodies) {
    for (const name of [body.name, ...body.aliases]) byName.set(name, [...(byName.get(name) ?? []), body]);
  }
  return byName;
}
