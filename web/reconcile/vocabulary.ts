import { NAME_KINDS, type NameKind } from '../../names/index.js';
import type { Lang, Text } from '../site.js';

// The types and properties of the service: what kinds of things there are, what a question may say, what can be fetched.

const TYPES: Record<NameKind, Text> = {
  park: { zh: '园区', en: 'park' },
  place: { zh: '地方', en: 'place' },
  organ: { zh: '机构', en: 'organ' },
};

export function typesOf(lang: Lang): { id: NameKind; name: string }[] {
  return NAME_KINDS.map((id) => typeOf(id, lang));
}

export function typeOf(id: NameKind, lang: Lang): { id: NameKind; name: string } {
  return { id, name: TYPES[id][lang] };
}

/** The kinds that a question asks for; all where it asks for none in particular. */
export function kindsAsked(asked: string | readonly string[] | undefined): readonly NameKind[] {
  const types = asked === undefined || asked === '' ? [] : typeof asked === 'string' ? [asked] : asked;
  return types.length === 0 ? NAME_KINDS : NAME_KINDS.filter((kind) => types.includes(kind));
}

/** What a question may say besides a name. */
const HINTS: Record<'in' | 'date', Text> = {
  in: { zh: '所在地（地名或行政区划代码）', en: 'place that it is in, by name or GB/T 2260 code' },
  date: { zh: '日期（按当时名称理解）', en: 'date whose names are meant' },
};

/** What can be fetched of an entity. */
const FETCHED = {
  name: { zh: '规范名称', en: 'official name' },
  kind: { zh: '类型', en: 'kind' },
  code: { zh: '行政区划代码', en: 'GB/T 2260 code' },
  level: { zh: '级别', en: 'level' },
  place: { zh: '上级或所在地', en: 'place that it is in' },
  names: { zh: '其他名称', en: 'further names' },
} as const satisfies Record<string, Text>;
export type Fetched = keyof typeof FETCHED;

export function isFetched(id: string): id is Fetched {
  return Object.hasOwn(FETCHED, id);
}

interface Property {
  id: string;
  name: string;
}

export function hintsOf(lang: Lang): Property[] {
  return Object.entries(HINTS).map(([id, text]) => ({ id, name: text[lang] }));
}

export function fetchedOf(lang: Lang): Property[] {
  return Object.entries(FETCHED).map(([id, text]) => ({ id, name: text[lang] }));
}

export function fetchedName(id: string, lang: Lang): string {
  return isFetched(id) ? FETCHED[id][lang] : id;
}
