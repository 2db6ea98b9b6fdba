import { comparedTypes, type ComparedType, type FieldChange, type NoticeDiff } from '../../schemas/index.js';
import { truncate } from '../kit/table.js';
import type { Terminal } from '../kit/terminal.js';
import { recordTypeNames } from '../kit/types.js';
import { printedWidth } from '../kit/width.js';
import { changeLines } from './change.js';
import { fieldName, recordLine, type RecordIn } from './words.js';

/** What differs, for a person: the two notices, their heads, then record type by record type. */
export function diffPage(diff: NoticeDiff, terminal: Terminal): string {
  const sections = [
    heads(diff, terminal),
    headSection(diff, terminal),
    ...comparedTypes.map((type) => section(diff, type, terminal)),
  ];
  const lines = sections.filter((section) => section.length > 0).flatMap((section, i) => (i === 0 ? section : ['', ...section]));
  const { columns } = terminal;
  return `${lines.map((line) => (columns === null ? line : truncate(line, columns))).join('\n')}\n`;
}

function heads({ before, after, likeness }: NoticeDiff, terminal: Terminal): string[] {
  const name = ({ document_number, title, file, version }: NoticeDiff['before']) => {
    const where = version === null ? file : `${file}, ${terminal.say({ en: `version ${version}`, zh: `版本 ${version}` })}`;
    return `${[document_number, title].filter((part) => part !== null).join('  ')}  (${where})`;
  };
  const percent = (likeness * 100).toFixed(1);
  return [
    `--- ${name(before)}`,
    `+++ ${name(after)}`,
    terminal.say({ en: `texts ${percent} % alike`, zh: `全文相似度 ${percent}%` }),
  ];
}

function headSection({ head }: NoticeDiff, terminal: Terminal): string[] {
  return head.length === 0 ? [] : [terminal.say({ en: 'notice', zh: '公文' }), ...fieldLines(head, '  ', terminal)];
}

function section(diff: NoticeDiff, type: ComparedType, terminal: Terminal): string[] {
  const title = terminal.say(recordTypeNames[type]);
  const counted = counts(diff[type], terminal);
  return counted === '' ? [] : [`${title}: ${counted}`, ...recordLines(type, diff[type], terminal)];
}

/** What is shown of the records of each type. */
type Shown = { [T in ComparedType]: ChangesOf<RecordIn<T>> };

interface ChangesOf<R> {
  added: R[];
  gone: R[];
  changed: { after: R; fields: FieldChange[] }[];
}

function recordLines<T extends ComparedType>(type: T, { added, gone, changed }: Shown[T], terminal: Terminal): string[] {
  const line = recordLine[type];
  return [
    ...changed.flatMap(({ after, fields }) => [`  ~ ${line(after)}`, ...fieldLines(fields, '      ', terminal)]),
    ...gone.map((record) => `  − ${line(record)}`),
    ...added.map((record) => `  + ${line(record)}`),
  ];
}

/** `field  old → new`, the names in one column. */
function fieldLines(fields: readonly FieldChange[], indent: string, terminal: Terminal): string[] {
  const named = fields.map((change) => ({ name: terminal.say(fieldName(change.field)), lines: changeLines(change) }));
  const width = Math.max(0, ...named.map(({ name }) => printedWidth(name)));
  const padded = (name: string) => name + ' '.repeat(width - printedWidth(name) + 2);
  return named.flatMap(({ name, lines }) => lines.map((line, i) => `${indent}${padded(i === 0 ? name : '')}${line}`));
}

/** `1 added, 2 changed, 20 the same`; empty where neither has records of the type. */
function counts({ added, gone, changed, moved, same }: NoticeDiff[ComparedType], terminal: Terminal): string {
  const words = [
    { n: changed.length, en: 'changed', zh: '变更' },
    { n: gone.length, en: 'gone', zh: '删除' },
    { n: added.length, en: 'added', zh: '新增' },
    { n: moved.length, en: 'moved', zh: '移位' },
    { n: same, en: 'the same', zh: '未变' },
  ];
  const told = words.filter(({ n }) => n > 0);
  return told
    .map(({ n, en, zh }) => terminal.say({ en: `${n} ${en}`, zh: `${zh} ${n}` }))
    .join(terminal.say({ en: ', ', zh: '，' }));
}
