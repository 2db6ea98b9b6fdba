import type { Gazetteer } from '../../corpus/gazetteer.js';
import { PARK_SCORES, type ParkReader } from '../park.js';
import type { WholeParkReader } from '../whole-park.js';
import { PARK_DEPARTMENTS } from '../words.js';
import type { PlaceReader } from '../place.js';
import type { Step } from './query.js';

const COMMITTEE = /^(.+?)(?:管理委员会|管委会|(?<!监)管委)(办|办公室)?$/u;

/** What stands behind a park’s name: its committee, its committee’s office, or a department. */
function partsOf(name: string): { head: string; tail: string; said: boolean; committee: boolean } {
  const committee = COMMITTEE.exec(name);
  if (committee?.[1])
    return { head: committee[1], tail: `管理委员会${committee[2] ? '办公室' : ''}`, said: true, committee: true };
  const department = PARK_DEPARTMENTS.find(([short]) => name.endsWith(short) && name.length > short.length + 1);
  if (department) return { head: name.slice(0, -department[0].length), tail: department[1], said: true, committee: false };
  return { head: name, tail: '管理委员会', said: false, committee: false };
}

/** 高新区管委会, 赣江新区经发局, or the bare name of a park. */
export function parkStep(gazetteer: Gazetteer, places: PlaceReader, parks: ParkReader, whole: WholeParkReader): Step {
  return ({ name, region, date }) => {
    const { head, tail, said, committee } = partsOf(name);
    // 浦东新区 is a district, too: its government is meant.
    if (!said && places.isFull(head, { region })) return null;
    const { park, place } = whole.read(head, region);
    if (park) {
      const full = `${gazetteer.parks.nameOn(park.park, date)}${tail}`;
      const method = full === name ? 'exact' : park.how === 'context' ? 'context' : 'rule';
      const score = said ? PARK_SCORES[park.how] : PARK_SCORES[park.how] - 0.2;
      return { name: full, place: parks.placeOf(park.park), method, score, lost: park.candidates.map(({ id }) => id) };
    }
    return committee && place ? { name: `${head}${tail}`, place, method: 'rule', score: 0.6 } : null;
  };
}
