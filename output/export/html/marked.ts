import { escaped } from './escape.js';
import type { Entry } from './entries.js';

// The text of a notice with its records marked. Spans of records lie in each other and may cross; HTML elements nest. So the text is
// laid out in boxes (a paragraph, a cell), each record is cut at their edges, and inside a box a record that crosses another
// one's end is cut there once more. The first piece of a record bears its number, which leads to the list.

interface Piece {
  start: number;
  end: number;
  entry: Entry;
  /** the first one of its record */
  first: boolean;
}

/** A stretch of the text that makes one element. */
interface Box {
  start: number;
  end: number;
}

/** An entry that stands on words. */
type PlacedEntry = Entry & { span: Box };

/** A line that is a heading by its looks: a mark of the first ranks, short, and no sentence. */
const HEADING = /^\s*(?:第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^。；]{1,40}$/;

/** How marks lead to the list: the words on a number, and what an entry is called in addresses inside the page (`mNAME`, `rNAME`). */
export interface MarkWords {
  title: (entry: Entry) => string;
  /** its number unless given */
  anchor?: (entry: Entry) => string;
  /** what is set into the text, as HTML without words of a notice, at ascending offsets */
  inserted?: readonly { at: number; html: string }[];
}

/** The text as HTML, paragraphs and tables, with its entries marked. All of the text is escaped. */
export function markedText(text: string, entries: readonly Entry[], words: MarkWords): string {
  const writer = new Marker(text, entries, words);
  const parts: string[] = [];
  let rows: string[] = [];
  const endTable = (): void => {
    if (rows.length > 0) parts.push(`<div class="scroll"><table>${rows.join('')}</table></div>`);
    rows = [];
  };
  for (const line of linesOf(text)) {
    const words = text.slice(line.start, line.end);
    if (words.includes('\t')) rows.push(writer.row(line));
    else {
      endTable();
      if (words.trim() !== '') parts.push(`<p${HEADING.test(words) ? ' class="h"' : ''}>${writer.box(line)}</p>`);
    }
  }
  endTable();
  return parts.join('\n');
}

function* linesOf(text: string, mark = '\n', from = 0, to = text.length): Generator<Box> {
  for (let start = from; start <= to;) {
    const found = text.indexOf(mark, start);
    const end = found < 0 || found > to ? to : found;
    yield { start, end };
    start = end + 1;
  }
}

class Marker {
  /** entries that begin before the point reached and do not end before it, by start */
  private open: PlacedEntry[] = [];
  private next = 0;
  private nextInserted = 0;
  private readonly begun = new Set<Entry>();
  private readonly placed: readonly PlacedEntry[];

  constructor(
    private readonly text: string,
    entries: readonly Entry[],
    private readonly words: MarkWords,
  ) {
    this.placed = entries.filter((entry): entry is PlacedEntry => entry.span !== null);
  }

  /** A row of a table, with a cell for each part between tabs. */
  row(line: Box): string {
    const cells = [...linesOf(this.text, '\t', line.start, line.end)].map((cell) => `<td>${this.box(cell)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  }

  /** The words of a box with their marks. Boxes come in the order of the text. */
  box(box: Box): string {
    const pieces = this.piecesIn(box);
    let [html, at] = ['', box.start];
    const stack: Piece[] = [];
    const closeTo = (offset: number): void => {
      for (let last = stack.at(-1); last && last.end <= offset; last = stack.at(-1)) {
        html += this.stretch(at, last.end) + '</span>';
        at = last.end;
        stack.pop();
      }
    };
    for (const piece of cutAtCrossings(pieces)) {
      closeTo(piece.start);
      html += this.stretch(at, piece.start) + this.begin(piece);
      at = piece.start;
      stack.push(piece);
    }
    closeTo(box.end);
    return html + this.stretch(at, box.end);
  }

  /** Words as they stand, with what is to be set between them; what is to stand between boxes comes at the beginning of the next. */
  private stretch(from: number, to: number): string {
    let [html, at] = ['', from];
    const inserted = this.words.inserted ?? [];
    for (let one = inserted[this.nextInserted]; one && (one.at <= from || one.at < to); one = inserted[this.nextInserted]) {
      const until = Math.max(at, one.at);
      html += escaped(this.text.slice(at, until)) + one.html;
      at = until;
      this.nextInserted += 1;
    }
    return html + escaped(this.text.slice(at, to));
  }

  private begin({ entry, first }: Piece): string {
    const { number, type } = entry;
    const anchor = escaped(this.words.anchor?.(entry) ?? String(number));
    const id = first ? ` id="m${anchor}"` : '';
    const link = first ? `<a class="n" href="#r${anchor}" title="${escaped(this.words.title(entry))}">${number}</a>` : '';
    return `<span class="m ${type}"${id}>${link}`;
  }

  private piecesIn({ start, end }: Box): Piece[] {
    for (
      let entry = this.placed[this.next];
      entry && entry.span.start < Math.max(end, start + 1);
      entry = this.placed[this.next]
    ) {
      this.open.push(entry);
      this.next += 1;
    }
    this.open = this.open.filter(({ span }) => span.end > start);
    return this.open.flatMap((entry) => {
      const { span } = entry;
      const piece = { start: Math.max(start, span.start), end: Math.min(end, span.end) };
      if (piece.end <= piece.start && !(piece.start === span.start && start === end)) return [];
      const first = !this.begun.has(entry);
      this.begun.add(entry);
      return [{ ...piece, entry, first }];
    });
  }
}

/** Pieces in the order they open, so that each ends inside the one it begins in. */
function cutAtCrossings(pieces: readonly Piece[]): Piece[] {
  const order = (a: Piece, b: Piece): number => a.start - b.start || b.end - a.end || a.entry.number - b.entry.number;
  const waiting = pieces.toSorted(order);
  const made: Piece[] = [];
  let stack: Piece[] = [];
  while (waiting.length > 0) {
    const piece = waiting.shift();
    if (!piece) break;
    stack = stack.filter((outer) => outer.end > piece.start);
    const edge = Math.min(piece.end, ...stack.map((outer) => outer.end));
    if (edge < piece.end) {
      const rest = { ...piece, start: edge, first: false };
      const at = waiting.findIndex((other) => order(rest, other) < 0);
      waiting.splice(at < 0 ? waiting.length : at, 0, rest);
    }
    const inside = { ...piece, end: edge };
    made.push(inside);
    stack.push(inside);
  }
  return made;
}
