import type { NoticeRecord } from '../../schemas/index.js';
import { normalText } from './fields.js';
import { likeness, pairsOf } from './likeness.js';

/** From this likeness of their texts on, the only notices of two versions of a file are one. */
const SAME_NOTICE = 0.5;

/**
 * The notice among those of another version of its file: by id, else number, else title; else the only one, where its text
 * is much the same. Null where that version held another notice.
 */
export function counterpart(notice: NoticeRecord, others: readonly NoticeRecord[]): NoticeRecord | null {
  const { id, document_number: number, title, text } = notice;
  const named = (name: 'document_number' | 'title', value: string | null) =>
    value === null ? [] : others.filter((other) => other[name] !== null && normalText(other[name]) === normalText(value));
  const found = others.find((other) => other.id === id) ?? only(named('document_number', number)) ?? only(named('title', title));
  if (found) return found;
  const single = only(others);
  return single && likeness(pairsOf(single.text), pairsOf(text)) >= SAME_NOTICE ? single : null;
}

function only<T>(list: readonly T[]): T | null {
  return list.length === 1 ? (list[0] ?? null) : null;
}
