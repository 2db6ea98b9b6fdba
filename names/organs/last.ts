import { leadingGroupsIn } from '../definitions.js';
import type { PlaceReader } from '../place.js';
import { NATIONAL_HEADS, ORGAN_LIKE } from '../words.js';
import type { Found, Query, Step } from './query.js';
import type { SubjectReader } from './subjects.js';

const TOWNSHIP = /^\p{Script=Han}{2,4}(?:镇|乡|街道)(?:人民政府|政府|办事处)?$/u;
/**
 * A 局 or 办 whose name is shorter is an abbreviation that nobody knows (市政务局), not a full name; behind a level word it
 * must be longer still.
 */
const MIN_DEPARTMENT = { level: 5, place: 4 };
const DEPARTMENT_LIKE = /(?:局|厅|委|办|部|处)$/u;
/** A body that has no name but what it is: 领导小组, 省级工作专班. */
const NAMELESS =
  /^(?:[级直属].*|(?:工作|推进|协调)?(?:领导小组|工作小组|小组|专班|工作组|指挥部|联席会议)(?:办公室|办)?|(?:办公室|委员会|管委会|集团公司|公司|集团))$/u;
/** A list, outside brackets and quotation marks. */
const SEVERAL = /^(?:[^（“、；]|（[^）]*）|“[^”]*”)*[、；]/u;
/** A company or school is known by its ending, wherever it is. */
const COMPANY = /^.{4,}(?:公司|集团|大学|学院|研究院|银行)$/u;

/** 领导小组办公室 alone: the one leading group that the notice sets up. */
export function leadingGroupStep(asWritten: Step): Step {
  return (query) => {
    const tail = /^领导小组(办公室|办)?$/u.exec(query.name);
    const [only, ...others] = tail ? leadingGroupsIn(query.text) : [];
    if (!tail || !only || others.length > 0) return null;
    const found = asWritten({ ...query, name: `${only}${tail[1] ? '办公室' : ''}` });
    return found && { ...found, method: 'context', score: 0.7 };
  };
}

/** A place where an organ is asked for: its government. */
export function governmentStep(places: PlaceReader): Step {
  return ({ name, region }: Query): Found | null => {
    const reading = places.readChain(name, 0, { region }).at(-1);
    if (reading?.division && reading.end === name.length && reading.how !== 'short' && reading.how !== 'ending') {
      return { name: `${reading.division.name}人民政府`, place: reading.division, method: 'rule', score: 0.8 };
    }
    if (!TOWNSHIP.test(name) || region?.level !== 'county') return null;
    const full = name.replace(/([镇乡])(?:政府)?$/u, '$1人民政府').replace(/街道$/u, '街道办事处');
    return { name: `${region.name}${full}`, place: region, method: 'rule', score: 0.7 };
  };
}

/** An organ of no known kind keeps its name; a level word before it becomes the place. */
export function asWrittenStep(subjects: SubjectReader): Step {
  return (query) => {
    const { name } = query;
    if (NATIONAL_HEADS.test(name)) return { name, place: null, method: 'rule', score: 0.7 };
    if (!ORGAN_LIKE.test(name) || SEVERAL.test(name)) return null;
    const subject = subjects.subjects(query).find(({ how, rest }) => how !== 'own' && isName(rest, how));
    if (!subject) return COMPANY.test(name) ? { name, place: null, method: 'rule', score: 0.6 } : null;
    const full = subject.how === 'level' ? `${subject.place.name}${subject.rest}` : name;
    return { name: full, place: subject.place, method: 'rule', score: 0.7 };
  };
}

/** Could it be the name of one organ, with only its level or place in front? */
function isName(rest: string, how: 'level' | 'place'): boolean {
  if (rest === '' || (how === 'level' && NAMELESS.test(rest))) return false;
  return !DEPARTMENT_LIKE.test(rest) || rest.length >= MIN_DEPARTMENT[how];
}
