import {
  captionOf,
  clean,
  headingMark,
  isMeasure,
  isTitleLike,
  numeral,
  runInTitle,
  compact,
  type Notice,
  type NoticeTable,
  type TableRow,
  type Paragraph,
  type ParagraphRole,
  type Section,
} from '../../extractors/index.js';
import type { Span } from '../../schemas/index.js';
import type { Flow } from '../reflow/index.js';
import { captionOfLine, CAPTION_ROWS } from './caption.js';
import { sameTitle, type Head } from './head.js';
import { isParagraph, type Item } from './items.js';
import { isMetadata } from './labels.js';
import type { NoticeStart } from './starts.js';
import { isWrappedTitle, TABLE_TITLE } from './wrapped-title.js';

export interface Body {
  paragraphs: Paragraph[];
  sections: Section[];
  tables: NoticeTable[];
  annexes: Notice['annexes'];
  attachments: string[];
  attachmentsSpan: Span | undefined;
}

const ANNEX = /^-?(附件|附表|附录|附)(：?)([一二三四五六七八九十]{1,3}|\d{1,2})?(：|[.、])?$/;
const ANNEX_TITLED = /^-?(附件|附表)([一二三四五六七八九十]{1,3}|\d{1,2})(：|[.、])?(.{4,80})$/;
const LIST_HEAD = /^-?(?:附件|附)：(.*)$/;
const LIST_ITEM = /^-?(\d{1,2}|[一二三四五六七八九十]{1,3})[.、．]\s*(.{3,})$/;
/** `附件1：…`, where `附件2：…` follows at once */
const NUMBERED_ITEM = /^-?附件(\d{1,2}|[一二三四五六七八九十]{1,3})[：.、．]?(.{3,})$/;
/** `（排名不分先后）`: a remark, no title. */
const BRACKETED = /^（[^（）]*）$/;
const UNIT_LINE = /^[（]?(?:计量|金额|货币|资金|投资)?单位[：:]([^：）]{1,12})[）]?$/;
const CLOSING =
  /^(（此件.{0,20}公开）|（此件.*）|抄送：.*|抄报：.*|主动公开|.{2,30}\d{4}年\d{1,2}月\d{1,2}日印发|（联系人：.*）)$/;

/** Sorts the items of one notice into paragraphs with their roles, numbered sections, tables and annexes. */
export function readBody(flow: Flow, items: readonly Item[], start: NoticeStart, end: number, head: Head): Body {
  return new BodyReader(flow, items, start, end, head).read();
}

/** The title that a line lists as the `n`-th; null where it is no such line. */
function listed(pattern: RegExp, { bare }: { bare: string }, n: number): string | null {
  const m = pattern.exec(bare);
  return m && numeral(m[1] ?? '') === n ? (m[2] ?? null) : null;
}

/** `《管理办法》` as a whole without its marks. */
const unquoted = (title: string): string => /^《([^《》]+)》$/.exec(title)?.[1] ?? title;

/** A listed title broken over two lines: only both together are one. */
const continuesTitle = (title: string, line: string) =>
  !isTitleLike(title) && line.length <= 30 && headingMark(line) === null && !/[：。，]/.test(line) && isTitleLike(title + line);

/**
 * A list set in several columns side by side (`序号|名称|等次|序号|名称|等次`) is one list: the left part first, then the
 * right one. Rows keep the offsets of their own cells.
 */
function unfold(rows: TableRow[], columns: number): { rows: TableRow[]; columns: number } {
  const head = rows[0]?.cells.map((c) => compact(c.text).text) ?? [];
  const filled = head.length === columns && head.every((t) => t !== '');
  const width = filled
    ? [2, 3, 4, 5].find((w) => columns % w === 0 && columns > w && head.every((t, i) => t === head[i % w]))
    : undefined;
  if (width === undefined || new Set(head.slice(0, width)).size < width) return { rows, columns };
  const parts: TableRow[] = [];
  for (let part = 0; part < columns / width; part++) {
    for (const row of part === 0 ? rows : rows.slice(1)) {
      const cells = row.cells
        .filter((c) => Math.floor(c.column / width) === part)
        .map((c) => ({ ...c, column: c.column % width, row: parts.length }));
      const [first, last] = [cells[0], cells.at(-1)];
      if (first && last && cells.some((c) => c.text !== '')) parts.push({ start: first.start, end: last.end, cells });
    }
  }
  return { rows: parts, columns: width };
}

/** What a line of nothing but units says: `单位：亿元`, or `（亿元、%）` where a title is wrapped before it. */
function unitIn(line: string): string | null {
  const bracketed = BRACKETED.test(line) ? line.slice(1, -1) : '';
  return UNIT_LINE.exec(line)?.[1] ?? (bracketed.split('、').every(isMeasure) ? bracketed : null);
}

/** The title and the unit that a table has in rows of their own above its head, merged over its columns. */
function captionRows(rows: readonly TableRow[], columns: number): Partial<Pick<NoticeTable, 'title' | 'titleSpan' | 'unit'>> {
  const found: Partial<Pick<NoticeTable, 'title' | 'titleSpan' | 'unit'>> = {};
  for (const row of columns < 3 ? [] : rows.slice(0, Math.min(CAPTION_ROWS, rows.length - 2))) {
    const filled = row.cells.filter((c) => c.text !== '');
    const caption = captionOf(filled.map((c) => compact(c.text).text));
    if (caption !== null) {
      if (caption.unit !== null) found.unit = caption.unit;
      continue;
    }
    const [only, ...others] = filled;
    if (!only || others.length > 0) break;
    const unit = unitIn(compact(only.text).text);
    if (unit !== null) found.unit = unit;
    else if (TABLE_TITLE.test(only.text) && only.text.length <= 70)
      [found.title, found.titleSpan] = [only.text, { start: only.start, end: only.end }];
    else break;
  }
  return found;
}

class BodyReader {
  private readonly body: Body = {
    paragraphs: [],
    sections: [],
    tables: [],
    annexes: [],
    attachments: [],
    attachmentsSpan: undefined,
  };
  private readonly base: number;
  private stack: Section[] = [];
  private annex = 0;
  private begun: boolean;

  constructor(
    private readonly flow: Flow,
    private readonly items: readonly Item[],
    private readonly start: NoticeStart,
    private readonly end: number,
    private readonly head: Head,
  ) {
    this.base = items[start.from]?.flow.start ?? 0;
    this.begun = head.recipientsItem === null && start.title === null;
    this.openSection(null, '', 0, { start: 0, end: 0 });
  }

  read(): Body {
    for (let i = this.start.from; i < this.end;) i = this.item(i);
    if (this.body.attachments.length === 0) {
      this.body.attachments = this.body.annexes.map((a) => a.title).filter((t) => t !== null);
    }
    return this.body;
  }

  /** Reads the item at `i`; gives the index of the next one. */
  private item(i: number): number {
    const item = this.items[i];
    if (!item) return i + 1;
    if (item.flow.kind === 'table') {
      this.table(item, i);
      return i + 1;
    }
    const role = this.headRole(i, item);
    if (role !== null) {
      this.paragraph(item, role);
      return i + 1;
    }
    return this.attachmentList(i, item) ?? this.annexHead(i, item) ?? this.text(i, item);
  }

  private headRole(i: number, item: Item): ParagraphRole | null {
    const { head, start } = this;
    if (item.toc) return 'toc';
    if (head.titleItems && i >= head.titleItems.from && i < head.titleItems.to) return 'title';
    if (i === head.numberItem) return 'number';
    if (i === head.recipientsItem) return 'recipients';
    if (i === head.dateItem) return 'date';
    if (head.signatureItems.includes(i)) return 'signature';
    if (CLOSING.test(item.bare)) return 'note';
    if (start.title && i < start.title.from) return isMetadata(item.bare) ? 'note' : 'issuer';
    if (!this.begun && isMetadata(item.bare)) return 'note';
    return null;
  }

  /** `附件：` with its numbered titles, or `附件1：…` and `附件2：…` one after the other, before the annexes themselves. */
  private attachmentList(i: number, item: Item): number | null {
    const rest = LIST_HEAD.exec(item.bare)?.[1];
    const pattern = rest === undefined ? NUMBERED_ITEM : LIST_ITEM;
    if (this.body.attachments.length > 0 || (rest === undefined && !this.isNumberedList(i))) return null;
    const first = rest === undefined ? listed(NUMBERED_ITEM, item, 1) : (listed(LIST_ITEM, { bare: rest }, 1) ?? rest);
    const titles = first !== null && first.length > 3 ? [first] : [];
    let k = i + 1;
    for (; k < this.end; k++) {
      const next = this.items[k];
      if (!isParagraph(next)) break;
      const title = listed(pattern, next, titles.length + 1);
      const last = titles.at(-1);
      if (title !== null) titles.push(title);
      else if (last !== undefined && continuesTitle(last, next.bare)) titles[titles.length - 1] = last + next.bare;
      else break;
    }
    if (titles.length === 0) return null;
    this.body.attachments = titles.map((t) => unquoted(clean(t.replace(/[。；]$/, ''))));
    const last = this.items[k - 1] ?? item;
    this.body.attachmentsSpan = { start: item.flow.start - this.base, end: last.flow.end - this.base };
    for (let n = i; n < k; n++) this.paragraph(this.items[n] as Item, 'attachment');
    return k;
  }

  private isNumberedList(i: number): boolean {
    const [item, next] = [this.items[i], this.items[i + 1]];
    return (
      isParagraph(item) && isParagraph(next) && listed(NUMBERED_ITEM, item, 1) !== null && listed(NUMBERED_ITEM, next, 2) !== null
    );
  }

  /** `附件1` on a line of its own, and the annex's title under it (or above it, where a table follows at once). */
  private annexHead(i: number, item: Item): number | null {
    const alone = ANNEX.exec(item.bare);
    const titled = alone ? null : ANNEX_TITLED.exec(item.bare);
    if (!alone && !(titled && (isTitleLike(titled[4] ?? '') || this.items[i + 1]?.flow.kind === 'table'))) return null;
    this.newPart();
    this.paragraph(item, 'annex');
    const number = alone?.[3] ?? titled?.[2] ?? null;
    let title = titled ? clean(titled[4] ?? '') : null;
    let next = i + 1;
    if (alone) {
      const lines = this.titleLines(next);
      if (lines > 0) {
        title = this.cleaned(next, next + lines);
        for (let n = next; n < next + lines; n++) this.paragraph(this.items[n] as Item, 'title');
        next += lines;
      } else title = this.titleAbove(i);
    }
    this.body.annexes.push({
      number,
      title,
      start: item.flow.start - this.base,
      end: (this.items[next - 1] ?? item).flow.end - this.base,
    });
    return next;
  }

  /** Number of short lines from `i` that make a title; 0 where none stands there. */
  private titleLines(i: number): number {
    let joined = '';
    for (let k = i; k < Math.min(this.end, i + 3); k++) {
      const item = this.items[k];
      if (
        !isParagraph(item) ||
        item.bare.length > 70 ||
        headingMark(item.bare) !== null ||
        /[。；：]$/.test(item.bare) ||
        UNIT_LINE.test(item.bare)
      )
        break;
      joined += item.bare;
      if (isTitleLike(joined)) return k - i + 1;
    }
    const only = this.items[i];
    const short = isParagraph(only) && only.bare.length <= 45 && !/[。；：，]/.test(only.bare) && headingMark(only.bare) === null;
    return short && this.items[i + 1]?.flow.kind === 'table' ? 1 : 0;
  }

  private titleAbove(i: number): string | null {
    const above = this.items[i - 1];
    return isParagraph(above) && i - 1 > this.start.from && isTitleLike(above.bare) && above.bare.length <= 70
      ? this.cleaned(i - 1, i)
      : null;
  }

  private text(i: number, item: Item): number {
    this.begun = true;
    if (this.isPartTitle(item)) {
      this.newPart();
      this.paragraph(item, 'title');
      return i + 1;
    }
    const mark = headingMark(item.bare.replace(/^-/, ''));
    const block = item.flow.kind === 'heading' ? item.flow.level : null;
    if (mark) {
      const view = compact(this.flow.text, item.flow.start, item.flow.end);
      const { title, bodyFrom } = runInTitle(view.text, mark);
      const headingEnd = (view.at[Math.max(0, bodyFrom - 1)] ?? item.flow.start) + 1;
      const span = { start: item.flow.start - this.base, end: headingEnd - this.base };
      // a title in brackets of its own stands behind the opening one
      const titleFrom = mark.length + (view.text.startsWith(title, mark.length) ? 0 : 1);
      this.openSection(mark.number, clean(this.sourceTitle(view.at, titleFrom, title.length)), mark.rank, span);
      this.paragraph(item, bodyFrom >= view.text.length && title !== '' && !view.text.endsWith('。') ? 'heading' : 'body');
    } else if (block !== null) {
      this.openSection(
        null,
        clean(this.flow.text.slice(item.flow.start, item.flow.end)),
        this.unmarkedRank(block),
        this.span(item),
      );
      this.paragraph(item, 'heading');
    } else this.paragraph(item, 'body');
    return i + 1;
  }

  private sourceTitle(at: readonly number[], from: number, length: number): string {
    return length === 0 ? '' : this.flow.text.slice(at[from] ?? 0, (at[from + length - 1] ?? 0) + 1);
  }

  /** The title of the plan that a covering notice issues stands again above the plan's text. */
  private isPartTitle(item: Item): boolean {
    if (item.bare.length > 90 || this.head.title === null || this.head.dateItem === null || item.index < this.head.dateItem)
      return false;
    return (
      (isTitleLike(item.bare) && sameTitle(item.bare, this.head.title)) ||
      (/^（.{4,30}）$/.test(item.bare) && this.body.paragraphs.at(-1)?.role === 'title')
    );
  }

  private unmarkedRank(level: number): number {
    return level <= 2 && !this.body.sections.some((s) => s.number !== null && s.annex === this.annex) ? 3.5 : 8.5;
  }

  private table(item: Item, i: number): void {
    if (item.flow.kind !== 'table' || this.head.block.tables.includes(i)) return;
    const above = this.captions(i);
    const rows = item.flow.rows.map((row) => ({
      start: row.start - this.base,
      end: row.end - this.base,
      cells: row.cells.map((c) => ({
        ...c,
        start: c.start - this.base,
        end: c.end - this.base,
        text: clean(this.flow.text.slice(c.start, c.end)),
      })),
    }));
    this.body.tables.push({
      ...this.span(item),
      ...above,
      ...captionRows(rows, item.flow.columns),
      ...unfold(rows, item.flow.columns),
      section: this.stack.at(-1)?.index ?? 0,
      toc: item.toc,
    });
  }

  /** The title and the 单位 line above a table: the nearest short lines, annex marks passed over. */
  private captions(i: number): Pick<NoticeTable, 'title' | 'titleSpan' | 'unit'> {
    let unit: string | null = null;
    for (let k = i - 1; k >= Math.max(this.start.from, i - 4); k--) {
      const item = this.items[k];
      if (!isParagraph(item)) break;
      const inLine = unitIn(item.bare);
      const caption = inLine === null ? captionOfLine(this.flow, item) : null;
      if (inLine !== null || caption !== null) {
        unit = inLine ?? caption?.unit ?? unit;
        continue;
      }
      if (ANNEX.test(item.bare) || BRACKETED.test(item.bare)) continue;
      if (item.bare.length > 70 || /[。；]/.test(item.bare) || item.index === this.head.recipientsItem) break;
      const first = this.firstLineOf(k, item);
      const whole = first === item ? item.bare : first.bare + item.bare;
      const titled = ANNEX_TITLED.exec(whole)?.[4] ?? whole;
      const bracket = /（(?:单位：)?([^（）]{0,3}(?:元|人|户|家|个|吨|%|亩|平方米|公里))）$/.exec(titled)?.[1];
      const text = clean(titled)
        .replace(/（(?:单位：)?[^（）]{0,3}(?:元|人|户|家|个|吨|%|亩|平方米|公里)）$/, '')
        .replace(/[：:]$/, '');
      const mark = headingMark(compact(text).text);
      return {
        title: mark ? text.slice(mark.length) : text,
        titleSpan: { ...this.span(item), start: this.span(first).start },
        unit: unit ?? bracket ?? null,
      };
    }
    return { title: null, titleSpan: null, unit };
  }

  /** The line that a table's title begins with: the one above the `k`-th where the title was wrapped in words. */
  private firstLineOf(k: number, last: Item): Item {
    const above = this.items[k - 1];
    if (!isParagraph(above) || k - 1 <= this.start.from || above.index === this.head.recipientsItem) return last;
    return above.flow.kind === 'paragraph' && isWrappedTitle(above.bare, last.bare) ? above : last;
  }

  private openSection(number: string | null, title: string, rank: number, heading: Span): void {
    while (this.stack.length > 1 && (this.stack.at(-1)?.rank ?? 0) >= rank) this.stack.pop();
    const section: Section = {
      index: this.body.sections.length,
      parent: this.stack.at(-1)?.index ?? null,
      number,
      title,
      rank,
      heading,
      label: `${number ?? ''}${title}`,
      annex: this.annex,
    };
    this.body.sections.push(section);
    this.stack.push(section);
  }

  /** The plan under its covering notice, or an annex: numbering begins again. */
  private newPart(): void {
    this.annex++;
    this.stack = [];
    this.openSection(null, '', 0, { start: 0, end: 0 });
  }

  private paragraph(item: Item, role: ParagraphRole): void {
    this.body.paragraphs.push({ ...this.span(item), role, section: this.stack.at(-1)?.index ?? 0 });
  }

  private span(item: Item): Span {
    return { start: item.flow.start - this.base, end: item.flow.end - this.base };
  }

  private cleaned(from: number, to: number): string {
    return clean(
      this.items
        .slice(from, to)
        .map((it) => this.flow.text.slice(it.flow.start, it.flow.end))
        .join(''),
    );
  }
}
