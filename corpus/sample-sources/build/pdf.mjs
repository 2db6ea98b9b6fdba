// Sets blocks as a PDF page by page: lines on a grid as GB/T 9704 has them, tables whose head is repeated on each page,
// page numbers `— 12 —` on the outer side, running heads. The same bytes each time.
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { attachments, chinese } from './blocks.mjs';

const FONT_DIR = process.env.GONGBAO_FONT_DIR ?? '/usr/share/fonts/opentype/noto';
const FONTS = {
  song: ['NotoSerifCJK-Regular.ttc', 'NotoSerifCJKsc-Regular'],
  bold: ['NotoSerifCJK-Bold.ttc', 'NotoSerifCJKsc-Bold'],
  hei: ['NotoSansCJK-Bold.ttc', 'NotoSansCJKsc-Bold'],
};
const MM = 72 / 25.4;
const RED = '#b00020';
const CLOSING = '，。；：、？！）》”’〕】';
const OPENING = '（《“‘〔【';

export class Setter {
  constructor({ size = 16, lead = 28, landscape = false, head = null, firstNumbered = 1, margins, format = 'A4' }) {
    this.options = { size: format, layout: landscape ? 'landscape' : 'portrait', margin: 0 };
    this.doc = new PDFDocument({
      ...this.options, autoFirstPage: false,
      info: { Subject: 'A sample written for the gongbao project; not an official document.', Producer: 'gongbao samples', Creator: 'gongbao samples', CreationDate: new Date('2025-01-01T00:00:00Z') },
    });
    for (const [name, [file, face]] of Object.entries(FONTS)) this.doc.registerFont(name, join(FONT_DIR, file), face);
    Object.assign(this, { size, lead, head, firstNumbered, pageNo: 0, h1: 0, h3: 0, marks: new Map(), widths: new Map() });
    this.margins = margins ?? { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM };
    this.chunks = [];
    this.doc.on('data', (c) => this.chunks.push(c));
    this.done = new Promise((resolve) => this.doc.on('end', () => resolve(Buffer.concat(this.chunks))));
  }

  get page() { return this.doc.page; }
  get measure() { return this.page.width - this.margins.left - this.margins.right; }
  get bottom() { return this.page.height - this.margins.bottom; }

  newPage(more = {}) {
    this.doc.addPage({ ...this.options, ...more });
    this.pageNo += 1;
    this.y = this.margins.top;
    if (this.pageNo < this.firstNumbered || this.bare) return;
    const odd = this.pageNo % 2 === 1;
    const label = `— ${this.pageNo} —`;
    const at = this.page.height - this.margins.bottom + 7 * MM;
    this.put(label, odd ? this.page.width - this.margins.right - this.widthOf(label, 'song', 14) - 14 : this.margins.left + 14, at, 'song', 14);
    if (this.head) {
      const text = this.head(odd);
      const y = this.margins.top - 13 * MM;
      this.put(text, odd ? this.page.width - this.margins.right - this.widthOf(text, 'song', 10) : this.margins.left, y, 'song', 10);
      this.doc.moveTo(this.margins.left, y + 16).lineTo(this.page.width - this.margins.right, y + 16).lineWidth(0.5).stroke('#000');
    }
  }

  /** Makes sure that `height` fits on the page. */
  room(height) {
    if (this.y + height > this.bottom + 1) this.newPage();
  }

  widthOf(text, font, size) {
    let sum = 0;
    for (const char of text) {
      const key = font + char;
      if (!this.widths.has(key)) this.widths.set(key, this.doc.font(font).fontSize(1000).widthOfString(char));
      sum += this.widths.get(key);
    }
    return (sum * size) / 1000;
  }

  put(text, x, y, font, size, { color = '#000', spread = 0 } = {}) {
    this.doc.font(font).fontSize(size).fillColor(color).text(text, x, y, { lineBreak: false, characterSpacing: spread, features: [] });
  }

  /** Breaks text into lines; no line begins with a closing mark or ends with an opening one, no number is broken. */
  wrap(text, font, size, measure, first = 0) {
    if (text.includes('\n')) return text.split('\n').flatMap((part) => this.wrap(part, font, size, measure, first));
    const words = text.match(/[A-Za-z0-9.,%+/]+|./gu) ?? [''];
    const lines = [[]];
    let used = first;
    for (let word of words) {
      let w = this.widthOf(word, font, size);
      const hang = CLOSING.includes(word) ? size * 0.6 : 0;
      if (used + w > measure + hang + 0.01 && lines.at(-1).length) {
        const line = lines.at(-1);
        const carried = [];
        const stays = (next) => !CLOSING.includes(next) && !OPENING.includes(line.at(-1));
        while (line.length > 1 && !stays(carried[0] ?? word)) carried.unshift(line.pop());
        lines.push(carried);
        used = carried.reduce((s, c) => s + this.widthOf(c, font, size), 0);
      }
      while (w > measure) {
        const part = word.slice(0, Math.floor((measure / w) * word.length));
        lines.at(-1).push(part);
        lines.push([]);
        word = word.slice(part.length);
        w = this.widthOf(word, font, size);
        used = 0;
      }
      lines.at(-1).push(word);
      used += w;
    }
    return lines.map((l) => l.join(''));
  }

  lines(text, { font = 'song', size = this.size, lead = this.lead, align = 'left', indent = 0, left = 0, right = 0, color, keep = false } = {}) {
    const measure = this.measure - left - right;
    const lines = this.wrap(text, font, size, measure, indent);
    if (keep) this.room(lead * (lines.length + 1));
    lines.forEach((line, i) => {
      this.room(lead);
      const w = this.widthOf(line, font, size);
      const own = i ? 0 : indent;
      const gap = measure - own - w;
      const full = align === 'left' && i < lines.length - 1 && Math.abs(gap) < 3 * size;
      const x = this.margins.left + left + own + (align === 'center' ? gap / 2 : align === 'right' ? gap : 0);
      this.put(line, x, this.y + (lead - size * 1.4) / 2, font, size, { color, spread: full ? gap / Math.max(1, [...line].length - 1) : 0 });
      this.y += lead;
    });
  }

  table({ head, rows, widths, left = [], size = 10.5, lead = 15 }) {
    const total = widths.reduce((a, b) => a + b);
    const columns = widths.map((w) => (w / total) * this.measure);
    const PAD = 4;
    const row = (cells, font) => {
      // A cell that spans is {text, colSpan}.
      let at = 0;
      const set = cells.map((c) => {
        const span = c?.colSpan ?? 1;
        const width = columns.slice(at, at + span).reduce((a, b) => a + b);
        const face = c?.bold === true ? 'bold' : font;
        const box = { at, width, face, left: left.includes(at) && font !== 'hei', lines: this.wrap(c?.text ?? c ?? '', face, size, width - 2 * PAD) };
        at += span;
        return box;
      });
      return { set, height: Math.max(...set.map((b) => b.lines.length)) * lead + 2 * PAD };
    };
    const draw = ({ set, height }) => {
      let x = this.margins.left;
      for (const box of set) {
        this.doc.rect(x, this.y, box.width, height).lineWidth(0.6).stroke('#000');
        let y = this.y + (height - box.lines.length * lead) / 2;
        for (const line of box.lines) {
          const w = this.widthOf(line, box.face, size);
          this.put(line, box.left ? x + PAD : x + (box.width - w) / 2, y, box.face, size);
          y += lead;
        }
        x += box.width;
      }
      this.y += height;
    };
    const top = row(head, 'hei');
    const body = rows.map((cells) => row(cells, 'song'));
    this.room(top.height + body[0].height);
    draw(top);
    for (const [i, r] of body.entries()) {
      // A row that heads a group stays with the row after it.
      const heads = rows[i].length === 1 ? (body[i + 1]?.height ?? 0) : 0;
      if (this.y + r.height + heads > this.bottom + 1) {
        this.newPage();
        draw(top);
      }
      draw(r);
    }
    this.y += lead;
  }

  set(blocks) {
    for (const [kind, ...rest] of blocks) this[`_${kind}`](...rest);
    return this;
  }

  _letterhead(text) { this.y += 20; this.lines(text, { font: 'bold', size: 34, lead: 64, align: 'center', color: RED }); }
  _number(text, { rule = true } = {}) {
    this.lines(text, { align: 'center' });
    if (rule) { this.doc.moveTo(this.margins.left, this.y + 6).lineTo(this.page.width - this.margins.right, this.y + 6).lineWidth(1.5).stroke(RED); this.y += 6; }
    this.y += this.lead;
  }
  _title(...lines) {
    this.room(this.size * 2.1 * (lines.length + 2));
    for (const l of lines) this.lines(l, { font: 'bold', size: this.size * 1.35, lead: this.size * 2.1, align: 'center' });
    this.y += this.lead * 0.6;
  }
  _to(text) { this.lines(text); }
  _p(text) { this.lines(text, { indent: 2 * this.size }); }
  _note(text) { this.y += this.lead / 2; this._p(text); }
  _h1(text) { this.h1 += 1; this.lines(`${chinese(this.h1)}、${text}`, { font: 'hei', indent: 2 * this.size, keep: true }); }
  _h2(text) { this.lines(text, { font: 'bold', indent: 2 * this.size, keep: true }); }
  _h3(title, text) { this.h3 += 1; this._p(`${this.h3}.${title}${text}`); }
  _restart() { this.h1 = 0; this.h3 = 0; }
  _attach(...titles) {
    this.y += this.lead / 2;
    attachments(titles).forEach((t, i) => { if (i) this.lines(t, { left: 5 * this.size }); else this.lines(t, { indent: 2 * this.size }); });
  }
  _sign(...lines) {
    this.room(this.lead * (lines.length + 2));
    this.y += this.lead * 1.5;
    lines.forEach((l, i) => this.lines(l, { align: 'right', right: (i === lines.length - 1 ? 4 : 2) * this.size }));
  }
  _annex(label, ...lines) { this.lines(label, { font: 'hei' }); this.y += this.lead * 0.4; this._title(...lines); }
  _unit(text) { this.lines(text, { size: this.size * 0.75, lead: this.lead * 0.8, align: 'right' }); }
  _table(t) { this.table(t); }
  _mark(key) { this.marks.set(key, this.pageNo); }
  _break() { this.newPage(); }
  _section(layout) { this.options.layout = layout; this.newPage(); }
  _draw(f) { f(this); }
  _plain(text) { this.lines(text, { size: 13, lead: 26, align: 'center' }); }
  _toctitle(text) { this.lines(text, { font: 'bold', size: 24, lead: 60, align: 'center' }); }
  _tochead(text) { this.y += 12; this.lines(text, { font: 'hei', size: 14, lead: 28 }); }
  _toc(title, number, pageNo = 0) {
    const lines = this.wrap(`${title}${number}`, 'song', 13, this.measure - 60);
    lines.forEach((line, i) => {
      const last = i === lines.length - 1;
      this.put(line, this.margins.left, this.y, 'song', 13);
      if (last) {
        const label = String(pageNo);
        const from = this.margins.left + this.widthOf(line, 'song', 13) + 6;
        const to = this.page.width - this.margins.right - this.widthOf(label, 'song', 13) - 6;
        const dots = '.'.repeat(Math.max(3, Math.floor((to - from) / this.widthOf('.', 'song', 13))));
        this.put(dots, from, this.y, 'song', 13);
        this.put(label, to + 6, this.y, 'song', 13);
      }
      this.y += 24;
    });
    this.y += 8;
  }

  async end() {
    this.doc.end();
    return this.done;
  }
}

/** A source with a `front` is set twice: the second time its contents know the pages. */
export const pdf = async ({ blocks, front = () => [], page = {} }) => {
  const once = (pages) => {
    const setter = new Setter(page);
    setter.newPage();
    return setter.set([...front(pages), ...blocks]);
  };
  const first = once(new Map());
  if (!first.marks.size) return first.end();
  await first.end();
  return once(first.marks).end();
};
