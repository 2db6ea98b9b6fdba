import type { FindingRead } from '../../../schemas/index.js';
import { defineCheck } from '../check.js';
import { annexCounts } from './annexes.js';
import { enumerations } from './enumerations.js';
import { evaluatedCounts } from './evaluated.js';
import { gradeCounts } from './grades.js';
import { headingCounts } from './headings.js';
import { partsOfWholes } from './parts.js';
import { projectCounts } from './projects.js';
import { titledCounts } from './titles.js';
import { wholeCounts } from './wholes.js';

/** Numbers that the notice declares against what it lists: in headings and labels, in sentences, in heads of tables. */
export const declaredCount = defineCheck({
  name: 'declared_count',
  version: 6,
  run: (audited) =>
    once([
      ...headingCounts(audited),
      ...gradeCounts(audited),
      ...wholeCounts(audited),
      ...annexCounts(audited),
      ...evaluatedCounts(audited),
      ...enumerations(audited),
      ...partsOfWholes(audited),
      ...projectCounts(audited),
      ...titledCounts(audited),
    ]),
});

/** Two ways of reading one number tell it once. */
function once(found: readonly FindingRead[]): FindingRead[] {
  const told = new Set<string>();
  return found.filter((f) => {
    const key = `${f.start ?? ''}|${f.expected ?? ''}|${f.actual ?? ''}`;
    return !told.has(key) && told.add(key);
  });
}
