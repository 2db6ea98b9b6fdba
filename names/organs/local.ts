import type { Division, Gazetteer } from '../../corpus/gazetteer.js';
import { spelledOut } from '../definitions.js';
import { RESPELT_SCORE, respellings } from '../respelt.js';
import { organId, round, type Found, type Query, type Step } from './query.js';
import type { Subject, SubjectReader } from './subjects.js';
import { departmentName, fullStem, templateName, type DepartmentReading, type OrganTable } from './table.js';

const REMARK = /（[^）]*）$/u;
const ENDING = /(?:局|厅|委员会|办公室)$/u;
const SHORT_ENDING = /(?:局|厅|委员会|委|办公室|办)$/u;

/** Party organs, vertical agencies, governments, mass organisations, companies with a branch in every place. */
export function templateStep({ places }: Gazetteer, organs: OrganTable, subjects: SubjectReader): Step {
  return ({ name, region }) => {
    for (const { template, whose, own } of organs.templates(name.replace('自治区党委', '自治区委'))) {
      const place = whose === '' && own >= 3 ? region : subjects.whose(whose, region);
      const full = place && templateName(template, place, provinceOf(place, places));
      if (place && full) return { name: full, place, method: full === name ? 'exact' : 'rule', score: full === name ? 1 : 0.95 };
    }
    return null;
  };
}

function provinceOf(place: Division, places: Gazetteer['places']): Division {
  return places.line(place.code).at(-1) ?? place;
}

/** Departments of governments, by the notice’s own wording first, then by the general list. */
export function departmentStep(organs: OrganTable, subjects: SubjectReader): Step {
  return (query) => {
    for (const subject of subjects.subjects(query)) {
      const found = inSubject(subject, query, organs);
      if (found) return found;
    }
    return null;
  };
}

function inSubject({ place, rest, how }: Subject, query: Query, organs: OrganTable): Found | null {
  const bare = rest.replace(REMARK, '');
  const reading = organs.department(bare);
  const isFull = reading !== null && reading.stem === fullStem(reading, place, query.date);
  const told = isFull ? null : toldInText(bare, reading, place, query.text);
  if (told) return { name: `${place.name}${told}`, place, method: 'context', score: 0.9 };
  const full = reading && departmentName(reading, place, query.date);
  if (!full) return null;
  const score = how === 'own' ? 0.85 : 0.95;
  return { name: full, place, method: full === query.name ? 'exact' : 'rule', score: full === query.name ? 1 : score };
}

function toldInText(bare: string, reading: DepartmentReading | null, place: Division, text: string): string | null {
  const ending = reading?.ending ?? ENDING.exec(bare)?.[0];
  if (!ending || text === '') return null;
  const stem = bare.replace(SHORT_ENDING, '');
  return stem.length < 2 ? null : spelledOut(text, place.name, stem, ending);
}

/** A department whose name is one slip away from what is written. */
export function misspeltStep(organs: OrganTable, subjects: SubjectReader): Step {
  return (query) => {
    for (const { place, rest, how } of subjects.subjects(query)) {
      if (how === 'own' && subjects.hasLevel(rest)) continue;
      const doubled = respelt(rest, organs);
      const meant = doubled && departmentName(doubled, place, query.date);
      if (meant) return { name: meant, place, method: 'fuzzy', score: RESPELT_SCORE };
      const near = organs.misspelt(rest);
      const name = near && departmentName(near.spelling.entry, place, query.date);
      const lost = near?.lost.flatMap(({ entry }) => departmentName(entry, place, query.date) ?? []) ?? [];
      if (near && name)
        return { name, place, method: 'fuzzy', score: round(near.score * 0.8), lost: lost.map((one) => organId(place, one)) };
    }
    return null;
  };
}

function respelt(rest: string, organs: OrganTable): DepartmentReading | null {
  for (const name of respellings(rest)) {
    const reading = organs.department(name);
    if (reading) return reading;
  }
  return null;
}
