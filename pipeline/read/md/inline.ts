import type { LinkedFile } from '../../../schemas/index.js';
import { fileAt } from '../html/files.js';

/** What the marks of a line stood for. */
export interface Plain {
  /** the words without their marks; several where a break stands in the line */
  lines: string[];
  files: LinkedFile[];
  pictures: number;
  struck: string[];
}

/** Names of link targets and of notes that a file defines (CommonMark 4.7). */
export type Definitions = ReadonlySet<string>;

// CommonMark 2.4: a backslash takes any ASCII punctuation out of its meaning. 32 noncharacters stand in for the 32 signs meanwhile.
const SIGNS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const standIn = (sign: string): string => String.fromCharCode(0xfdd0 + SIGNS.indexOf(sign));
const protect = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, standIn);
const restore = (text: string): string => text.replace(/[\uFDD0-\uFDEF]/g, (c) => SIGNS[c.charCodeAt(0) - 0xfdd0] ?? '');

const PICTURE =
  /!\[([^[\]\n]{0,300})\](?:\(\s{0,20}(?:<[^<>\n]{0,2000}>|[^\s()]*(?:\([^\s()]{0,200}\)[^\s()]*){0,9})(?:\s{1,20}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s{0,20}\)|\[[^[\]\n]{0,300}\])/g;
const LINK =
  /\[([^[\]\n]{0,300})\]\(\s{0,20}(?:<([^<>\n]{0,2000})>|([^\s()]*(?:\([^\s()]{0,200}\)[^\s()]*){0,9}))(?:\s{1,20}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s{0,20}\)/g;
const ENTITIES: Record<string, string> = {
  ...{ nbsp: ' ', emsp: ' ', ensp: ' ', thinsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", middot: '·', times: '×' },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', ge: '≥', le: '≤' },
};

/** The words of a line of Markdown without its inline marks (CommonMark 6, GFM 6.5): emphasis, links, pictures, code, tags. */
export function plain(source: string, defined: Definitions): Plain {
  const files: LinkedFile[] = [];
  const struck: string[] = [];
  let pictures = 0;
  const text = source
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => standIn(sign))
    .replace(/(?<!`)(`{1,3})(?!`)([^`]+)\1(?!`)/g, (_, _ticks, code: string) => protect(code.trim()))
    .replace(/\$([^$\u4e00-\u9fa5\n]{1,60})\$/g, (whole, formula: string) => figure(formula) ?? whole)
    .replace(PICTURE, () => {
      pictures += 1;
      return '';
    })
    .replace(LINK, (whole, words: string, pointed: string | undefined, bare: string | undefined) => {
      const href = restore(pointed ?? bare ?? '');
      // `[2021](3号)` is a document's number
      if (!isAddress(href)) return whole;
      const file = fileAt(href, restore(withoutEmphasis(words)));
      if (file !== null) files.push(file);
      return words;
    })
    .replace(/\[\^[^\]\s]{1,40}\]/g, '')
    .replace(/\[([^[\]\n]{1,300})\](?:\[([^[\]\n]{0,100})\])/g, (whole, words: string, name: string) =>
      defined.has((name === '' ? words : name).toLowerCase()) ? words : whole,
    )
    .replace(/<((?:https?|mailto):[^<>\s]{1,300})>/g, '$1')
    .replace(/<(del|s|strike)>([^<]{0,2000})<\/\1>/gi, (_, _tag, words: string) => keepStruck(words, struck))
    .replace(/~~(?=\S)([^~\n]+?)(?<=\S)~~/g, (_, words: string) => keepStruck(words, struck))
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][\w-]{0,20}(?:\s[^<>\n]{0,1000})?\s*\/?>/gi, '');
  const words = restore(entities(withoutEmphasis(text)));
  return { lines: words.split('\n').map((line) => line.trim()), files, pictures, struck };
}

const isAddress = (href: string): boolean =>
  /^(?:[a-z][a-z\d+.-]*:|\/|#|\.{1,2}\/|\?)|\.[a-z]{2,5}(?:$|[?#])|^$|%[\dA-F]{2}/i.test(href);

function keepStruck(words: string, struck: string[]): string {
  struck.push(restore(words));
  return '';
}

/** Emphasis by stars anywhere, by underscores only around whole words (CommonMark 6.2). */
function withoutEmphasis(text: string): string {
  return text
    .replace(/\*{1,3}(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*{1,3}/g, '$1')
    .replace(/(?<![\w\u4e00-\u9fa5_])_{1,3}(?=[^\s_])([^_\n]+?)(?<=[^\s_])_{1,3}(?![\w\u4e00-\u9fa5_])/g, '$1')
    .replace(/==(?=\S)([^=\n]+?)(?<=\S)==/g, '$1');
}

function entities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );
}

const COMMANDS: Record<string, string> = {
  ...{ '%': '%', sim: '~', times: '×', geq: '≥', geqslant: '≥', ge: '≥', leq: '≤', leqslant: '≤', le: '≤', pm: '±', cdot: '·' },
  ...{ circ: '°', approx: '≈', rightarrow: '→', to: '→', '&': '&', '#': '#', _: '_' },
};

/** A figure that a converter took for a formula: `95 \%`, `1 0 0 \sim 2 0 0`; null for a real formula. */
function figure(formula: string): string | null {
  const text = formula
    .replace(/[\uFDD0-\uFDEF]/g, (c) => restore(c))
    .replace(/\\(?:mathrm|text|mathbf|textbf|rm|bf)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\([a-z]+|[%&#_])/gi, (whole, name: string) => (Object.hasOwn(COMMANDS, name) ? (COMMANDS[name] ?? whole) : whole))
    .replace(/\^\s*(?:\{\s*)?([23])(?:\s*\})?/g, (_, power: string) => (power === '2' ? '²' : '³'))
    .replace(/\s+/g, '');
  return /^[\d.,%~×≥≤±·°≈→+\-=<>():/A-Za-z²³ -]{1,40}$/.test(text) && /\d/.test(text) ? protect(text) : null;
}
