import { createHash } from 'node:crypto';
import { ALL_LINK_MODELS, ALL_MODELS, isList, type Model } from '../model.js';
import type { Lang } from '../messages.js';
import type { Store } from '../store/types.js';
import type { WrittenFile } from './files.js';
import type { Selection } from './tables.js';

/** What a dataset is to be cited by: how it was made, what it holds, and the hash of each file. No clock shows in it. */
export interface Manifest {
  program: { name: 'gongbao'; version: string | null };
  format: string;
  /** hash of all fields of all types, so that a change of the schema shows */
  schema: string;
  pipelines: string[];
  gazetteers: string[];
  inputs: number;
  filter: object;
  types: readonly string[] | null;
  language: Lang;
  personal_data: 'masked' | 'shown';
  /** of a change feed: where to go on */
  cursor?: string;
  files: WrittenFile[];
}

export interface ManifestFacts extends Selection {
  format: string;
  program: string | null;
  lang: Lang;
  cursor?: string;
}

/** All of it but the files. */
export async function factsOf(store: Store, facts: ManifestFacts): Promise<Omit<Manifest, 'files'>> {
  const { pipelines, gazetteers } = await store.madeWith();
  return {
    program: { name: 'gongbao', version: facts.program },
    format: facts.format,
    schema: schemaVersion(),
    pipelines,
    gazetteers,
    inputs: (await store.counts()).inputs,
    filter: facts.filter,
    types: facts.types,
    language: facts.lang,
    personal_data: store.personalData,
    ...(facts.cursor === undefined ? {} : { cursor: facts.cursor }),
  };
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** A hash of what the exported records look like: names of types and fields, and what each field holds. */
function schemaVersion(): string {
  const shape = [...ALL_MODELS, ...ALL_LINK_MODELS].map(shapeOf);
  return createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16);
}

function shapeOf({ name, fields }: Model): unknown {
  const each = fields.map((field) =>
    isList(field)
      ? [field.name, field.items?.map((item) => [item.name, item.value, item.nullable]) ?? 'text']
      : [field.name, field.value, field.nullable],
  );
  return [name, each];
}
