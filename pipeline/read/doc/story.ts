import type { Block, ReadWarning } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { isTypedIndent, labelled, LEAST_INDENT, paragraphBlock, trimmed } from '../docx/labels.js';
import type { Numbering } from '../docx/numbering.js';
import { TableRows } from './table-rows.js';
import type { Paragraph, TextReader } from './text.js';

/** Reads stories: paragraphs with their numbers, and tables. One reader goes over all, because numbers run on. */
export class StoryReader {
  readonly warnings: ReadWarning[] = [];
  private readonly tables = new TableRows((paragraphs, depth) => this.blocks(paragraphs, depth), this.warnings);
  private contents = false;

  constructor(
    private readonly text: TextReader,
    private readonly numbering: Numbering,
    private readonly boxesAt: (position: number) => Block[],
  ) {}

  /** The blocks of a range of character positions. */
  story(start: number, end: number): Block[] {
    return this.blocks(this.text.paragraphs(start, end), 0);
  }

  get hasContents(): boolean {
    return this.contents;
  }

  private blocks(paragraphs: readonly Paragraph[], depth: number): Block[] {
    const blocks: Block[] = [];
    let blank = false;
    let carried = '';
    for (let i = 0; i < paragraphs.length;) {
      const paragraph = paragraphs[i];
      if (paragraph === undefined) break;
      if (paragraph.depth > depth) {
        let end = i;
        while ((paragraphs[end]?.depth ?? 0) > depth) end += 1;
        blocks.push(...this.tables.read(paragraphs.slice(i, end), depth + 1));
        [i, blank] = [end, false];
        continue;
      }
      const text = carried + paragraph.text;
      blocks.push(...paragraph.anchors.flatMap((position) => this.boxesAt(position)));
      // The end of a deleted paragraph joins what is left of it to the next one, whose number it takes.
      const joins = paragraph.markDeleted && !paragraph.endsCell;
      carried = joins ? text : '';
      if (!joins) {
        const found: Block[] = this.paragraph(paragraph, text, blank);
        blank = found.length === 0;
        blocks.push(...found);
      }
      i += 1;
    }
    return carried.trim() === '' ? blocks : [...blocks, textBlock('paragraph', carried.trim())];
  }

  private paragraph({ facts, markHidden, inContents }: Paragraph, text: string, blankBefore: boolean): Block[] {
    const bare = trimmed(text);
    if (inContents) {
      this.contents = true;
      if (bare === '') return [];
    }
    if (bare === '' && markHidden) return [];
    const { list, listLevel, listStyle } = facts;
    const id = String(list ?? 0);
    const style = listStyle === undefined ? undefined : String(listStyle);
    const label = id === '0' ? '' : this.numbering.next(id, listLevel ?? this.numbering.levelOfStyle(id, style) ?? 0);
    if (bare === '' && label === '') return [];
    const indented = facts.first + Math.max(facts.left, 0) >= LEAST_INDENT || isTypedIndent(text);
    return [paragraphBlock(facts.level, labelled(label, bare), { blankBefore, indented })];
  }
}
