import { compact, numeral } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { declaredIn, nameLists } from '../lists.js';
import { FIGURE } from '../text.js';
import { mismatch } from './mismatch.js';

/** `五星级产业集群（5个）` over a list, `一等奖（2个）：…` in front of one, `实施八大行动` over numbered headings. */
export function headingCounts(audited: Audited): FindingRead[] {
  return [...overLists(audited), ...overRatings(audited), ...overHeadings(audited)];
}

function overLists({ notice }: Audited): FindingRead[] {
  return nameLists(notice).flatMap((list) =>
    list.declared === null ? [] : mismatch(list.label, list.declared, list.items.length, list.head),
  );
}

/** A heading with a number over ratings that do not stand as a plain list. */
function overRatings({ notice, records }: Audited): FindingRead[] {
  const listed = new Set(nameLists(notice).map((l) => l.head.start));
  return notice.sections.flatMap((section) => {
    const { label, declared } = declaredIn(compact(section.title).text);
    if (declared === null || listed.has(section.heading.start)) return [];
    const rated = records.ratings.filter((r) => r.evidence.some((e) => e.field === 'grade' && e.start === section.heading.start));
    return rated.length === 0 ? [] : mismatch(label, declared, rated.length, section.heading);
  });
}

const SEVERAL = new RegExp(`${FIGURE}(?:大|项|个|条)(重点)?(行动|工程|任务|计划|举措|措施|机制|体系)$`);

/** The number counts the headings below where every one of them names what is counted. */
function overHeadings({ notice }: Audited): FindingRead[] {
  return notice.sections.flatMap((section) => {
    const m = SEVERAL.exec(compact(section.title).text.replace(/”$/, ''));
    const declared = m ? numeral(m[1] ?? '') : null;
    if (declared === null) return [];
    const below = notice.sections.filter((s) => s.parent === section.index && s.number !== null);
    if (below.length < 2 || !below.every((s) => s.title.includes(m?.[3] ?? ''))) return [];
    return mismatch(section.title, declared, below.length, section.heading);
  });
}
