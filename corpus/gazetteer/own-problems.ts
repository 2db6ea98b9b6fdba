/** What may be wrong with a user's gazetteer, with the sentence for it; `detail` is what the sentence is about. */
const PROBLEMS = {
  unreadable: (detail: string) => detail,
  missing_columns: (detail: string) => `the first line lacks ${detail}`,
  unknown_columns: (detail: string) => `no such columns, beside those that are known: ${detail}`,
  no_id: () => 'an id without spaces is asked for',
  same_id: (detail: string) => `stands in line ${detail} already`,
  place_id: () => 'of a place must be its GB/T 2260 code of six digits',
  bad_kind: () => 'must be park, place or organ',
  no_name: () => 'an official name is asked for',
  short_alias: () => 'an alias must have two characters',
  name_taken: (detail: string) => `${detail} already`,
  bad_code: () => 'must be a GB/T 2260 code of six digits',
  no_place: () => 'is asked for',
  unknown_place: (detail: string) => `no place has the code ${detail}`,
  bad_level: (detail: string) => `must be ${detail}`,
  not_a_date: () => 'must be a year, month or day such as 2024, 2024-10 or 2024-10-01, or nothing',
  too_late: () => 'must be later than valid_from',
  no_source: () => 'where the row is from is asked for',
} satisfies Record<string, (detail: string) => string>;
export type GazetteerProblemCode = keyof typeof PROBLEMS;

/** What is wrong with a user's gazetteer, at which line. */
export interface GazetteerProblem {
  line: number;
  column: string | null;
  code: GazetteerProblemCode;
  /** the value, column, line or words that the problem is about */
  detail: string;
}

/** A user's gazetteer that cannot be used; all that is wrong with it is told at once. */
export class GazetteerFileError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly GazetteerProblem[],
  ) {
    super(problems.map((problem) => sentenceOf(file, problem)).join('\n'));
    this.name = 'GazetteerFileError';
  }
}

function sentenceOf(file: string, { line, column, code, detail }: GazetteerProblem): string {
  const sentence: (detail: string) => string = PROBLEMS[code];
  return `${file}, line ${line}${column === null ? '' : `, ${column}`}: ${sentence(detail)}`;
}

/** A problem from a message that begins with its code; any other message is told as it is. */
export function problemOf(line: number, column: string | null, message: string): GazetteerProblem {
  const [code = '', ...words] = message.split(' ');
  return isCode(code) ? { line, column, code, detail: words.join(' ') } : { line, column, code: 'unreadable', detail: message };
}

function isCode(word: string): word is GazetteerProblemCode {
  return word in PROBLEMS;
}
