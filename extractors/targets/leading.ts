import { dueDates } from '../grammar/dates.js';
import { EACH_ONE, FALLS_FIRST, LEADING, SCOPE } from './words.js';

/** What the words at the beginning of a clause say before its subject. */
export interface Lead {
  /** what is left: the subject */
  rest: string;
  /** whom it holds for, where it is said here */
  scope: string | null;
  /** 每年, 年均 */
  yearly: boolean;
  /** a verb says what is to be done with it */
  verb: boolean;
  /** 减少, 压减 stand before what is made less */
  falls: boolean;
}

/** Where scopes and layers are looked for in turn, at most so often. */
const ROUNDS = 14;

/** Takes list marks, dates, periods, scope, frequency, verbs and the like off the front of the words. */
export function leadOf(words: string): Lead {
  const lead: Lead = { rest: words, scope: null, yearly: false, verb: false, falls: false };
  for (let round = 0; round < ROUNDS && lead.rest !== ''; round++) {
    const before = lead.rest;
    lead.rest = withoutDates(lead.rest);
    takeScope(lead);
    for (const { name, pattern } of LEADING) {
      const found = pattern.exec(lead.rest)?.[0];
      if (found === undefined) continue;
      lead.rest = lead.rest.slice(found.length);
      if (name === 'frequency') lead.yearly = true;
      if (name === 'verb') lead.verb = true;
    }
    const falls = FALLS_FIRST.exec(lead.rest)?.[0];
    if (falls !== undefined) Object.assign(lead, { falls: true, rest: lead.rest.slice(falls.length) });
    if (lead.rest === before) break;
  }
  return lead;
}

function takeScope(lead: Lead): void {
  const scope = SCOPE.exec(lead.rest)?.[1] ?? EACH_ONE.exec(lead.rest)?.[1];
  // 打造全国一流基地: no scope
  if (scope === undefined || (scope === '全国' && lead.verb)) return;
  lead.scope ??= scope;
  lead.rest = lead.rest.slice(scope.length);
}

/** Dates that govern, wherever they stand, and one at the very beginning are no part of a subject. */
function withoutDates(words: string): string {
  if (!/[\d〇五]/.test(words)) return words;
  let rest = words;
  for (const d of [...dueDates(words)].reverse())
    if (d.governs || d.from === 0) rest = `${rest.slice(0, d.from)}${rest.slice(d.to)}`;
  return rest;
}

/** What every scope begins with. Words are only taken off before it, so a clause without them has none. */
const SCOPE_SIGN = /[全我本各每省]/;

/** The scope that a clause begins with: `力争全市…`, `支持各设区市…`, `到2027年，全区…`. */
export function scopeAtFront(clause: string): string | null {
  const front = clause.slice(0, 60);
  return SCOPE_SIGN.test(front) ? leadOf(front).scope : null;
}
