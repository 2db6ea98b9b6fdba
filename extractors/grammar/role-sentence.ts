import type { ObligationUnitRead } from '../../schemas/index.js';
import { isTimeOnly } from './due.js';
import { splitOutside } from './lists.js';
import { OWN_ROLE, ownRole, RIDER, roleTail, type FirstLeads, type UnitRole } from './role-words.js';
import { isUnit, mayBeUnit } from './unit-words.js';
import { isUnitList, unitList } from './units.js';

/** The units of a clause as they are read, with what is said of when. */
export interface Responsible {
  units: ObligationUnitRead[];
  offices: string[];
  /** words that say when, for the due date */
  when: string[];
}

/** How a role sentence reads: what it names, and whether it says nothing else. */
export interface RoleSentence extends Responsible {
  /** nothing but units, words of role, dates and riders; half of those that bear a duty at least are organs for sure */
  sound: boolean;
  /** a word of role stands behind some units */
  says: boolean;
}

const CONNECTIVE = /^(?:并?由|分别由|同时由?|其中|共同由)/;
/** `在领导小组统筹下`; under whose guidance something stands bears no duty. */
const UNDER = /^在(.{2,40}?)(?:的)?(?:统一|总体)?(统筹|组织|协调|牵头)(?:协调)?下$/;
const GUIDED = /^在.{2,40}(领导|指导|支持|带领|部署)下$/;
/** Units, then a word of role with what they do: `市住建局负责房屋安全`. */
const WITH_OBJECT = /^(.{2,80}?)(?:具体|主要|牵头)?(负责|牵头)(?!人|制|同志)(.{2,})$/;

/** Behind the units, what is done by when: `7月底前完成调整`. */
const DATED_WORK =
  /^(?:于|在|力争|确保|原则上)?(?:20\d\d年|今年|明年|本年)?[\d年月日底末以]{1,12}前(?:完成|实施|落实|启动|建成|印发|出台|报送|提交|形成|制定)[^，。；]{1,20}$/;

/**
 * Reads `A牵头，B、C配合`, `A牵头，B等按职责分工负责`, `A、B负责`, `A会同B实施`: parts at commas, each the units and the words
 * behind them that give their role. Units without such words take the role of those that follow; `first` leads where the
 * notice says so and no other does.
 */
export function roleSentence(text: string, first: FirstLeads | null): RoleSentence {
  const out: RoleSentence = { units: [], offices: [], when: [], sound: true, says: false };
  const waiting: string[] = [];
  for (const { text: part } of splitOutside(text, '，；。')) {
    if (RIDER.test(part)) continue;
    if (isTimeOnly(part) || (out.says && DATED_WORK.test(part))) out.when.push(part);
    else if (!GUIDED.test(part)) readPart(part.replace(CONNECTIVE, ''), waiting, out);
  }
  for (const names of waiting) addUnits(names, 'responsible', out);
  out.units = distinct(out.units);
  const bearing = out.units.filter((u) => u.role !== 'support');
  const sure = bearing.filter((u) => isUnit(u.name)).length;
  out.sound = bearing.every((u) => mayBeUnit(u.name)) && sure > 0 && sure * 2 >= bearing.length;
  if (first && !out.units.some((u) => u.role === 'lead')) out.units = withLead(out.units, first);
  return out;
}

function readPart(part: string, waiting: string[], out: RoleSentence): void {
  const take = (names: string, role: UnitRole) => {
    addUnits(names, role, out);
  };
  const under = UNDER.exec(part);
  if (under) {
    take(under[1] ?? '', under[2] === '牵头' ? 'lead' : 'responsible');
    return;
  }
  const { names, role } = roleTail(part);
  if (role === null) {
    const withObject = WITH_OBJECT.exec(part);
    if (withObject && isUnitList(withObject[1] ?? '')) {
      out.says = true;
      take(withObject[1] ?? '', withObject[2] === '牵头' ? 'lead' : 'responsible');
    } else if (/^会同/.test(part)) take(part.slice(2), 'support');
    else waiting.push(part);
    return;
  }
  out.says = true;
  // `A、B，C参与`: only what stands behind the last comma takes part; in `A牵头，B，C配合` all behind the lead does
  const led = out.units.some((u) => u.role === 'lead');
  for (const before of waiting.splice(0)) take(before, role === 'support' && !led ? 'responsible' : role);
  const [main = '', others] = names.split(/会同|商(?=[国省市县区])/);
  const own = roleTail(main);
  if (own.names !== '') take(own.names, own.role ?? role);
  if (others !== undefined) take(others, 'support');
}

/** Adds the units of a list, each with the role given or its own in brackets. */
export function addUnits(list: string, role: UnitRole, out: Pick<Responsible, 'units' | 'offices'>): void {
  const { units, offices } = unitList(list);
  for (const u of units) {
    const own = OWN_ROLE.exec(u.name)?.[1];
    const name = u.name.replace(OWN_ROLE, '');
    if (name.length <= LONGEST_NAME) out.units.push({ name, role: own === undefined ? role : ownRole(own), group: u.group });
  }
  out.offices.push(...offices);
}
/** Longest name of a unit, in characters. */
const LONGEST_NAME = 40;

/** Each unit once, as it is named first. */
export function distinct(units: readonly ObligationUnitRead[]): ObligationUnitRead[] {
  const seen = new Set<string>();
  return units.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** The first of a list leads, the others have the role that the notice gives them. */
export const withLead = (units: readonly ObligationUnitRead[], first: FirstLeads): ObligationUnitRead[] =>
  units.map((u, k) => ({ ...u, role: k === 0 ? 'lead' : u.role === 'responsible' ? first.others : u.role }));
