import { z } from 'zod';
import { StoreError, type StoreErrorCode } from '../../output/index.js';
import { placeChoices, SeveralPlaces } from '../../questions/index.js';

/** The statuses of errors that we answer with. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 410 | 413 | 416 | 500 | 503;

interface Details {
  /** what to do about it */
  hint: string;
  /** the parameter that is wrong */
  parameter?: string;
  headers?: Readonly<Record<string, string>>;
}

/** Something that the one who asks is to know: `code` is stable, for programs; the message and the hint are for people. */
export class ApiError extends Error {
  readonly hint: string;
  readonly parameter: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: ErrorStatus,
    readonly code: string,
    message: string,
    { hint, parameter, headers = {} }: Details,
  ) {
    super(message);
    this.name = 'ApiError';
    this.hint = hint;
    this.parameter = parameter;
    this.headers = headers;
  }
}

/** The one shape of all errors. */
export const errorSchema = z.object({
  error: z.object({
    code: z.string().describe('stable, for programs: unknown_parameter, invalid_parameter, not_found …'),
    message: z.string().describe('what is wrong, for people'),
    hint: z.string().describe('what to do about it'),
    parameter: z.string().optional().describe('the parameter that is wrong'),
  }),
  status: z.int().describe('the HTTP status once more'),
});

/** What the answer tells of an error. */
export function errorBody({ code, message, hint, parameter, status }: ApiError): z.infer<typeof errorSchema> {
  return { error: { code, message, hint, ...(parameter === undefined ? {} : { parameter }) }, status };
}

/** What a caller can do something about; all others mean that the store cannot be used now. */
const STORE_STATUS: Partial<Record<StoreErrorCode, ErrorStatus>> = { invalid_query: 400, unknown_cursor: 400 };
const STORE_MESSAGES: Partial<Record<StoreErrorCode, string>> = {
  locked: 'The store is in use by another program.',
  damaged: 'The store is damaged.',
};

/**
 * Any error as one that can be answered with, null where it is a fault of the program. What the store says of its file holds a path of
 * the host: only what concerns the question is passed on.
 */
export function answerable(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  if (error instanceof SeveralPlaces) return severalPlaces(error);
  if (!(error instanceof StoreError)) return null;
  const status = STORE_STATUS[error.code];
  if (status !== undefined) return new ApiError(status, error.code, error.message, { hint: error.hint });
  if (error.code === 'given_up') return tooSlow();
  return new ApiError(503, 'store_unavailable', STORE_MESSAGES[error.code] ?? 'The store cannot be read now.', {
    hint: 'Try again later; whoever runs the server finds the cause in its log.',
    headers: { 'retry-after': '5' },
  });
}

function severalPlaces(error: SeveralPlaces): ApiError {
  const choices = placeChoices(error).map(({ code, name }) => `${code} ${name}`);
  return new ApiError(400, 'invalid_parameter', `“${error.place}” may be several places.`, {
    parameter: 'place',
    hint: `Give the code of one: ${choices.join(', ')}.`,
  });
}

/** The answer is not there in time. */
export function tooSlow(longest?: number): ApiError {
  const words = longest === undefined ? 'The answer took too long.' : `The answer took longer than ${longest / 1000} seconds.`;
  return new ApiError(503, 'too_slow', words, {
    hint: 'Ask for less: a narrower filter, a smaller limit.',
    headers: { 'retry-after': '10' },
  });
}

/** A fault of the program: what it is stands in the log of the server. */
export function fault(): ApiError {
  return new ApiError(500, 'failed', 'The server failed at this question.', {
    hint: 'It is a fault of the program: tell whoever runs the server the address that you asked.',
  });
}

export function notFound(what: string, hint: string): ApiError {
  return new ApiError(404, 'not_found', what, { hint });
}
