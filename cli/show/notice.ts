import type { RecordFilter, Store } from '../../output/index.js';
import type { NoticeRecord } from '../../schemas/index.js';
import { shorten } from '../kit/line.js';
import type { Terminal } from '../kit/terminal.js';
import { recordTypeNames, recordTypes } from '../kit/types.js';
import { linesOf, page, type Line } from './fields.js';
import { all } from './find.js';
import { outlineOf } from './outline.js';

/** At most so many records of a type are named; the listing commands name them all. */
const named = 5;

/** A notice: its head, its outline, and what was read from it; with its whole text where asked for. */
export async function noticePage(store: Store, notice: NoticeRecord, full: boolean, terminal: Terminal): Promise<string> {
  const { text, attachment_of, attached, ...head } = notice;
  const lines = [
    ...Object.entries(head).flatMap(([name, value]) => linesOf(name, value)),
    ...(await linesOfNotices(store, 'attachment_of', attachment_of)),
    ...(await linesOfNotices(store, 'attached', attached)),
    ...(await versionLine(store, notice, terminal)),
  ];
  const outline = outlineOf(text).map(({ number, title, depth }) => `  ${'  '.repeat(depth)}${number}${title}\n`);
  const records = await recordLines(store, { notice: notice.id }, terminal);
  const parts = [page(lines)];
  if (outline.length > 0) parts.push(`${terminal.say({ en: 'outline', zh: '提纲' })}\n${outline.join('')}`);
  if (records.length > 0) parts.push(page(records));
  if (full) parts.push(`${text}\n`);
  return `${parts.join('\n')}\n`;
}

/** Other notices by id, file and title, one a line. */
async function linesOfNotices(store: Store, head: string, ids: readonly string[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const id of ids.slice(0, named)) {
    const [notice] = await all(store.list('notices', { notice: id, limit: 1 }));
    const value = [id, notice?.file ?? '', shorten(notice?.title ?? '')].filter((part) => part !== '').join('  ');
    lines.push({ head: lines.length === 0 ? head : '', value });
  }
  const more = ids.length - lines.length;
  return more > 0 ? [...lines, { head: '', value: `… (${more})` }] : lines;
}

/** How many versions of its file are kept, where there are several. */
async function versionLine(store: Store, { id }: NoticeRecord, terminal: Terminal): Promise<Line[]> {
  const path = await store.history.inputOf(id);
  const versions = path === null ? [] : await store.history.versions(path);
  const value = `${versions.length}  (gongbao diff ${id})`;
  return versions.length > 1 ? [{ head: terminal.say({ en: 'versions', zh: '版本数' }), value }] : [];
}

async function recordLines(store: Store, filter: RecordFilter, terminal: Terminal): Promise<Line[]> {
  const lines: Line[] = [];
  for (const type of recordTypes) {
    const records = await all(store.list(type, filter));
    if (records.length === 0) continue;
    const name = terminal.say(recordTypeNames[type]);
    const shown = records.slice(0, named).map((record) => `${record.id}  ${shorten(nameOf(record))}`);
    const more = records.length - shown.length;
    if (more > 0) shown.push(terminal.say({ en: `and ${more} more: gongbao ${type}`, zh: `另有 ${more} 条：gongbao ${type}` }));
    lines.push(...shown.map((value, i) => ({ head: i === 0 ? `${records.length} ${name}` : '', value })));
  }
  return lines;
}

/** What a person would call a record: its name, title, subject, indicator or sentence. */
function nameOf(record: object): string {
  const fields = new Map<string, unknown>(Object.entries(record));
  const values = ['name', 'title', 'subject', 'message', 'indicator', 'text'].map((field) => fields.get(field));
  return values.find((value) => typeof value === 'string' && value !== '')?.toString() ?? '';
}
