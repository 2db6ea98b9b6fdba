import { isTitleLike } from '../../extractors/index.js';
import type { Line } from './lines.js';

/** Lines of a running head stand at the same height on their pages, in points, and are as high. */
const LEVEL = 4;
const AS_HIGH = 0.1;
/** A head repeats on so many pages, and on such a share of all: one for odd and one for even ones, and pages without. */
const LEAST_PAGES = 3;
const SHARE = 0.25;
/** On two pages only, a line that repeats is a head where it is smaller than the text by this much. */
const SMALLER = 0.95;

/** The first and last two lines of every page, in reading order and, where the format tells, by their height on the page. */
export function pageEdges(lines: readonly Line[]): Set<Line> {
  const byPage = new Map<number, Line[]>();
  for (const line of lines) {
    if (line.page === null || line.role === 'seal' || line.role === 'watermark') continue;
    const list = byPage.get(line.page);
    if (list) list.push(line);
    else byPage.set(line.page, [line]);
  }
  const edges = new Set<Line>();
  for (const list of byPage.values()) {
    const text = list.filter((line) => line.role === null);
    const byHeight = list.filter((line) => line.box !== null).sort((a, b) => (a.box?.[1] ?? 0) - (b.box?.[1] ?? 0));
    for (const order of [text, byHeight]) for (const line of [...order.slice(0, 2), ...order.slice(-2)]) edges.add(line);
  }
  return edges;
}

/** A line at the top or the foot of pages, its figures apart: the key under which it repeats. */
const headKey = (line: Line): string => line.bare.replace(/\d+/g, '#');

/**
 * Lines at the edges of pages that repeat on several of them. Where their places are known they stand at the same height
 * and are as high: the title on the first page is none, though the heads of the others repeat its words.
 */
export function runningHeads(edges: ReadonlySet<Line>, lines: readonly Line[], pages: number): Set<Line> {
  const byKey = new Map<string, Line[]>();
  for (const line of edges) {
    if (line.page === null || line.bare.length > 50 || /[。；]$/.test(line.bare)) continue;
    const key = headKey(line);
    const list = byKey.get(key);
    if (list) list.push(line);
    else byKey.set(key, [line]);
  }
  const usual = usualHeight(lines);
  const heads = new Set<Line>();
  for (const list of byKey.values())
    for (const level of levelsOf(list)) if (isHead(level, pages, usual)) for (const line of level) heads.add(line);
  return heads;
}

function isHead(level: readonly Line[], pages: number, usual: number | null): boolean {
  const on = new Set(level.map((line) => line.page)).size;
  if (on >= LEAST_PAGES) return on >= SHARE * pages;
  return on === 2 && pages === 2 && usual !== null && level.every((line) => heightOf(line) < SMALLER * usual);
}

/** Lines with equal words by where they stand; those without a place are together, but for the
 * notice's title where it comes first: an organ's gazette has a name that reads like one. */
function levelsOf(list: readonly Line[]): Line[][] {
  const nowhere = list.filter((line) => line.box === null);
  const first = nowhere[0]?.bare ?? '';
  const levels = first.includes('关于') && isTitleLike(first) ? [nowhere.slice(1)] : [nowhere];
  const sorted = list.filter((line) => line.box !== null).sort((a, b) => topOf(a) - topOf(b) || heightOf(a) - heightOf(b));
  for (const line of sorted) {
    const last = levels.at(-1)?.at(-1);
    const beside =
      last !== undefined &&
      last.box !== null &&
      topOf(line) - topOf(last) <= LEVEL &&
      Math.abs(heightOf(line) - heightOf(last)) <= AS_HIGH * heightOf(line);
    if (beside) levels.at(-1)?.push(line);
    else levels.push([line]);
  }
  return levels;
}

const topOf = ({ box }: Line): number => box?.[1] ?? 0;
const heightOf = ({ box }: Line): number => (box === null ? 0 : Math.min(box[3] - box[1], box[2] - box[0]));

/** The middle height of the text's lines; null where the format has no places. */
function usualHeight(lines: readonly Line[]): number | null {
  const heights = lines.filter((line) => line.box !== null && line.role === null).map(heightOf);
  return heights.sort((a, b) => a - b)[Math.floor(heights.length / 2)] ?? null;
}
