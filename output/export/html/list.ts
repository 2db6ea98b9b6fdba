import { fieldLabel } from '../../labels.js';
import type { Lang } from '../../messages.js';
import { MODELS } from '../../model.js';
import { cutTo } from '../cut.js';
import { listOf, valuesOf } from '../tables.js';
import { ENTRY_TYPES, type Entry } from './entries.js';
import { escaped } from './escape.js';
import { word } from './words.js';

// The records and findings beside the text.

/** Fields that say nothing to a reader of the report: ids, offsets, the words themselves. */
const HIDDEN = new Set([
  'id',
  'notice_id',
  'file',
  'quote',
  'start',
  'end',
  'extractor',
  'evidence',
  'reasons',
  'params',
  'message',
]);

/** The lists by type, each under a heading with its count. */
export function entryLists(entries: readonly Entry[], lang: Lang): string {
  return ENTRY_TYPES.map((type) => {
    const own = entries.filter((entry) => entry.type === type);
    if (own.length === 0) return '';
    const items = own.map((entry) => item(entry, lang)).join('\n');
    return `<section class="list ${type}" id="list-${type}"><h2><span class="dot"></span>${escaped(MODELS[type].title[lang])}<small>${own.length}</small></h2>\n<ol>${items}</ol></section>`;
  }).join('\n');
}

function item(entry: Entry, lang: Lang): string {
  const { number, span, values } = entry;
  const label =
    span === null
      ? `<span class="n">${number}</span>`
      : `<a class="n" href="#m${number}" title="${escaped(word('toText', lang))}">${number}</a>`;
  const lines = entryFacts(entry, lang).map((fact) => `<div class="fact">${fact}</div>`);
  const page = typeof values['page'] === 'number' ? `<span class="page">${escaped(pageWords(values['page'], lang))}</span>` : '';
  return `<li id="r${number}">${label}<div class="body"><div class="name">${severity(values, lang)}${escaped(entryName(entry))}${page}</div>${lines.join('')}${entryDetails(entry, lang)}</div></li>`;
}

const pageWords = (page: number, lang: Lang): string => (lang === 'zh' ? `第${page}页` : `p. ${page}`);

function severity(values: Entry['values'], lang: Lang): string {
  const level = values['severity'];
  if (level !== 'error' && level !== 'warning' && level !== 'info') return '';
  return `<span class="level ${level}">${escaped(word(level, lang))}</span>`;
}

/** What a person would call it. */
export function entryName({ values }: Entry): string {
  const fields = ['message', 'name', 'title', 'subject', 'indicator', 'text'];
  const found = fields.map((field) => values[field]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? shortened(found) : '';
}

const LONGEST = 90;
const shortened = (text: string): string => (text.length > LONGEST ? `${cutTo(text, LONGEST)}…` : text);

/** The line or two that matter, as HTML. */
export function entryFacts({ type, values }: Entry, lang: Lang): string[] {
  switch (type) {
    case 'obligations':
      return [...rolesOf(values, lang), ...said(word('due', lang), values['due'])];
    case 'targets':
      return dotted(text(values['scope']), comparison(values), text(values['due']));
    case 'clusters':
      return dotted(text(values['place']), text(values['park']));
    case 'ratings':
      return dotted(text(values['grade']), text(values['year']), text(values['scheme']));
    case 'projects':
      return dotted(money(values['investment_cny']), text(values['period_text']));
    case 'observations':
      return dotted(text(values['area']), text(values['year']), `${text(values['value_text'])}${ownUnit(values)}`);
    case 'findings':
      return [];
  }
}

/** A line of those that are not empty; none where all are. */
function dotted(...parts: readonly string[]): string[] {
  const line = parts.filter(Boolean).map(escaped).join(' · ');
  return line === '' ? [] : [line];
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const said = (name: string, value: unknown): string[] =>
  text(value) === '' ? [] : [`<b>${escaped(name)}</b>${escaped(text(value))}`];

function rolesOf(values: Entry['values'], lang: Lang): string[] {
  return (['lead', 'responsible', 'support'] as const).flatMap((role) => {
    const names = listOf(values['units'])
      .map(valuesOf)
      .filter((unit) => unit['role'] === role)
      .map((unit) => text(unit['name']));
    return said(word(role, lang), names.join('、'));
  });
}

const SIGNS: Record<string, string> = { eq: '', gte: '≥', gt: '>', lte: '≤', lt: '<', approx: '≈' };

/** A figure with its sign and unit as people read it: `≥50家`, `≈1.2万亿元`. */
export function comparison(values: Entry['values']): string {
  if (typeof values['value'] !== 'number') return text(values['value_text']);
  const sign = SIGNS[text(values['comparator'])] ?? '';
  const inYuan = values['unit'] === '元';
  const figure = inYuan ? money : grouped;
  const upper = typeof values['value_max'] === 'number' ? `–${figure(values['value_max'])}` : '';
  return `${sign}${figure(values['value'])}${upper}${inYuan ? '' : text(values['unit'])}`;
}

/** A figure that bears no unit as written has the base unit only where it is one and the same. */
function ownUnit(values: Entry['values']): string {
  const written = Number(text(values['value_text']).replaceAll(',', ''));
  return written === values['value'] ? text(values['unit']) : '';
}

const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

/** Yuan in 亿 or 万; empty where there is no number. */
export function money(value: unknown): string {
  if (typeof value !== 'number') return '';
  const [factor, unit] =
    value >= 1e12 ? [1e12, '万亿元'] : value >= 1e8 ? [1e8, '亿元'] : value >= 1e4 ? [1e4, '万元'] : [1, '元'];
  return `${grouped(Number((value / factor).toPrecision(12)))}${unit}`;
}

/** All fields that say something, as HTML to be opened. */
export function entryDetails({ type, values }: Entry, lang: Lang): string {
  const rows = MODELS[type].fields.flatMap((field) => {
    const shown = HIDDEN.has(field.name) ? '' : plain(values[field.name]);
    if (shown === '') return [];
    return [`<dt>${escaped(fieldLabel(field.name, lang))}</dt><dd>${escaped(shown)}</dd>`];
  });
  return `<details><summary>${escaped(word('details', lang))}</summary><dl>${rows.join('')}</dl></details>`;
}

/** Any value for reading: lists with 、, maps as `heading：cell`. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join('；');
  if (typeof value === 'object') {
    return Object.entries(value)
      .flatMap(([key, each]) => (plain(each) === '' ? [] : [`${key}：${plain(each)}`]))
      .join('，');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
