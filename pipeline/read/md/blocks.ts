import type { Block, LinkedFile } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { PageWriter } from '../html/page.js';
import { normalise } from '../html/normalise.js';
import { pageOf } from '../html/tree.js';
import { pipeTable, tabTable, type TakenTable } from '../txt/tables.js';
import type { SourceLine } from '../txt/lines.js';
import { plain, type Definitions, type Plain } from './inline.js';
import { underlines, type MarkdownLine, type MarkdownSource } from './source.js';

/** What a file's lines give. */
export interface Written {
  blocks: Block[];
  files: LinkedFile[];
  pictures: number;
  struck: string[];
}

const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(?![ \t])|(?=[^#\s\d!.]))(.*?)(?:[ \t]{1,20}#{1,20})?[ \t]{0,20}$/;
const QUOTE = /^ {0,3}(?:>[ \t]?)+/;
const BULLET = /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/;
const NOTE = /^ {0,3}\[\^[^\]\s]{1,40}\]:[ \t]*/;
const INDENT = /^(?:[\u3000\u00A0]{2,}|\u3000+ |(?:&[en][mb]sp;){2,})/;
const TABLE = /<(\/?)table\b[^<>]*>/gi;

/** Turns the lines of a Markdown file into blocks. Lists keep their numbers, which are the notice's; bullets are marks. */
export class MarkdownWriter {
  private readonly written: Written = { blocks: [], files: [], pictures: 0, struck: [] };
  private readonly lines: readonly MarkdownLine[];
  private readonly defined: Definitions;
  private readonly asSource: readonly SourceLine[];

  constructor({ lines, defined }: MarkdownSource) {
    this.lines = lines;
    this.defined = defined;
    this.asSource = lines.map(({ raw, blankBefore }) => ({ raw: raw.replace(QUOTE, ''), blankBefore, page: null }));
  }

  write(): Written {
    for (let at = 0; at < this.lines.length;) at += this.block(at);
    return this.written;
  }

  /** Writes what begins at a line; gives the number of lines that it took. */
  private block(at: number): number {
    const line = this.lines[at];
    if (line === undefined) return 1;
    if (line.code) return this.code(line);
    const table = this.table(at);
    if (table > 0) return table;
    const atx = ATX.exec(line.raw);
    if (atx?.[1] !== undefined) {
      this.heading(atx[2] ?? '', atx[1].length, line);
      return 1;
    }
    const under = this.lines[at + 1];
    if (under !== undefined && !under.code && underlines(line, under.raw, under.blankBefore)) {
      this.heading(line.raw, under.raw.includes('=') ? 1 : 2, line);
      return 2;
    }
    // an underline that is none underlines nothing
    if (/^\s*={3,}\s*$/.test(line.raw)) return 1;
    this.text(line);
    return 1;
  }

  private code({ raw, blankBefore }: MarkdownLine): number {
    this.written.blocks.push(textBlock('line', raw.trim(), { blankBefore, indented: INDENT.test(raw) }));
    return 1;
  }

  private table(at: number): number {
    const start = this.lines[at]?.raw ?? '';
    if (/<table\b/i.test(start)) return this.htmlTable(at);
    const clean = (text: string): string => this.take(plain(text, this.defined)).join('\n');
    const taken: TakenTable | null =
      pipeTable(this.asSource, at, clean) ?? (start.startsWith('\t') ? null : tabTable(this.asSource, at, clean));
    if (taken === null) return 0;
    this.written.blocks.push(taken.table);
    return taken.taken;
  }

  /** A table in tags, as converters write those with merged cells (CommonMark 4.6): up to its end, over any number of lines. */
  private htmlTable(at: number): number {
    let [depth, next] = [0, at];
    do {
      for (const [, end] of (this.lines[next]?.raw ?? '').matchAll(TABLE)) depth += end === '' ? 1 : -1;
      next += 1;
    } while (depth > 0 && next < this.lines.length);
    const source = this.lines
      .slice(at, next)
      .map((line) => line.raw)
      .join('\n');
    this.html(source);
    return next - at;
  }

  private html(source: string): void {
    const page = pageOf(`<!doctype html><body>${source}`);
    if (page === null) return;
    normalise(page.root, page.body);
    const writer = new PageWriter(page.body);
    writer.write(page.body);
    for (const { block, files } of writer.blocks) {
      this.written.files.push(...files);
      // text around a table on its line is still Markdown
      if (block.kind === 'table')
        this.written.blocks.push({ ...block, cells: block.cells.map((c) => ({ ...c, text: this.cell(c.text) })) });
      else this.text({ raw: block.text, blankBefore: block.blankBefore, code: false });
    }
  }

  private cell(text: string): string {
    return text
      .split('\n')
      .flatMap((line) => this.take(plain(line, this.defined)))
      .join('\n');
  }

  private heading(raw: string, level: number, { blankBefore }: MarkdownLine): void {
    const text = this.take(plain(raw.trim(), this.defined)).join('');
    if (text !== '') this.written.blocks.push(textBlock('heading', text, { level, blankBefore }));
  }

  private text({ raw, blankBefore }: MarkdownLine): void {
    const bare = raw.replace(QUOTE, '').replace(NOTE, '').replace(BULLET, '');
    // a backslash at the end breaks the line (CommonMark 6.7), as every line end does here
    const lines = this.take(plain(bare.replace(/\\\s*$/, ''), this.defined)).filter((text) => text !== '');
    lines.forEach((text, index) => {
      this.written.blocks.push(textBlock('line', text, { blankBefore: index === 0 && blankBefore, indented: INDENT.test(bare) }));
    });
  }

  private take({ lines, files, pictures, struck }: Plain): string[] {
    this.written.files.push(...files);
    this.written.pictures += pictures;
    this.written.struck.push(...struck);
    return lines;
  }
}
