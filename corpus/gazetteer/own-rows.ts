import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { levels, PARK_LEVELS } from './rows.js';
import { GazetteerFileError, problemOf, type GazetteerProblem, type GazetteerProblemCode } from './own-problems.js';

/** A user's gazetteer: rows that are added to those of the program. */
export interface GazetteerFile {
  /** for messages */
  name: string;
  text: string;
}

/** A problem's code with its detail, as the message of a schema's issue. */
const issue = (code: GazetteerProblemCode, detail = ''): string => `${code} ${detail}`;

const LEVELS = {
  park: PARK_LEVELS,
  place: levels,
  organ: [],
} as const;

/** The schema of one row as a user writes it; made when a file of rows is read. */
function makeRowSchema() {
  const day = z
    .string()
    .regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/u, issue('not_a_date'))
    .transform((text) => (text === '' ? null : text));
  return z
    .strictObject({
      id: z
        .string()
        .regex(/^\S+$/u, issue('no_id'))
        .describe('its own, or that of a built-in row, which it then replaces; a place’s is its GB/T 2260 code'),
      kind: z.enum(['park', 'place', 'organ'], issue('bad_kind')),
      name: z.string().trim().min(2, issue('no_name')).describe('official name'),
      aliases: z
        .string()
        .default('')
        .transform((text) =>
          text
            .split(/[;；]/u)
            .map((one) => one.trim())
            .filter((one) => one !== ''),
        )
        .pipe(z.array(z.string().min(2, issue('short_alias'))))
        .describe('other names, separated by ;'),
      place_code: z
        .string()
        .regex(/^(?:\d{6})?$/u, issue('bad_code'))
        .describe('where it is, or for a place what it is a part of; empty for a national organ or a province'),
      level: z
        .string()
        .default('')
        .describe('of a park 国家级, 省级 or 市级; of a place province, prefecture or county; of an organ nothing'),
      valid_from: day.default(null).describe('when it got this name'),
      valid_to: day.default(null).describe('when it ended'),
      source: z.string().min(1, issue('no_source')).describe('where the row is from'),
    })
    .superRefine((row, context) => {
      const fail = (path: keyof typeof row, message: string) => {
        context.addIssue({ code: 'custom', path: [path], message });
      };
      const levels: readonly string[] = LEVELS[row.kind];
      const required = row.kind === 'place';
      const allowed = [...levels, ...(required ? [] : ['empty'])].join(', ');
      if (row.level === '' ? required : !levels.includes(row.level)) fail('level', issue('bad_level', allowed));
      if (row.kind === 'place' && !/^\d{6}$/u.test(row.id)) fail('id', issue('place_id'));
      if (row.kind === 'park' && row.place_code === '') fail('place_code', issue('no_place'));
      if (row.kind === 'place' && (row.place_code === '') !== (row.level === 'province')) fail('place_code', issue('no_place'));
      if (row.valid_from !== null && row.valid_to !== null && row.valid_to <= row.valid_from) fail('valid_to', issue('too_late'));
    });
}
type RowSchema = ReturnType<typeof makeRowSchema>;
export type OwnRow = z.output<RowSchema>;

let made: RowSchema | null = null;
const rowSchema = (): RowSchema => (made ??= makeRowSchema());

const REQUIRED = ['id', 'kind', 'name', 'place_code', 'source'];

/** A row as the package gives it. */
const parsedRows = () => z.array(z.object({ info: z.object({ lines: z.number() }), record: z.record(z.string(), z.string()) }));

/**
 * The rows of a user's CSV file, with the lines on which they end.
 * @throws GazetteerFileError with all problems of the file
 */
export function readOwnRows(file: GazetteerFile): { row: OwnRow; line: number }[] {
  const problems: GazetteerProblem[] = [];
  const rows: { row: OwnRow; line: number }[] = [];
  const firstLine = new Map<string, number>();
  for (const { info, record } of parsed(file)) {
    const line = info.lines;
    const result = rowSchema().safeParse(record);
    if (!result.success) {
      for (const { path, message } of result.error.issues)
        problems.push(problemOf(line, path[0] === undefined ? null : String(path[0]), message));
      continue;
    }
    const { id } = result.data;
    const first = firstLine.get(id);
    if (first === undefined) rows.push({ row: result.data, line });
    else problems.push({ line, column: 'id', code: 'same_id', detail: String(first) });
    firstLine.set(id, first ?? line);
  }
  if (problems.length > 0) throw new GazetteerFileError(file.name, problems);
  return rows;
}

function parsed({ name, text }: GazetteerFile): z.infer<ReturnType<typeof parsedRows>> {
  try {
    const options = { bom: true, info: true, trim: true, skip_empty_lines: true } as const;
    return parsedRows().parse(parse(text, { ...options, columns: (head: string[]) => checkedHead(name, head) }));
  } catch (error) {
    if (error instanceof CsvError) {
      const line = z.object({ lines: z.number() }).safeParse(error);
      throw new GazetteerFileError(name, [problemOf(line.success ? line.data.lines : 1, null, error.message)]);
    }
    throw error;
  }
}

function checkedHead(file: string, head: readonly string[]): string[] {
  const columns = Object.keys(rowSchema().shape);
  const missing = REQUIRED.filter((column) => !head.includes(column));
  const unknown = head.filter((column) => !columns.includes(column));
  const problems = [
    ...(missing.length > 0 ? [problemOf(1, null, issue('missing_columns', missing.join(', ')))] : []),
    ...(unknown.length > 0
      ? [problemOf(1, null, issue('unknown_columns', `${unknown.join(', ')} (${columns.join(', ')})`))]
      : []),
  ];
  if (problems.length > 0) throw new GazetteerFileError(file, problems);
  return [...head];
}
