import { hash } from 'node:crypto';
import { compact } from '../extractors/index.js';
import { RECORD_TYPES, type NoticeRead, type RecordTypeName } from '../schemas/index.js';

const digest = (text: string) => hash('sha256', text, 'hex').slice(0, 16);
const fold = (text: string) => compact(text).text;

/** A notice's identity: issuers and document number, else title and date, else its text. 16 hex digits. */
export function noticeIdentity(head: Omit<NoticeRead, 'text' | 'ordinal'>, text: string): string {
  const issuers = head.issuers.map(fold).join('、');
  if (head.document_number !== null) return digest(`number\u0001${issuers}\u0001${fold(head.document_number)}`);
  if (head.title !== null && head.issued_on !== null)
    return digest(`title\u0001${issuers}\u0001${fold(head.title)}\u0001${head.issued_on}`);
  return digest(`text\u0001${fold(text)}`);
}

const valueOf = (record: object, field: string): unknown => Reflect.get(record, field) as unknown;

/** Makes record keys within one notice: type, natural key, and an ordinal among equals. */
export class KeyMaker {
  private readonly used = new Map<string, number>();

  key(type: RecordTypeName, record: object): string {
    const natural = RECORD_TYPES[type].naturalKey.map((field) => valueOf(record, field) ?? null);
    const base = `${type.slice(0, 3)}-${digest(JSON.stringify([type, ...natural]))}`;
    const n = (this.used.get(base) ?? 0) + 1;
    this.used.set(base, n);
    return n === 1 ? base : `${base}.${n}`;
  }
}
