import { z } from 'zod';
import { exportStream, type StreamOptions } from '../../../output/index.js';
import { LINK_TYPES, RECORD_TYPES, type LinkTypeName, type RecordTypeName } from '../../../schemas/index.js';
import type { Lang } from '../../site.js';
import { defined } from '../../filters.js';
import { CALENDAR, CSV, JSON_LINES, WORKBOOK } from '../file-types.js';
import { askedFilter, filterParameters, someFilters, type Filters } from '../filters.js';
import { common, text, whole, yesNo } from '../parameters.js';
import { fileRoute, type Call, type Route } from '../route.js';
import { LINK_TYPE_NAMES, RECORD_TYPE_NAMES } from '../schemas.js';
import { sendPieces } from '../send.js';
import { operationOf } from './lists.js';

// The lists as files, by address: the same filters give the same rows. They are sent as they are made, however long they are.

type Format = StreamOptions['format'];

interface FileKind {
  format: Format;
  type: string;
  words: string;
}

/** By the ending of the address. */
const FILES = {
  csv: { format: 'csv', type: CSV, words: 'CSV' },
  xlsx: {
    format: 'xlsx',
    type: WORKBOOK,
    words: 'a workbook (XLSX)',
  },
  jsonl: { format: 'jsonl', type: JSON_LINES, words: 'JSON, one record a line' },
} as const satisfies Record<string, FileKind>;

const DEADLINES: FileKind = { format: 'ics', type: CALENDAR, words: 'a calendar of deadlines' };
const LEDGER: FileKind = {
  format: 'ledger',
  type: FILES.xlsx.type,
  words: 'the list of tasks that offices keep (督查台账), a workbook',
};

const ofCsv = {
  bom: yesNo('0 for machines: no byte order mark, cells as they are; else for spreadsheets: formulas are guarded').optional(),
};
/** Never set of another format. */
const bomOf = (format: Format): typeof ofCsv => (format === 'csv' ? ofCsv : {}) as typeof ofCsv;

/** Tables of records may be of the first ones only; lists of tasks and calendars are of all. */
const ofOrder = {
  sort: text('a field to sort by, with `-` before it for the largest first; records without a value come last').optional(),
  limit: whole('only so many, the first ones', { min: 1, max: 1_000_000 }).optional(),
};
const orderOf = (type: AnyType, format: Format): typeof ofOrder =>
  (isRecordType(type) && format !== 'ledger' && format !== 'ics' ? ofOrder : {}) as typeof ofOrder;

type AnyType = RecordTypeName | LinkTypeName;

/** What a file is made of and called. */
interface Made {
  type: AnyType;
  ending: string;
  kind: FileKind;
  path: string;
  operation: string;
  name: Record<Lang, string>;
}

export function exportRoutes(): Route[] {
  const types: readonly AnyType[] = [...RECORD_TYPE_NAMES, ...LINK_TYPE_NAMES];
  return [
    ...types.flatMap((type) => Object.entries(FILES).map(([ending, kind]) => fileOf(tableOf(type, ending, kind)))),
    ...taskFiles(),
  ];
}

function tableOf(type: AnyType, ending: string, kind: FileKind): Made {
  const { title } = { ...RECORD_TYPES, ...LINK_TYPES }[type];
  const name = { zh: title.zh, en: type };
  return { type, ending, kind, name, path: `/api/v1/${type}.${ending}`, operation: operationOf(`${ending}Of`, type) };
}

function taskFiles(): Route[] {
  const [type, base] = ['obligations', '/api/v1/obligations'] as const;
  return [
    fileOf({
      type,
      ending: 'ics',
      kind: DEADLINES,
      path: `${base}.ics`,
      operation: 'calendarOfObligations',
      name: { zh: '完成时限', en: 'deadlines' },
    }),
    fileOf({
      type,
      ending: 'xlsx',
      kind: LEDGER,
      path: `${base}/ledger.xlsx`,
      operation: 'ledgerOfObligations',
      name: { zh: '督查台账', en: 'tasks' },
    }),
  ];
}

function isRecordType(type: AnyType): type is RecordTypeName {
  return Object.hasOwn(RECORD_TYPES, type);
}

function fileOf(made: Made): Route {
  const { type, kind, path, operation } = made;
  const filters = isRecordType(type) ? filterParameters(type) : someFilters();
  return fileRoute({
    path,
    operation,
    tag: 'files',
    summary: `${operation.startsWith('calendar') || operation.startsWith('ledger') ? 'Tasks' : `All of the ${type}`} as ${kind.words}`,
    description: 'Exactly the records that the filters let through, all of them unless `limit` is given; sent as they are made.',
    params: z.object({}),
    query: z.object({ ...filters, ...orderOf(type, kind.format), ...bomOf(kind.format), ...common }),
    answer: { types: [kind.type], description: kind.words },
    handle: (call) => sent(call, made),
  });
}

type Asked = Call<unknown, Filters & { bom?: '0' | '1' | undefined; sort?: string | undefined; limit?: number | undefined }>;

function sent(call: Asked, { type, ending, kind, name }: Made): Promise<Response> {
  const { c, stream, site, lang, query } = call;
  return sendPieces(c, { type: kind.type, name: `${query.unit ?? ''}${name[lang]}.${ending}` }, async () => {
    const { filter } = await askedFilter(query, stream, site.resolver);
    return exportStream(stream, {
      format: kind.format,
      type,
      filter,
      lang,
      bom: query.bom !== '0',
      unit: query.unit ?? null,
      ...(query.sort === undefined && query.limit === undefined
        ? {}
        : { order: defined({ sort: query.sort, limit: query.limit }) }),
    });
  });
}
