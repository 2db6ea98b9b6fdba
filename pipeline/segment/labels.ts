import { ANY_METADATA_LABEL, METADATA_LABELS, type MetadataField } from '../../corpus/lexicon/metadata-labels.js';
import { isOrganLine, numberLine, signedDate, matchesOf } from '../../extractors/index.js';

/** A label of the metadata block with its value, which is empty where it stands elsewhere. */
export interface Labelled {
  field: MetadataField;
  /** as it stands there: 成文日期 and 发文日期 are not always the same day */
  label: string;
  value: string;
}

const FIELD_OF = new Map<string, MetadataField>(
  (Object.keys(METADATA_LABELS) as MetadataField[]).flatMap((field) =>
    METADATA_LABELS[field].map((label): [string, MetadataField] => [label, field]),
  ),
);
const fieldOf = (label: string): MetadataField => FIELD_OF.get(label) ?? FIELD_OF.get(label.replace(/^信息/, '')) ?? 'other';

const BRACKETED = new RegExp(`（(${ANY_METADATA_LABEL})）：?`, 'g');
const LABEL = new RegExp(`(${ANY_METADATA_LABEL})：`, 'g');
const BEGINS = new RegExp(`^(${ANY_METADATA_LABEL})(：|$)?`);

/**
 * The labels and values of a compact line of the metadata block: `文号：…`, `【文号】…`, several on a line, a label alone,
 * or one without a mark whose value can be nothing else. Empty for any other line.
 */
export function labelledIn(line: string): Labelled[] {
  const text = line.startsWith('（') ? line.replace(BRACKETED, '$1：') : line;
  const first = BEGINS.exec(text);
  if (!first) return [];
  const label = first[1] ?? '';
  if (text.length === label.length) return [{ field: fieldOf(label), label, value: '' }];
  if (first[2] === undefined) return unmarked(label, text.slice(label.length));
  const labels = matchesOf(text, LABEL);
  return labels.map((m, i) => ({
    field: fieldOf(m[1] ?? ''),
    label: m[1] ?? '',
    value: text.slice(m.index + m[0].length, labels[i + 1]?.index ?? text.length),
  }));
}

/** `文号 抚科字〔2024〕7号`: the blank is gone from the compact line, so the value has to show what it is. */
function unmarked(label: string, value: string): Labelled[] {
  const field = fieldOf(label);
  const fits =
    field === 'document_number'
      ? numberLine(value) !== null
      : field === 'issuer' || field === 'publisher'
        ? isOrganLine(value)
        : signedDate(value) !== null;
  return fits ? [{ field, label, value }] : [];
}

/** True for a line of the metadata block that portals put above a notice. */
export const isMetadata = (line: string): boolean => labelledIn(line).length > 0;
