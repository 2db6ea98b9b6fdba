import type { LinkTypeName, RecordTypeName } from '../../schemas/index.js';
import { LINK_MODELS, MODELS, type Model } from '../model.js';
import type { RecordFilter, Store } from '../store/types.js';

/** A record as its fields' values by name. */
export type Values = Record<string, unknown>;
export type ExportType = RecordTypeName | LinkTypeName;

/** What an export is made of: which types, and which records of them. */
export interface Selection {
  filter: RecordFilter;
  /** null for all types */
  types: readonly ExportType[] | null;
}

/** One type with its records, which are read when they are asked for. */
export interface Table {
  name: ExportType;
  model: Model;
  /** made by the pass over the whole store: no filter narrows it */
  linked: boolean;
  rows: () => AsyncIterable<Values>;
}

/** The selected types with their records, in the order of the schemas. */
export function tablesOf(store: Store, { filter, types }: Selection): Table[] {
  const wanted = (name: ExportType): boolean => types === null || types.includes(name);
  const records = Object.values(MODELS).map((model): Table => ({
    name: model.name,
    model,
    linked: false,
    rows: () => store.list(model.name, filter),
  }));
  const links = Object.values(LINK_MODELS).map((model): Table => ({
    name: model.name,
    model,
    linked: true,
    rows: () => store.links(model.name),
  }));
  return [...records, ...links].filter(({ name }) => wanted(name));
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Texts gathered into larger pieces, so that each step of a stream carries enough. */
export async function* gathered(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let pending = '';
  for await (const line of lines) {
    pending += line;
    if (pending.length < 1 << 16) continue;
    yield pending;
    pending = '';
  }
  if (pending !== '') yield pending;
}
