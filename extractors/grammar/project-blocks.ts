import type { Span } from '../../schemas/index.js';
import type { Notice, NoticeTable, Paragraph, TableCell, TableRow } from '../notice.js';
import { clean, compact, foldSameLength, spanOf } from './fold.js';
import { headingMark } from './headings.js';
import { fieldsOf, isNameLabel, type Field } from './labelled-fields.js';
import { once } from './once.js';
import { saidFields } from './project-sentences.js';
import { projectColumns } from './project-table.js';
import { indexFrom } from './sentences.js';
import { headOf } from './table-head.js';

/** A project whose fields stand under their labels, in one paragraph or in several. */
interface Block {
  fields: Field[];
  /** the number in front of it, and whether its other fields bear numbers too: then it is none of its own */
  number: Span | null;
  numbered: boolean;
  paragraphs: Paragraph[];
}

/** What stands in a list of blocks: a project, or a heading that groups those below. */
type Entry = { block: Block } | { group: Paragraph };

/** So many fields make a project beyond doubt; in a list of such ones a name with one more is one too. */
const FEWEST_FIELDS = 3;
const FEWEST_IN_LIST = 2;
/** One project alone is what a notice is about, and no list; below a heading that announces projects it is one. */
const FEWEST_BLOCKS = 2;
const FEWEST_IN_BOX = 1;
/** Longest heading of a group and longest name that stands in front of its labels, in characters. */
const LONGEST_HEADING = 80;

/**
 * Lists of projects that are set as blocks of labels, `1.项目名称：…` `建设地点：…` `总投资：…`, as tables whose first row holds
 * the labels: one for the covering text, for each annex and for each box of projects. A block may have its name in front,
 * `1.某某项目`, without a label, or tell all in sentences.
 */
export const projectBlocks: (notice: Notice) => readonly NoticeTable[] = once((notice: Notice) => {
  const parts = new Map<string, Part>();
  let box: Paragraph | null = null;
  for (const p of notice.paragraphs) {
    if (p.role !== 'body' && p.role !== 'heading') continue;
    const head = compact(notice.text, p.start, Math.min(p.end, p.start + LONGEST_HEADING)).text;
    if (BOX.test(head)) {
      box = p.end - p.start <= LONGEST_HEADING && head.includes('项目') ? p : null;
      continue;
    }
    if (ABOVE_BOXES.test(head)) box = null;
    const key = `${String(notice.sections[p.section]?.annex ?? 0)}|${String(box?.start ?? '')}`;
    const part = parts.get(key);
    if (part) part.paragraphs.push(p);
    else parts.set(key, { box, paragraphs: [p] });
  }
  return [...parts.values()].flatMap((part) => tableOf(notice, part) ?? []);
});

/** Paragraphs among which a list of projects may stand, with the heading of the box that they stand in. */
interface Part {
  box: Paragraph | null;
  paragraphs: Paragraph[];
}

/** `专栏1 重点项目`: a box that stands between the tasks of a plan. */
const BOX = /^专栏[一二三四五六七八九十\d]{0,3}[：:]?/;
/** What a box ends in front of. */
const ABOVE_BOXES = /^(?:第[一二三四五六七八九十]{1,3}[章节]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/;

const spansOf = once((notice: Notice) =>
  projectBlocks(notice).flatMap((table) => table.rows.slice(1).map(({ start, end }) => ({ from: start, to: end }))),
);

/** True for a paragraph that is part of a project's block: what it says is the project's, no task or aim of the notice. */
export function inProjectBlock(notice: Notice, { start }: Span): boolean {
  const spans = spansOf(notice);
  return (spans[indexFrom(spans, start + 1) - 1]?.to ?? -1) > start;
}

function entriesOf(notice: Notice, paragraphs: readonly Paragraph[]): Entry[] {
  const entries: Entry[] = [];
  let open: Block | null = null;
  paragraphs.forEach((p, i) => {
    const fields = fieldsOf(notice.text, p);
    const said = fields[0]?.known === true ? [] : saidFields(notice.text, p);
    const begun: Block | null = beginsBlock(fields) ? begin(notice, p, fields) : named(notice, p, fields, paragraphs[i + 1]);
    if (said.length > 0) {
      entries.push({ block: begin(notice, p, said) });
      open = null;
    } else if (begun) {
      entries.push({ block: begun });
      open = begun;
    } else if (fields.length > 0 && open) addTo(open, p, fields, notice);
    else if (isGroup(notice, p)) {
      entries.push({ group: p });
      open = null;
    } else if (open && !goesOn(notice, open, p, paragraphs[i + 1])) open = null;
  });
  return entries;
}

const beginsBlock = ([first]: readonly Field[]): boolean => first !== undefined && isNameLabel(first.label);

function begin(notice: Notice, p: Paragraph, fields: readonly Field[]): Block {
  return { fields: [...fields], number: numberOf(notice, p), numbered: false, paragraphs: [p] };
}

/** `1.某某项目` above labels: its name stands for a field. */
function named(notice: Notice, p: Paragraph, fields: readonly Field[], next: Paragraph | undefined): Block | null {
  if (fields.length > 0 || !next || p.end - p.start > LONGEST_HEADING) return null;
  const [below] = fieldsOf(notice.text, next);
  const view = compact(notice.text, p.start, p.end);
  const mark = headingMark(view.text);
  if (!mark || !below?.leads || !below.known || isNameLabel(below.label)) return null;
  if (!/^[^。；：！]{4,}$/.test(view.text.slice(mark.length))) return null;
  const value = { start: view.at[mark.length] ?? p.start, end: p.end };
  return begin(notice, p, [{ label: '项目名称', labelSpan: value, value, leads: true, known: true }]);
}

function addTo(block: Block, p: Paragraph, fields: readonly Field[], notice: Notice): void {
  block.fields.push(...fields);
  block.paragraphs.push(p);
  if (numberOf(notice, p)) block.numbered = true;
}

/** The digits of the mark that a paragraph begins with. */
function numberOf(notice: Notice, p: Paragraph): Span | null {
  const m = /^[\s（]*(\d{1,4})(?:[.、）]|\s)/.exec(foldSameLength(notice.text.slice(p.start, p.start + 12)));
  if (m?.[1] === undefined) return null;
  const start = p.start + m[0].indexOf(m[1]);
  return { start, end: start + m[1].length };
}

const isGroup = (notice: Notice, p: Paragraph): boolean => {
  if (p.end - p.start > LONGEST_HEADING) return false;
  const { text } = compact(notice.text, p.start, p.end);
  return (p.role === 'heading' || headingMark(text) !== null) && !/[。；：]/.test(text);
};

/** The second paragraph of a field, where the block goes on with a label behind it. */
function goesOn(notice: Notice, block: Block, p: Paragraph, next: Paragraph | undefined): boolean {
  const last = block.fields.at(-1);
  const [label] = next ? fieldsOf(notice.text, next) : [];
  if (!last || label?.known !== true || isNameLabel(label.label)) return false;
  last.value = { ...last.value, end: p.end };
  block.paragraphs.push(p);
  return true;
}

/** The blocks of a part as one table; null where they are no projects. */
function tableOf(notice: Notice, { box, paragraphs }: Part): NoticeTable | null {
  const entries = entriesOf(notice, paragraphs);
  const blocks = entries.flatMap((e) => ('block' in e && e.block.fields.length >= FEWEST_IN_LIST ? [e.block] : []));
  if (blocks.filter((b) => b.fields.length >= FEWEST_FIELDS).length < (box ? FEWEST_IN_BOX : FEWEST_BLOCKS)) return null;
  const labels = new Map<string, Field>();
  for (const { fields } of blocks)
    for (const [label, field] of labelled(fields)) if (!labels.has(label)) labels.set(label, field);
  const columns = new Map([...labels.keys()].map((label, i): [string, number] => [label, i + 1]));
  const [first, last] = [blocks[0]?.paragraphs[0], blocks.at(-1)?.paragraphs.at(-1)];
  const rows = withoutLead(entries, blocks).map((entry, i) => rowOf(notice, entry, i + 1, columns));
  const table: NoticeTable = {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    ...(box ? boxTitle(notice, box) : titleOf(notice, first?.start ?? 0)),
    unit: null,
    columns: columns.size + 1,
    rows: [headRow(labels, first?.start ?? 0), ...rows],
    section: first?.section ?? 0,
    toc: false,
  };
  const head = headOf(table);
  return head && projectColumns(head) ? table : null;
}

/** The labels of a block, one that stands there again with its number. */
function labelled(fields: readonly Field[]): [string, Field][] {
  const known = new Map<string, number>();
  return fields.map((field) => {
    const n = (known.get(field.label) ?? 0) + 1;
    known.set(field.label, n);
    return [n === 1 ? field.label : `${field.label}（${n}）`, field];
  });
}

/** The entries that make rows: projects, and of the headings those right above one; what stands above the first groups only with a count, or with others like it. */
function withoutLead(entries: readonly Entry[], blocks: readonly Block[]): Entry[] {
  const kept = new Set(blocks);
  const rows = entries.filter((e, i) => {
    if ('block' in e) return kept.has(e.block);
    const below = entries.slice(i + 1, i + 1 + DEEPEST_GROUPS).find((next) => 'block' in next);
    return below !== undefined && 'block' in below && kept.has(below.block);
  });
  const from = rows.findIndex((e) => 'block' in e);
  return rows.some((e, i) => i > from && 'group' in e) ? rows : rows.slice(from);
}
/** Headings that stand one below the other above a project. */
const DEEPEST_GROUPS = 3;

function rowOf(notice: Notice, entry: Entry, row: number, columns: ReadonlyMap<string, number>): TableRow {
  if ('group' in entry) {
    const { start, end } = entry.group;
    return { start, end, cells: [cellOf(notice, { start, end }, row, 0)] };
  }
  const { fields, number, numbered, paragraphs } = entry.block;
  const cells = labelled(fields).map(([label, { value }]) => cellOf(notice, value, row, columns.get(label) ?? 0));
  return {
    start: paragraphs[0]?.start ?? 0,
    end: paragraphs.at(-1)?.end ?? 0,
    cells: [...(number && !numbered ? [cellOf(notice, number, row, 0)] : []), ...cells],
  };
}

const cellOf = (notice: Notice, { start, end }: Span, row: number, column: number): TableCell => ({
  start,
  end,
  text: clean(notice.text.slice(start, end)),
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
});

/** The labels where each stands first, and 序号 for the numbers in front. */
function headRow(labels: ReadonlyMap<string, Field>, start: number): TableRow {
  const cells = ['序号', ...labels.keys()].map((text, column): TableCell => {
    const span = labels.get(text)?.labelSpan ?? { start, end: start };
    return { ...span, text, row: 0, column, rowSpan: 1, columnSpan: 1 };
  });
  return { start, end: start, cells };
}

/** What a box is called, without its number. */
function boxTitle(notice: Notice, { start, end }: Paragraph): Pick<NoticeTable, 'title' | 'titleSpan'> {
  const view = compact(notice.text, start, end);
  const from = BOX.exec(view.text)?.[0].length ?? 0;
  return from < view.text.length
    ? { title: clean(view.text.slice(from)), titleSpan: spanOf(view, from, view.text.length) }
    : { title: null, titleSpan: null };
}

/** The title of the annex that the list stands in, or of the section around it. */
function titleOf(notice: Notice, start: number): Pick<NoticeTable, 'title' | 'titleSpan'> {
  const annex = notice.annexes.findLast((a) => a.end <= start);
  return annex?.title == null
    ? { title: null, titleSpan: null }
    : { title: annex.title, titleSpan: { start: annex.start, end: annex.end } };
}
