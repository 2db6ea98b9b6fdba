import type { ComparedType, FieldChange, NoticeDiff, NoticeRecord } from '../../schemas/index.js';
import type { RecordOf } from '../store/types.js';
import { changedFields, headFields, saidFields } from './fields.js';
import { likeness, pairsOf } from './likeness.js';
import { match } from './match.js';
import { RULES, type Rule } from './rules.js';

export { counterpart } from './counterpart.js';

/** A notice with its records, in their exported shape. */
export type NoticeContents = { notice: NoticeRecord; version?: number | null } & { [T in ComparedType]: readonly RecordOf[T][] };

/**
 * What differs between two notices, or two versions of one. Records are compared by what the notice says: ids, offsets,
 * pages and names given by the gazetteer are no difference, nor are white space and widths.
 */
export function diffContents(before: NoticeContents, after: NoticeContents): NoticeDiff {
  return {
    before: sideOf(before),
    after: sideOf(after),
    likeness: round(likeness(pairsOf(before.notice.text), pairsOf(after.notice.text))),
    head: changedFields(headFields(), before.notice, after.notice),
    obligations: changes('obligations', before.obligations, after.obligations, RULES.obligations),
    targets: changes('targets', before.targets, after.targets, RULES.targets),
    observations: changes('observations', before.observations, after.observations, RULES.observations),
    clusters: changes('clusters', before.clusters, after.clusters, RULES.clusters),
    ratings: changes('ratings', before.ratings, after.ratings, RULES.ratings),
    projects: changes('projects', before.projects, after.projects, RULES.projects),
  };
}

function sideOf({ notice, version = null }: NoticeContents): NoticeDiff['before'] {
  const { id, file, title, document_number, issued_on } = notice;
  return { id, file, title, document_number, issued_on, version };
}

interface Changes<R> {
  added: R[];
  gone: R[];
  changed: { before: R; after: R; fields: FieldChange[]; matched: 'key' | 'text'; likeness: number }[];
  moved: { before: R; after: R }[];
  same: number;
}

function changes<R extends object>(type: ComparedType, before: readonly R[], after: readonly R[], rule: Rule<R>): Changes<R> {
  const fields = saidFields(type);
  const inPlace: readonly string[] = rule.place;
  const said = fields.filter(({ name }) => !inPlace.includes(name));
  const { same, moved, found, gone, added } = match(before, after, fields, rule);
  const changed = found.map((pair) => ({
    ...pair,
    likeness: round(pair.likeness),
    fields: changedFields(said, pair.before, pair.after),
  }));
  return { added, gone, changed, moved, same };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
