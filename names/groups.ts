import type { Division, Gazetteer } from '../corpus/gazetteer.js';
import type { GroupKind, GroupLevel, Resolution } from '../schemas/index.js';
import {
  ANY_LEVEL,
  BELOW,
  DEPARTMENT_GROUP,
  GROUP_WORDS,
  KINDS_OF_GROUPS,
  LEVELS_OF_GROUPS,
  OWN_LEVEL,
  SOME_OF,
  WHOLE_PLACE,
} from './group-words.js';
import type { Query } from './organs/query.js';
import { fullStem, type OrganTable } from './organs/table.js';
import type { PlaceReader } from './place.js';

/** No department’s name without its place is longer. */
const LONGEST_DEPARTMENT = 20;

/** What a group of units ranges over. `code` is null for the whole country. */
export type GroupReading = Pick<Resolution, 'code' | 'group_kind' | 'group_level' | 'group_subject'>;

/** Reads names of groups: whose units, of what kind, of which level. */
export class GroupReader {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly places: PlaceReader,
    private readonly organs: OrganTable,
  ) {}

  /** Null where the name is no group’s; `flagged` where the notice’s reader has found that it is. */
  read({ name, region, date }: Query, flagged: boolean): GroupReading | null {
    const lower = BELOW.exec(name)?.[0];
    if (!flagged && !GROUP_WORDS.test(name) && !(lower && isAbove(region, lower))) return null;
    const { place, rest } = this.#placed(name, region);
    const department = this.#department(rest);
    const group_kind = department ? 'department' : kindOf(rest);
    const group_level = levelOf(rest) ?? (OWN_LEVEL.has(group_kind) && !ANY_LEVEL.test(rest) ? (place?.level ?? null) : null);
    return {
      code: place?.code ?? null,
      group_kind,
      group_level,
      group_subject: department && place ? fullStem(department, place, date) : null,
    };
  }

  /** The place in whose bounds the group is, and the words behind it: 省直有关部门 in a city’s notice is the province’s. */
  #placed(name: string, region: Division | null): { place: Division | null; rest: string } {
    const line = region ? this.gazetteer.places.line(region.code) : [];
    const whole = WHOLE_PLACE.exec(name);
    const level = whole?.[1] ?? whole?.[2];
    if (whole && level) {
      const place = line.find(({ name: full, level: l }) => full.endsWith(level) || (level === '市' && l === 'prefecture'));
      return { place: place ?? region, rest: name.slice(whole[0].length) };
    }
    const last = this.places.readChain(name, 0, { region }).at(-1);
    if (last?.division && last.how !== 'short' && last.how !== 'ending')
      return { place: last.division, rest: name.slice(last.end) };
    return { place: region, rest: name };
  }

  /** The department in 各设区市工信局: the longest known one at the end. */
  #department(words: string) {
    if (DEPARTMENT_GROUP.test(words)) return null;
    for (let at = Math.max(0, words.length - LONGEST_DEPARTMENT); at < words.length - 2; at += 1) {
      const reading = this.organs.department(words.slice(at));
      if (reading) return reading;
    }
    return null;
  }
}

/** Is a government named by its level alone (县政府) below the notice’s own place? */
function isAbove(region: Division | null, word: string): boolean {
  if (!region || /^[乡镇]/u.test(word)) return region !== null;
  return region.level !== 'county';
}

function kindOf(words: string): GroupKind {
  return KINDS_OF_GROUPS.find(([, pattern]) => pattern.test(words))?.[0] ?? (levelOf(words) ? 'government' : 'unit');
}

function levelOf(words: string): GroupLevel | null {
  if (ANY_LEVEL.test(words)) return null;
  return LEVELS_OF_GROUPS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** An organ as far as belonging to a group goes: a resolution of one, or a row of a gazetteer. */
export type Member = Pick<Resolution, 'entity_name' | 'code'>;
/** A group as far as its members go: a resolution of one, or what a store keeps of it. */
export type Group = Pick<Resolution, 'name' | 'code' | 'group_kind' | 'group_level' | 'group_subject'>;

/** A group of units of whatever kind; of 各协同区 and 有关专班 nobody can tell who belongs to them. */
const UNITS = /单位(?:（[^）]*）)?$/u;

/**
 * Does an organ belong to a group? `every`: the group is all of its kind (各县（市、区）政府), `some`: it is said that only some
 * are meant (有关部门), null: it does not belong, or nobody can tell (成员单位).
 */
export function memberOf(group: Group, { entity_name, code }: Member): 'every' | 'some' | null {
  const { group_kind: kind, group_level: level, group_subject: subject } = group;
  if (kind === null || kind === 'member' || entity_name === null || code === null) return null;
  if (group.code !== null && !isWithin(code, group.code)) return null;
  const organ = { kind: organKind(entity_name), level: organLevel(entity_name, code) };
  if (kind === 'unit' ? !UNITS.test(group.name) : kind !== organ.kind) return null;
  if (level !== null && level !== organ.level) return null;
  if (kind === 'government' && level === null && code === group.code) return null;
  if (subject !== null && !entity_name.includes(subject)) return null;
  return SOME_OF.test(group.name) || kind === 'unit' ? 'some' : 'every';
}

/** What kind of unit a full name is of. */
function organKind(name: string): GroupKind {
  if (/人民政府$|行政公署$|街道办事处$/u.test(name)) return 'government';
  if (/管理委员会$/u.test(name)) return 'park';
  return (
    KINDS_OF_GROUPS.find(([kind, pattern]) => !['government', 'park', 'member'].includes(kind) && pattern.test(name))?.[0] ??
    'department'
  );
}

function organLevel(name: string, code: string): GroupLevel {
  if (/[镇乡]人民政府$|街道办事处$/u.test(name)) return 'town';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/** By GB/T 2260: 360222 lies in 360200 and in 360000. */
function isWithin(code: string, outer: string): boolean {
  const zeros = outer.endsWith('0000') ? 4 : outer.endsWith('00') ? 2 : 0;
  return code.startsWith(outer.slice(0, outer.length - zeros));
}
