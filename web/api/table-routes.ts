import { z } from 'zod';
import { plainTable } from '../../output/index.js';
import type { Text } from '../site.js';
import type { ErrorStatus } from './errors.js';
import { CSV, WORKBOOK } from './file-types.js';
import { common, yesNo } from './parameters.js';
import { fileRoute, type Call, type Route } from './route.js';
import { sendPieces } from './send.js';

export type Row = readonly (string | number | null)[];
/** What stands above a column, and its width in characters. */
export type Head = Text & { width: number };

/** What every address of a table takes besides what it is about. */
export const tableParameters = {
  bom: yesNo(
    'CSV; 0 for machines: no byte order mark, cells as they are; else for spreadsheets: formulas are guarded',
  ).optional(),
  ...common,
};

/** An answer that is no list of records, as a table. */
interface TableAnswer<P extends z.ZodRawShape, Q extends z.ZodRawShape> {
  /** address without the ending */
  path: string;
  /** a word in camel case that goes on behind `csvOf` */
  operation: string;
  /** what the table holds */
  summary: string;
  description?: string;
  /** what a row is for */
  row: string;
  params: P;
  /** with `tableParameters` */
  query: Q;
  errors?: readonly ErrorStatus[];
  /** of the file and the sheet */
  name: Text;
  /** the heads, which may depend on what is asked */
  heads: (query: z.output<z.ZodObject<Q>>) => readonly Head[];
  /** all rows, at once or as they come; it throws before the first where there is nothing of the kind */
  rows: (call: Call<z.output<z.ZodObject<P>>, z.output<z.ZodObject<Q>>>) => Promise<Iterable<Row> | AsyncIterable<Row>>;
}

/** The answer as CSV and as a workbook: `path.csv` and `path.xlsx`. */
export function tableRoutes<P extends z.ZodRawShape, Q extends z.ZodRawShape>(answer: TableAnswer<P, Q>): Route[] {
  return (['csv', 'xlsx'] as const).map((format) => tableRoute(answer, format));
}

function tableRoute<P extends z.ZodRawShape, Q extends z.ZodRawShape>(
  { path, operation, summary, description, row, params, query, errors, name, heads, rows }: TableAnswer<P, Q>,
  format: 'csv' | 'xlsx',
): Route {
  const type = format === 'csv' ? CSV : WORKBOOK;
  return fileRoute({
    path: `${path}.${format}`,
    operation: `${format}Of${operation}`,
    tag: 'files',
    summary: `${summary}, as ${format === 'csv' ? 'CSV' : 'a workbook (XLSX)'}`,
    params: z.object(params),
    query: z.object(query),
    ...(description !== undefined && { description }),
    ...(errors && { errors }),
    answer: { types: [type], description: `a row for each ${row}` },
    async handle(call) {
      const { c, lang, stream } = call;
      // Asked before anything is sent, so that a fault is told as one.
      const made = await rows({ ...call, store: stream });
      const title = name[lang];
      const columns = heads(call.query).map((head) => ({ head: head[lang], width: head.width }));
      const table = { name: title, columns, rows: () => each(made) };
      const bom = c.req.query('bom') !== '0';
      return sendPieces(c, { type, name: `${title}.${format}` }, () => plainTable(table, format, { bom }));
    },
  });
}

/** What writes tables takes rows as they come. */
async function* each(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<Row> {
  yield* rows;
}

/** A head for each word, in the language of the reader. */
export const heads = (...words: readonly (readonly [zh: string, en: string, width: number])[]): readonly Head[] =>
  words.map(([zh, en, width]) => ({ zh, en, width }));
