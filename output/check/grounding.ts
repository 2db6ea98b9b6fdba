import { z } from 'zod';
import { evidenceSchema } from '../../schemas/index.js';
import { ALL_MODELS, type RecordModel } from '../model.js';
import type { Driver, Row } from '../store/driver.js';
import { rowsOf } from '../store/tables.js';
import type { Fault } from './fault.js';

/** A notice while its records are held against it. */
interface Notice {
  pk: number;
  path: string;
  id: string;
  text: string;
}

const RECORDS = ALL_MODELS.filter(({ name }) => name !== 'notices');
const pagesSchema = z.array(z.object({ start: z.int().min(0), page: z.int() }));
const evidenceList = z.array(evidenceSchema);

/** Every record's words stand where it says, and its evidence within the notice. One notice is held at a time. */
export async function* grounding(driver: Driver): AsyncGenerator<Fault> {
  const next = `select n.pk, n.id, n.text, n.pages, i.path from notices_rows as n join inputs as i on i.pk = n.input_pk
    where n.pk > ? order by n.pk limit 1`;
  for (let row = await driver.get(next, [0]); row; row = await driver.get(next, [row.pk])) {
    const notice = { pk: Number(row.pk), path: String(row.path), id: String(row.id), text: String(row.text) };
    const wrong = faultOfPages(row.pages, notice.text.length);
    if (wrong !== null) yield { ...wrong, path: notice.path, at: `notices ${notice.id}` };
    for (const model of RECORDS) yield* ofModel(driver, model, notice);
  }
}

async function* ofModel(driver: Driver, model: RecordModel, notice: Notice): AsyncGenerator<Fault> {
  const sql = `select key, quote, "start", "end", evidence from "${rowsOf(model)}" where notice_pk = ? order by sort_no`;
  for (const row of await driver.all(sql, [notice.pk])) {
    const about = { path: notice.path, at: `${model.name} ${notice.id}:${String(row.key)}` };
    if (!isGrounded(row, notice.text)) yield { code: 'quote', ...about, detail: `${String(row.start)}–${String(row.end)}` };
    const outside = evidenceOutside(row.evidence, notice.text.length);
    if (outside !== null) yield { ...outside, ...about };
  }
}

/**
 * A quote is kept only where it is not what stands at its place: reading cuts it out of the text. That a place was moved, or the
 * text under it edited, shows by the hashes of the changes. A record without words of its own, as some findings are, has no place.
 */
function isGrounded({ quote, start, end }: Row, text: string): boolean {
  if (start === null && end === null) return quote === null;
  if (typeof start !== 'number' || typeof end !== 'number' || start < 0 || start > end || end > text.length) return false;
  return quote === null || text.slice(start, end) === quote;
}

type Wrong = Pick<Fault, 'code' | 'detail'>;

function evidenceOutside(value: unknown, length: number): Wrong | null {
  const read = evidenceList.safeParse(parsed(value));
  if (!read.success) return { code: 'unreadable', detail: 'evidence' };
  const outside = read.data.find(({ start, end }) => start > end || end > length);
  return outside ? { code: 'evidence', detail: `${outside.field} ${outside.start}–${outside.end}` } : null;
}

/** Pages begin in order, none before the one ahead of it, and within the text. */
function faultOfPages(value: unknown, length: number): Wrong | null {
  const read = pagesSchema.safeParse(parsed(value));
  if (!read.success) return { code: 'unreadable', detail: 'pages' };
  const wrong = read.data.find(({ start }, i) => start > length || start < (read.data[i - 1]?.start ?? 0));
  return wrong ? { code: 'pages', detail: `${wrong.page} (${wrong.start})` } : null;
}

function parsed(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return undefined;
  }
}
