import type { Block } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import type { PlacedBlock } from './layout.js';

/** Names that programs give by themselves. */
const SAYS_NOTHING = /^(?:sheet|工作表|表|book|工作簿|新建.{0,20}?工作表|sheet\d+ ?\(\d+\))[\s_-]{0,8}\d*(?:\s?\(\d+\))?$/i;
const ANNEX = /^附[件表录]\s*[0-9一二三四五六七八九十]*/;

/**
 * The sheet's name as a line of its own, where it says what the sheet does not say itself: it has no title line above its
 * table, or its name is the number of an annex.
 */
export function sheetHeading(name: string, blocks: readonly PlacedBlock[]): Block[] {
  const first = blocks[0]?.block;
  const plain = name.trim();
  if (first === undefined || SAYS_NOTHING.test(plain) || !/\p{Script=Han}/u.test(plain)) return [];
  const titled = first.kind !== 'table';
  const said = blocks.some(
    ({ block }) => block.kind !== 'table' && block.text.replace(/\s/g, '').includes(plain.replace(/\s/g, '')),
  );
  return said || (titled && !ANNEX.test(plain)) ? [] : [textBlock('paragraph', plain)];
}

/** The file's name as a title, for a list that has neither a title nor a sheet with a name; null where it says nothing either. */
export function fileHeading(name: string, blocks: readonly Block[]): Block | null {
  const [first] = blocks;
  const plain = name.replace(/\.[^.]*$/, '').trim();
  const words = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (first?.kind !== 'table' || words < 4 || SAYS_NOTHING.test(plain) || /^新建/.test(plain)) return null;
  return textBlock('paragraph', plain);
}
