import {
  clean,
  compact,
  inProjectBlock,
  inSection,
  kindOfName,
  nameList,
  numeral,
  once,
  spanOf,
  splitOutside,
  type Notice,
  type Paragraph,
  type Section,
  matchesOf,
} from '../../extractors/index.js';
import type { Span } from '../../schemas/index.js';
import { COUNTER, FIGURE, bodyTexts } from './text.js';

/** A name in a list of names. */
export interface ListItem extends Span {
  name: string;
}

/** A list of names that stands under a heading or behind a label, with the number that the label gives in brackets. */
export interface NameList {
  /** the heading or label without its bracket */
  label: string;
  declared: number | null;
  items: ListItem[];
  /** the heading or label */
  head: Span;
}

/** The lists of names of a notice: under headings, as numbered lines, behind labels such as `一等奖（2个）：`. */
export const nameLists = once((notice: Notice): readonly NameList[] => [...underHeadings(notice), ...behindLabels(notice)]);

const LONGEST_NAME = 45;
const IN_BRACKETS = new RegExp(`（(?:共|计|共计)?${FIGURE}${COUNTER}(?:[，、][^（）]*)?）$`);

/** A label without the number in brackets at its end, and that number. */
export function declaredIn(label: string): { label: string; declared: number | null } {
  const m = IN_BRACKETS.exec(label);
  return { label: label.replace(/（[^）]*）$/, ''), declared: m ? numeral(m[1] ?? '') : null };
}

/** The sections that stand right below each section. */
const childrenIn = once((notice: Notice): ReadonlyMap<number | null, readonly Section[]> => {
  const children = new Map<number | null, Section[]>();
  for (const section of notice.sections) {
    const siblings = children.get(section.parent);
    if (siblings === undefined) children.set(section.parent, [section]);
    else siblings.push(section);
  }
  return children;
});

/** The paragraphs of running text of each section. */
const bodiesIn = once((notice: Notice): ReadonlyMap<number, readonly Paragraph[]> => {
  const bodies = new Map<number, Paragraph[]>();
  for (const paragraph of notice.paragraphs) {
    if (paragraph.role !== 'body') continue;
    const before = bodies.get(paragraph.section);
    if (before === undefined) bodies.set(paragraph.section, [paragraph]);
    else before.push(paragraph);
  }
  return bodies;
});

function underHeadings(notice: Notice): NameList[] {
  const parents = childrenIn(notice);
  return notice.sections.flatMap((section) => {
    const items = parents.has(section.index) ? numberedLines(notice, section) : listedRight(notice, section);
    const first = items[0];
    // what stands in front of a project's fields is a label
    if (!first || inProjectBlock(notice, first)) return [];
    const head = section.title === '' ? annexOf(notice, first.start) : { title: section.title, span: section.heading };
    const { label, declared } = declaredIn(compact(head?.title ?? '').text);
    return head === null || label === '' ? [] : [{ label, declared, items, head: head.span }];
  });
}

/** The title of the annex that a list without a heading stands in. */
function annexOf(notice: Notice, at: number): { title: string; span: Span } | null {
  const annex = notice.annexes.filter((a) => a.start <= at).at(-1);
  return annex?.title == null ? null : { title: annex.title, span: { start: annex.start, end: annex.end } };
}

/** Numbered lines that are nothing but names: sections without text of their own. */
function numberedLines(notice: Notice, section: Section): ListItem[] {
  const children = childrenIn(notice).get(section.index) ?? [];
  const plain = children.every((c) => c.title !== '' && c.title.length <= LONGEST_NAME && !/[：，。；]/.test(c.title));
  if (!plain || children.some((c) => childrenIn(notice).has(c.index))) return [];
  const text = notice.paragraphs.some(
    (p) => p.role === 'body' && inSection(notice, p.section, section.index) && !children.some((c) => c.heading.start === p.start),
  );
  return !text ? children.map((c) => ({ name: c.title, ...c.heading })) : [];
}

/** A section that holds a list and nothing else. */
function listedRight(notice: Notice, section: Section): ListItem[] {
  const lists: ListItem[][] = [];
  for (const p of bodiesIn(notice).get(section.index) ?? []) {
    const list = namesIn(notice, Math.max(p.start, section.heading.end), p.end);
    if (list === null) return [];
    lists.push(list);
  }
  const [first] = lists;
  if (!first) return [];
  // behind names of places, parks or clusters, words that are none are a remark
  const names = lists.flat().filter((_, i, all) => !areNames(first) || i < first.length || areNames(all.slice(i, i + 1)));
  return names.length > 1 ? names : [];
}

/** Do most of the names end as those of places, parks and clusters do? */
const areNames = (items: readonly ListItem[]): boolean =>
  items.filter((i) => kindOfName(compact(i.name).text) !== null).length > items.length / 2;

/** The names between two offsets where there is nothing but names; null where there is more. */
function namesIn(notice: Notice, start: number, end: number): ListItem[] | null {
  const view = compact(notice.text, start, end);
  const text = view.text.replace(/。$/, '');
  if (text === '') return [];
  if (splitOutside(text, '。：，').length > 1) return null;
  const names = nameList(text);
  if (names.some((n) => n.name.length > LONGEST_NAME) || /等$/.test(text)) return null;
  return names.map((n) => ({ name: clean(n.name), ...spanOf(view, n.from, n.to) }));
}

const LABEL = new RegExp(
  `(?:^|[。；])((?:[^（）：。；，]{2,30})（(?:共|计|共计)?${FIGURE}${COUNTER}(?:[，、][^（）]*)?）)(?:为|是|分别为|分别是)?：([^。：]+)`,
  'g',
);

/** `一等奖（2个）：合肥市、芜湖市`, in lines and sentences. */
function behindLabels(notice: Notice): NameList[] {
  return bodyTexts(notice).flatMap(({ view }) =>
    matchesOf(view.text, LABEL).flatMap((m): NameList[] => {
      const from = m.index + m[0].length - (m[3] ?? '').length;
      const items = splitOutside(m[3] ?? '', '、；，').map((part) => ({
        name: clean(part.text),
        ...spanOf(view, from + part.from, from + part.to),
      }));
      if (items.some((i) => i.name.length > LONGEST_NAME) || /等$/.test(m[3] ?? '')) return [];
      const { label, declared } = declaredIn(m[1] ?? '');
      return [{ label: label.replace(/^[。；]/, ''), declared, items, head: spanOf(view, m.index, from) }];
    }),
  );
}
