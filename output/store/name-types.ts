import type { Resolution } from '../../schemas/index.js';

/** Which names are asked for. */
export interface NameQuery {
  kind?: Resolution['kind'];
  /** notice id, document number or base name of its file */
  notice?: string;
  limit?: number;
  /** only so many occurrences of each name, in the order that they were stored, with the candidates of these; all unless given */
  occurrences?: number;
}

/** Where a name stands. */
export interface NameOccurrence {
  notice_id: string;
  /** the file's name where the notice has no title */
  notice_title: string;
  file: string;
  record_type: string;
  record_id: string;
  /** which field of the record: `park`, `place`, `units`, `region` */
  slot: string;
}

/** A name that nobody could place, with all places where it stands. */
export interface UnresolvedName {
  name: string;
  kind: Resolution['kind'];
  times: number;
  /** ids of what it may mean, where it means several things and nothing decides */
  candidates: string[];
  occurrences: NameOccurrence[];
}

/** An organ that a name in the store was resolved to; `code` is null for a national one. */
export interface StoredOrgan {
  id: string;
  name: string;
  code: string | null;
}

/** A group of units as the store knows it: its name and what it ranges over. */
export type StoredGroup = Pick<Resolution, 'name' | 'code' | 'group_level' | 'group_subject'> & {
  group_kind: NonNullable<Resolution['group_kind']>;
};

/** Whose tasks are asked for: organs by their id, groups that they belong to, and any unit whose name holds `part`. */
export interface UnitFilter {
  ids: readonly string[];
  groups: readonly StoredGroup[];
  part: string | null;
}

/** How the names of the records were resolved. */
export interface StoredNames {
  /** Names that nobody could place, the most frequent first. */
  unresolved(query?: NameQuery): Promise<UnresolvedName[]>;
  /** The organs that units of this name, as written or official, were resolved to. */
  organs(name: string): Promise<StoredOrgan[]>;
  /** Names of units as records write them and in full, the most frequent first, at most `limit`. */
  unitNames(limit: number): Promise<string[]>;
  /** The groups of units that records name, each once. */
  groups(): Promise<StoredGroup[]>;
  /** Codes of the places whose notices are in the store. */
  regions(): Promise<string[]>;
  /** The resolutions of one record, by its id. */
  of(recordId: string): Promise<Resolution[]>;
}
