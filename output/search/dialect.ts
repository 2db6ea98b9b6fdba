import type { Model } from '../model.js';
import type { Needle } from './grams.js';

// What SQLite's FTS5 says in its own way; PostgreSQL's words (a tsvector column, phrase queries by <->) would stand beside these.

/** The full-text index of a model's rows: its rowid is their `pk`, its one column the grams. */
export function searchTable(model: Model): string {
  return `${model.name}_search`;
}

export const GRAMS_COLUMN = 'grams';

/**
 * The statement that makes an index. It keeps no text of its own (`content=''`), full positions for phrases, and takes as a word
 * whatever stands between blanks: `ascii` parts words at ASCII marks only, and grams hold none.
 */
export function createIndex(model: Model): string {
  const options = [GRAMS_COLUMN, "content=''", 'contentless_delete=1', "tokenize='ascii'"];
  return `create virtual table "${searchTable(model)}" using fts5(${options.join(', ')})`;
}

/** Names of the indexes in a store, whichever program made them. */
export const INDEXES_THERE = String.raw`select name from sqlite_master where type = 'table' and name like '%\_search' escape '\' and sql like 'create virtual table%'`;

/** The rows that hold all the needles, and not all of `without`. */
export function matching(needles: readonly Needle[], without: readonly Needle[] = []): string {
  const all = conjunction(needles);
  return without.length > 0 ? `(${all}) NOT (${conjunction(without)})` : all;
}

function conjunction(needles: readonly Needle[]): string {
  return needles.map(({ grams, prefix }) => `"${grams}"${prefix ? ' *' : ''}`).join(' AND ');
}
