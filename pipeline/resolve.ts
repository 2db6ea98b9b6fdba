import { clean, type Notice } from '../extractors/index.js';
import type { NameContext, Resolver } from '../names/index.js';
import type { ReadRecords, Resolution } from '../schemas/index.js';

/** The notice's own place and the context in which its names mean something. */
export function noticeContext(notice: Notice, resolver: Resolver): { region: Resolution; context: NameContext } {
  const region = resolver.region(notice.head.issuers, notice.head.title, notice.text, notice.head.issued_on);
  return { region, context: { region, date: notice.head.issued_on, text: notice.text } };
}

/** The sentence around a span, for names that only their surroundings place. */
function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('\n', start)) + 1;
  const stop = text.slice(end).search(/[。\n]/);
  return text.slice(from, stop < 0 ? text.length : end + stop);
}

/** What the names of one record resolve to; [] for record types without names. */
export function resolveRecord<T extends keyof ReadRecords>(
  type: T,
  record: ReadRecords[T],
  notice: Notice,
  context: NameContext,
  resolver: Resolver,
): Resolution[] {
  if (type === 'clusters' && 'name' in record && 'start' in record) {
    const beside = (slot: string): string | undefined => {
      const found = record.evidence.find(({ field }) => field === slot);
      return found && clean(notice.text.slice(found.start, found.end));
    };
    const surrounding = sentenceAround(notice.text, record.start, record.end);
    return resolver.cluster(record.name, context, { surrounding, park: beside('park'), place: beside('place') });
  }
  if (type === 'obligations' && 'units' in record) {
    return record.units.map((unit, position) => resolver.unit(unit.name, unit.group, context, position));
  }
  return [];
}
