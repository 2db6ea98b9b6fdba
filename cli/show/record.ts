import { REASONS } from '../../schemas/index.js';
import type { Terminal } from '../kit/terminal.js';
import { linesOf, page, type Line } from './fields.js';
import type { FoundRecord } from './find.js';

/** How much of the text is shown on either side of the words. */
const around = 60;

/** A record with all its fields, then the passages it was read from, each in its context. */
export function recordPage({ type, record, notice }: FoundRecord, terminal: Terminal): string {
  const fields = Object.entries(record).filter(([name]) => name !== 'quote' && name !== 'evidence');
  const from = notice && (notice.document_number ?? notice.title ?? notice.file);
  const lines: Line[] = [
    ...linesOf(terminal.say({ en: 'record', zh: '类型' }), type),
    ...linesOf(terminal.say({ en: 'from', zh: '出自' }), from),
    ...fields.flatMap(([name, value]) => linesOf(name, name === 'reasons' ? reasonsOf(record, terminal) : value)),
  ];
  if (!notice || record.start === null || record.end === null) return page(lines);
  const passages = [
    { name: terminal.say({ en: 'words', zh: '原文' }), start: record.start, end: record.end },
    ...record.evidence.map(({ field, start, end }) => ({ name: field, start, end })),
  ];
  return `${page(lines)}\n${passages.map((passage) => inContext(notice.text, passage)).join('\n')}`;
}

/** Why it is so sure, in words. */
function reasonsOf(record: FoundRecord['record'], terminal: Terminal): string[] {
  return ('reasons' in record ? record.reasons : []).map((code) => terminal.say(REASONS[code]));
}

/** The passage between ⟦ ⟧ with what stands before and after it. */
function inContext(text: string, { name, start, end }: { name: string; start: number; end: number }): string {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const before = `${from > 0 ? '…' : ''}${text.slice(from, start)}`;
  const after = `${text.slice(end, to)}${to < text.length ? '…' : ''}`;
  const body = `${before}⟦${text.slice(start, end)}⟧${after}`;
  return `${name} (${start}–${end})\n${body.replace(/^/gm, '  ')}\n`;
}
