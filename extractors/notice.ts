import type { NoticeRead, Span } from '../schemas/index.js';

/** What a paragraph is for; extractors read `heading` and `body`. */
export type ParagraphRole =
  | 'title'
  | 'number'
  | 'issuer'
  | 'recipients'
  | 'heading'
  | 'body'
  | 'signature'
  | 'date'
  | 'attachment'
  | 'annex'
  | 'toc'
  | 'note';

/** A paragraph of the notice text: half-open offsets into `Notice.text`. */
export interface Paragraph extends Span {
  role: ParagraphRole;
  /** index of the section it belongs to (a section's own heading included) */
  section: number;
}

/** One cell of a table row. `text` is cleaned of line breaks; covered positions of a merged cell repeat no text. */
export interface TableCell extends Span {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

export interface TableRow extends Span {
  cells: TableCell[];
}

/** A table, joined over pages, its repeated heads dropped. */
export interface NoticeTable extends Span {
  /** the line above it that names it, cleaned; null where there is none */
  title: string | null;
  titleSpan: Span | null;
  /** a 单位：万元 line or a bracket in the title: the unit of all its figures */
  unit: string | null;
  columns: number;
  rows: TableRow[];
  section: number;
  /** dotted leaders and page numbers: a table of contents */
  toc: boolean;
}

/** A numbered or marked heading with what stands under it. */
export interface Section {
  index: number;
  /** index of the section around it, null at the top */
  parent: number | null;
  number: string | null;
  title: string;
  rank: number;
  /** heading only, without a run-in body */
  heading: Span;
  /** `一、总体要求`: number and title as a path shows them */
  label: string;
  /** belongs to the covering text (0) or to the n-th annex */
  annex: number;
}

/** One official document, as extractors see it. Pure data: nothing in it tells the format it came from. */
export interface Notice {
  ordinal: number;
  text: string;
  head: Omit<NoticeRead, 'text' | 'ordinal'>;
  /** where head fields were read from */
  headSpans: Partial<Record<'title' | 'document_number' | 'issued_on' | 'recipients' | 'attachments', Span>>;
  paragraphs: Paragraph[];
  tables: NoticeTable[];
  sections: Section[];
  /** headings of the annexes in order, as they stand above them */
  annexes: { number: string | null; title: string | null; start: number; end: number }[];
}

/** True for a section that is `ancestor` or lies below it. */
export function inSection(notice: Notice, section: number, ancestor: number): boolean {
  for (let i: number | null = section; i !== null; i = notice.sections[i]?.parent ?? null) if (i === ancestor) return true;
  return false;
}

/** The labels of the sections above `index`, outermost first; `index` itself is the last where `inclusive`. */
export function sectionPath(notice: Notice, index: number, inclusive: boolean): string[] {
  const path: string[] = [];
  for (let i: number | null = inclusive ? index : (notice.sections[index]?.parent ?? null); i !== null;) {
    const section: Section | undefined = notice.sections[i];
    if (!section) break;
    if (section.label !== '') path.unshift(section.label);
    i = section.parent;
  }
  return path;
}
