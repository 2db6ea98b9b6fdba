import { strFromU8, strToU8 } from 'fflate';
import { withMember } from './parts.js';
import type { Random } from '../seeded.js';
import type { Sample } from './samples.js';

type Change<T> = (of: T, random: Random) => T;

/** Some part of a text or of bytes: where it begins and ends. */
function part(length: number, random: Random, longest: number): [from: number, to: number] {
  const from = random.below(length);
  return [from, Math.min(length, from + 1 + random.below(longest))];
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** What happens to files on bad disks and lines, and in bad hands. */
const BYTES: readonly Change<Uint8Array>[] = [
  function flip(bytes, random) {
    const out = bytes.slice();
    for (let n = 1 + random.below(8); n > 0; n -= 1) {
      const at = random.below(out.length);
      out[at] = (out[at] ?? 0) ^ (1 << random.below(8));
    }
    return out;
  },
  function overwrite(bytes, random) {
    const out = bytes.slice();
    const [from, to] = part(out.length, random, 64);
    const value = random.pick([0, 0xff, 0x20, 0x80, random.below(256)]);
    return out.fill(value, from, to);
  },
  function truncate(bytes, random) {
    return bytes.slice(0, random.below(bytes.length));
  },
  function behead(bytes, random) {
    return bytes.slice(random.below(Math.min(bytes.length, 600)));
  },
  function cut(bytes, random) {
    const [from, to] = part(bytes.length, random, 400);
    return joined(bytes.slice(0, from), bytes.slice(to));
  },
  function repeat(bytes, random) {
    const [from, to] = part(bytes.length, random, 400);
    return joined(
      bytes.slice(0, to),
      ...Array.from({ length: 1 + random.below(20) }, () => bytes.slice(from, to)),
      bytes.slice(to),
    );
  },
  function splice(bytes, random) {
    const [from, to] = part(bytes.length, random, 400);
    const at = random.below(bytes.length);
    return joined(bytes.slice(0, at), bytes.slice(from, to), bytes.slice(at));
  },
  function number(bytes, random) {
    const out = bytes.slice();
    const view = new DataView(out.buffer);
    if (out.length >= 4) view.setUint32(random.below(out.length - 3), random.pick(HUGE32), random.below(2) === 0);
    return out;
  },
];
const HUGE32 = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xffff, 0x10000];

/** Numbers, words and references that a reader may not have thought of. */
const NUMBERS = ['0', '-1', '1', '65536', '99999999', '2147483648', '1e308', 'NaN', '-0.0001', '1000000000000000000000', ''];
const WORDS = [
  '\u0000',
  '\ud800',
  '\ufffe',
  '&#0;',
  '&x;',
  ']]>',
  '<!--',
  '-->',
  '<',
  '>',
  '"',
  '\u202e',
  '\t',
  '\n',
  '\r',
  '（',
  '《',
  '单位：',
  '合计',
  '2025年13月45日',
  '〔〕号',
  '附件：',
];

/** Changes of a text that has tags, numbers and words. */
const TEXTS: readonly Change<string>[] = [
  function numbers(text, random) {
    return replacedAt(text, /-?\d+(?:\.\d+)?/g, random, () => random.pick(NUMBERS));
  },
  function words(text, random) {
    const at = random.below(text.length);
    return text.slice(0, at) + random.pick(WORDS).repeat(1 + random.below(3)) + text.slice(at);
  },
  function dropTag(text, random) {
    return replacedAt(text, /<[^<>]{1,400}>/g, random, () => '');
  },
  function nestTag(text, random) {
    return replacedAt(text, /<[a-zA-Z][^<>]{0,400}[^/<>]>/g, random, (tag) => tag.repeat(2 + random.below(40)));
  },
  function swapNames(text, random) {
    const names = [...new Set([...text.matchAll(/<([a-zA-Z][\w:]*)/g)].map(([, name = '']) => name))];
    return names.length < 2 ? text : text.replaceAll(random.pick(names), random.pick(names));
  },
  function dropPiece(text, random) {
    const [from, to] = part(text.length, random, 300);
    return text.slice(0, from) + text.slice(to);
  },
  function repeatPiece(text, random) {
    const [from, to] = part(text.length, random, 300);
    return text.slice(0, to) + text.slice(from, to).repeat(1 + random.below(30)) + text.slice(to);
  },
  function attribute(text, random) {
    return replacedAt(
      text,
      /="[^"]{0,200}"/g,
      random,
      () => `="${random.pick([...NUMBERS, '../../x', '/etc/passwd', 'rId1', 'restart'])}"`,
    );
  },
  function anyCase(text, random) {
    const [from, to] = part(text.length, random, 60);
    return text.slice(0, from) + text.slice(from, to).toUpperCase() + text.slice(to);
  },
  function dropLine(text, random) {
    const lines = text.split('\n');
    lines.splice(random.below(lines.length), 1);
    return lines.join('\n');
  },
];

/** An element without elements in it. */
const LEAF = /<([A-Za-z][\w:]*)(?:\s[^<>]*)?(?:\/>|>[^<>]*<\/\1>)/g;

/** Changes of XML after which it is still XML, so that they get past its parser. */
const ELEMENTS: readonly Change<string>[] = [
  function values(text, random) {
    return replacedAt(text, /(?<==")-?\d[\d. -]*(?=")|(?<=>)-?\d+(?:\.\d+)?(?=<)/g, random, () => random.pick(NUMBERS));
  },
  function attributes(text, random) {
    return replacedAt(text, /(?<=[\w:]=")[^"<>]{0,200}(?=")/g, random, () => random.pick(VALUES));
  },
  function noAttribute(text, random) {
    return replacedAt(text, / [\w:]+="[^"]{0,200}"/g, random, () => '');
  },
  function content(text, random) {
    return replacedAt(text, /(?<=>)[^<>]{1,200}(?=<)/g, random, (inner) =>
      random.pick([...SAFE, inner + random.pick(SAFE), inner.repeat(20)]),
    );
  },
  function dropElement(text, random) {
    return replacedAt(text, LEAF, random, () => '');
  },
  function repeatElement(text, random) {
    return replacedAt(text, LEAF, random, (element) => element.repeat(2 + random.below(30)));
  },
  function moveElement(text, random) {
    const leaves = [...text.matchAll(LEAF)].map(([element]) => element);
    return leaves.length === 0 ? text : replacedAt(text, LEAF, random, () => random.pick(leaves));
  },
  function wrapElement(text, random) {
    return replacedAt(text, LEAF, random, (element) => {
      const name = /^<([\w:]+)/.exec(element)?.[1] ?? 'x';
      const depth = 1 + random.below(60);
      return `<${name}>`.repeat(depth) + element + `</${name}>`.repeat(depth);
    });
  },
  function renameElement(text, random) {
    const names = [...new Set([...text.matchAll(/<([A-Za-z][\w:]*)/g)].map(([, name = '']) => name))];
    if (names.length < 2) return text;
    const [from, to] = [random.pick(names), random.pick(names)];
    return text.replace(new RegExp(`(</?)${from}(?=[\\s/>])`, 'g'), `$1${to}`);
  },
];
const VALUES = [
  ...NUMBERS,
  '../../x',
  '/etc/passwd',
  'rId1',
  'rId9',
  'restart',
  'true',
  's',
  'inlineStr',
  'd',
  'A1',
  'A1:XFD1048576',
  'ZZZ0',
  'g 99999999 1',
  '0 0 0 0',
  '1 0 0',
];
const SAFE = [
  '',
  ' ',
  '&#x3000;',
  '&amp;',
  '\u200b',
  '\u202e',
  '（',
  '《',
  '单位：',
  '合计',
  '2025年13月45日',
  '〔〕号',
  '附件：',
  '99999999999999999999',
  'M 0 0 L',
  'C',
  'B 1 2 3',
  '１２３',
  '\n',
];

/** A match of the pattern, or a few, replaced. */
function replacedAt(text: string, pattern: RegExp, random: Random, by: (match: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const chosen = new Set(Array.from({ length: 1 + random.below(3) }, () => random.below(matches.length)));
  let out = '';
  let at = 0;
  matches.forEach((match, i) => {
    if (!chosen.has(i)) return;
    out += text.slice(at, match.index) + by(match[0]);
    at = match.index + match[0].length;
  });
  return out + text.slice(at);
}

const several = <T>(of: T, changes: readonly Change<T>[], random: Random): T => {
  let out = of;
  for (let n = 1 + random.below(3); n > 0; n -= 1) out = random.pick(changes)(out, random);
  return out;
};

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** Objects and streams of a PDF are edited one byte a character, so that what is no text stays as it is. */
const latin1 = (bytes: Uint8Array): string => strFromU8(bytes, true);

/** The file spoilt: its bytes in a third of all cases, else the text in it where the format keeps it, packed again. */
export function spoilt({ name, bytes }: Sample, random: Random): Sample {
  if (random.below(3) === 0) return { name, bytes: several(bytes, BYTES, random) };
  const change = (text: string): string => several(text, TEXTS, random);
  // What has no elements is changed as text: nothing else would change it.
  const packed = (text: string): string =>
    several(text, random.below(5) === 0 || !text.includes('</') ? TEXTS : ELEMENTS, random);
  if (isArchive(bytes)) return { name, bytes: withMember(bytes, (names) => random.pick(names), packed) };
  const isText = /\.(?:txt|md|html|csv)$/.test(name);
  return { name, bytes: isText ? strToU8(change(strFromU8(bytes))) : strToU8(change(latin1(bytes)), true) };
}
