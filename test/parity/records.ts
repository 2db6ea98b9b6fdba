import type { Ingested, IngestedNotice } from '../../schemas/index.js';

/** Where something stands is the form's own affair; everything else must be the same. */
const PLACE = new Set(['start', 'end', 'page', 'evidence', 'extractor', 'rows']);

/** A record as one line: its type and id, and its fields in the schema's order but for those of its place. */
function lineOf(type: string, record: object): string {
  const fields = Object.entries(record).flatMap(([field, value]) => {
    if (PLACE.has(field)) return [];
    // a merged cell's words stand once in the text, or in each row that it covers: the words of a quote may differ by them
    if (field === 'quote') return [];
    return [`${field}=${JSON.stringify(value)}`];
  });
  return `${type} ${fields.join(' ')}`;
}

function linesOfNotice({ identity, head, resolutions, records, findings }: IngestedNotice): string[] {
  const fields = Object.entries(head).filter(([field]) => field !== 'text');
  return [
    `notice ${identity} ${JSON.stringify(fields)} ${JSON.stringify(resolutions)}`,
    ...Object.entries(records).flatMap(([type, list]) => list.map((record) => lineOf(type, record))),
    // what was mended at line ends and page breaks is of the form
    ...findings.filter((f) => f.check !== 'text_repair').map((f) => lineOf('finding', f)),
  ];
}

/** All that one input gives, a line each, in the order of the text. */
export const linesOf = ({ notices }: Ingested): string[] => notices.flatMap(linesOfNotice);

/** The lines that only one side has, as a person reads them: `-` where missing, `+` where too many. Empty where both are the same. */
export function difference(wanted: readonly string[], found: readonly string[]): string[] {
  const left = [...found];
  const missing = wanted.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((line) => `- ${line}`), ...left.map((line) => `+ ${line}`)];
}
