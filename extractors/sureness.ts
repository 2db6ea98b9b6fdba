import type { Reason } from '../schemas/index.js';

/**
 * How often, as a share from 0 to 1, a reading for this reason is right: what it rests on, and by how much a doubt lowers
 * that. Set from how often readings were right over notices and cases with known records (`bench/README.md`).
 */
const WEIGHTS: Record<Reason, number> = {
  cluster_column: 0.97,
  named_with_place: 0.97,
  place_inside_name: 0.93,
  listed_with_clusters: 0.95,
  verb_before_name: 0.76,
  industry_only: 0.6,
  heading_gives_grade: 0.96,
  annex_gives_grade: 0.95,
  label_gives_grade: 0.96,
  bracket_gives_grade: 0.95,
  sentence_gives_grade: 0.95,
  row_gives_grade: 0.96,
  responsibility_clause: 0.96,
  responsibility_sentence: 0.85,
  task_row: 0.94,
  figure_in_sentence: 0.96,
  figure_in_task: 0.95,
  figure_in_target_table: 0.92,
  project_row: 0.96,
  figure_in_table: 0.96,
  no_date: 0.94,
  date_carried: 0.95,
  no_comparator: 0.95,
  no_future_word: 0.77,
  subject_carried: 0.84,
  name_completed: 0.94,
  long_name: 0.93,
  year_unsaid: 0.84,
  units_unclear: 0.63,
  content_missing: 0.63,
  label_filled: 0.8,
  cells_surplus: 0.85,
  cells_shifted: 0.93,
  text_mended: 0.98,
  ocr_text: 0.75,
};

export interface Sureness {
  /** from 0 to 1, two decimals */
  confidence: number;
  /** what the reading rests on, then what makes it less sure */
  reasons: Reason[];
}

/**
 * How sure a reading is, and why: what it rests on, and the doubts that hold.
 * @example ...sureness('figure_in_sentence', due === null && 'no_date')
 */
export function sureness(basis: Reason, ...doubts: (Reason | false | null)[]): Sureness {
  return doubted({ confidence: WEIGHTS[basis], reasons: [basis] }, ...doubts);
}

/** The same reading with further doubts. */
export function doubted(sure: Sureness, ...doubts: (Reason | false | null)[]): Sureness {
  const held = doubts.filter((d): d is Reason => d !== null && d !== false && !sure.reasons.includes(d));
  const confidence = held.reduce((c, d) => c * WEIGHTS[d], sure.confidence);
  return { confidence: Math.round(confidence * 100) / 100, reasons: [...sure.reasons, ...held] };
}

/** The doubts of a reading that another one rests on. */
export const doubtsOf = (sure: Sureness): Reason[] => sure.reasons.slice(1);
