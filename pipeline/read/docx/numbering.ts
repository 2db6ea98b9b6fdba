import { inFormat } from './numerals.js';
import { childOf, childrenOf, numberOf, switchOf, valueOf, type XmlElement } from './xml.js';

/** One level of a list (ECMA-376 part 1, 17.9.6). */
export interface Level {
  start: number;
  format: string;
  text: string;
  legal: boolean;
  /** The level from whose paragraphs on this one starts anew, from 1; 0 never; undefined after every higher one. */
  restart: number | undefined;
  style: string | undefined;
}

/** A list: the definition that it counts with, its levels, and the starts of its own. */
export interface List {
  abstract: string;
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

/** Counts automatic numbers in the order of the text. */
export class Numbering {
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(private readonly lists: ReadonlyMap<string, List>) {}

  /** The level of a list that belongs to a paragraph style; undefined when none does. */
  levelOfStyle(id: string, style: string | undefined): number | undefined {
    for (const [at, level] of this.lists.get(id)?.levels ?? []) if (style !== undefined && level.style === style) return at;
    return undefined;
  }

  /** The label of the next paragraph of a list; empty for bullets and unknown lists. */
  next(id: string, at: number): string {
    const list = this.lists.get(id);
    const level = list?.levels.get(at);
    if (list === undefined || level === undefined) return '';
    const counters = this.counters.get(list.abstract) ?? [];
    this.counters.set(list.abstract, counters);
    counters[at] = this.nextValue(id, at, list, counters);
    for (const [deeper, { restart }] of list.levels)
      if (deeper > at && (restart === undefined || at < restart)) counters[deeper] = undefined;
    for (let higher = 0; higher < at; higher += 1) counters[higher] ??= list.levels.get(higher)?.start ?? 1;
    if (level.format === 'bullet') return '';
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const format = level.legal ? 'decimal' : (list.levels.get(of)?.format ?? 'decimal');
      return inFormat(counters[of] ?? list.levels.get(of)?.start ?? 1, format);
    });
  }

  /** Lists that share their definition count on; one with a start of its own begins there when first used. */
  private nextValue(id: string, at: number, list: List, counters: readonly (number | undefined)[]): number {
    const start = list.starts.get(at);
    const key = `${id} ${at}`;
    if (start !== undefined && !this.begun.has(key)) {
      this.begun.add(key);
      return start;
    }
    const last = counters[at];
    return last === undefined ? (start ?? list.levels.get(at)?.start ?? 1) : last + 1;
  }
}

/** The lists of a numbering part by the number that paragraphs name them with (17.9.15). */
export function listsOf(root: XmlElement | undefined): Map<string, List> {
  const abstracts = abstractLists(root);
  const lists = new Map<string, List>();
  for (const num of childrenOf(root)) {
    const id = num.attributes.get('w:numId');
    const abstract = valueOf(num, 'w:abstractNumId');
    if (num.name !== 'w:num' || id === undefined || abstract === undefined) continue;
    const shared = abstracts.get(abstract);
    const levels = new Map(shared?.levels ?? []);
    const starts = new Map<number, number>();
    for (const override of childrenOf(num).filter((child) => child.name === 'w:lvlOverride')) {
      const at = numberOf(override, 'w:ilvl') ?? 0;
      const level = childOf(override, 'w:lvl');
      if (level !== undefined) levels.set(at, levelOf(level));
      const start = numberOf(childOf(override, 'w:startOverride'));
      if (start !== undefined) starts.set(at, start);
    }
    lists.set(id, { abstract: shared?.id ?? abstract, levels, starts });
  }
  return lists;
}

interface Abstract {
  id: string;
  levels: Map<number, Level>;
}

function abstractLists(root: XmlElement | undefined): Map<string, Abstract> {
  const found = new Map<string, Abstract>();
  const byStyle = new Map<string, Abstract>();
  const links: [string, string][] = [];
  for (const abstract of childrenOf(root).filter((child) => child.name === 'w:abstractNum')) {
    const id = abstract.attributes.get('w:abstractNumId') ?? '';
    const levels = new Map<number, Level>();
    for (const level of childrenOf(abstract))
      if (level.name === 'w:lvl') levels.set(numberOf(level, 'w:ilvl') ?? 0, levelOf(level));
    found.set(id, { id, levels });
    const style = valueOf(abstract, 'w:styleLink');
    if (style !== undefined) byStyle.set(style, { id, levels });
    const link = valueOf(abstract, 'w:numStyleLink');
    if (link !== undefined) links.push([id, link]);
  }
  // A list may borrow the definition of a numbering style, and counts on with it (17.9.21).
  for (const [id, style] of links) found.set(id, byStyle.get(style) ?? { id, levels: new Map<number, Level>() });
  return found;
}

function levelOf(level: XmlElement): Level {
  return {
    start: numberOf(childOf(level, 'w:start')) ?? 0,
    format: valueOf(level, 'w:numFmt') ?? alternateFormat(level) ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
    legal: switchOf(level, 'w:isLgl') ?? false,
    restart: numberOf(childOf(level, 'w:lvlRestart')),
    style: valueOf(level, 'w:pStyle'),
  };
}

/** Formats newer than the standard stand in an alternate, with an older one beside them. */
function alternateFormat(level: XmlElement): string | undefined {
  const alternate = childOf(level, 'mc:AlternateContent');
  return valueOf(childOf(alternate, 'mc:Fallback'), 'w:numFmt');
}
