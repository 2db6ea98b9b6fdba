import { sql, type RawBuilder } from 'kysely';
import type { StoredGroup } from './name-types.js';

const GROUP_COLUMNS = ['name', 'code', 'group_kind', 'group_level', 'group_subject'] as const;

/** What tells a stored group from any other, as one text. */
export function groupKey(alias: string): RawBuilder<string> {
  const column = (name: string): RawBuilder<unknown> => sql`coalesce(${sql.ref(`${alias}.${name}`)}, '')`;
  return sql`${sql.join(GROUP_COLUMNS.map(column), sql` || '|' || `)}`;
}

/** The same of a group at hand. */
export function keyOfGroup(group: StoredGroup): string {
  return GROUP_COLUMNS.map((column) => group[column] ?? '').join('|');
}
