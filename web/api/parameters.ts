import { z } from 'zod';
import { ApiError } from './errors.js';

// Parameters come as text; each is read by a schema whose output says what it means, and the OpenAPI document is made of that.

/** Longest value of a parameter, in characters. */
const LONGEST = 1000;

export const text = (description: string) => z.string().max(LONGEST).describe(description);

/** A cursor that we have given; it may hold a value of a record. */
export const cursor = (description: string) => z.string().max(LONGEST_CURSOR).describe(description);
const LONGEST_CURSOR = 8000;

export const whole = (description: string, { min = 0, max = 999_999_999_999_999 } = {}) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'expected a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .describe(description);

/** An amount: digits, with a decimal point if need be. */
export const amount = (description: string) =>
  z
    .string()
    .regex(/^\d{1,15}(\.\d{1,6})?$/, 'expected a number')
    .transform(Number)
    .pipe(z.number().min(0))
    .describe(description);

/** A date to the precision given. */
export const date = (description: string) =>
  z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'expected 2026, 2026-06 or 2026-06-30')
    .describe(description);

/** `1` for yes, `0` for no. */
export const yesNo = (description: string) => z.enum(['0', '1']).describe(description);

/** The values between commas, of the kinds that are known. */
export const several = <T extends string>(known: readonly [T, ...T[]], description: string) =>
  z
    .string()
    .max(LONGEST)
    .transform((value) => value.split(','))
    .pipe(z.array(z.enum(known)).min(1))
    .describe(description);

/** What every address takes. */
export const common = {
  lang: z
    .enum(['zh', 'en'])
    .optional()
    .describe('language of what is said in words (messages of findings, heads of tables); else what Accept-Language asks for'),
};

/** How the parameters of an address are read. */
export interface Reading {
  /** what an address calls with besides is nobody’s mistake: a specification lets its clients send more */
  open: boolean;
}

/**
 * The parameters of an address, by name. An empty value counts as none, as forms send all their fields.
 * @throws ApiError 400 that names the parameter: one that there is not, one that is given twice, one whose value cannot be read
 */
export function readParameters<S extends z.ZodObject>(schema: S, given: URLSearchParams, { open }: Reading): z.output<S> {
  const values: Record<string, string> = {};
  const known = Object.keys(schema.shape);
  for (const name of new Set(given.keys())) {
    const all = given.getAll(name);
    if (!known.includes(name)) {
      if (open) continue;
      throw unknownParameter(name, known);
    }
    if (all.length > 1) throw wrong(name, 'repeated_parameter', `“${name}” is given ${all.length} times.`, 'Give it once.');
    if (all[0] !== undefined && all[0] !== '') values[name] = all[0];
  }
  const read = schema.safeParse(values);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const name = String(issue?.path[0] ?? '');
  if (!(name in values)) {
    throw wrong(name, 'missing_parameter', `“${name}” is missing.`, describe(schema, name));
  }
  const shown = shorten(values[name] ?? '');
  throw wrong(name, 'invalid_parameter', `“${shown}” is no value of “${name}”: ${issue?.message ?? ''}`, describe(schema, name));
}

function unknownParameter(name: string, known: readonly string[]): ApiError {
  const hint = known.length > 0 ? `The parameters of this address are ${known.join(', ')}.` : 'This address takes no parameters.';
  return wrong(shorten(name), 'unknown_parameter', `There is no parameter “${shorten(name)}” here.`, hint);
}

function describe(schema: z.ZodObject, name: string): string {
  return `${name}: ${said(schema.shape[name])}.`;
}

/** What a parameter says of itself, also where it may be left out. */
export function said(field: unknown): string {
  const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
  const own = field instanceof z.ZodType ? field.description : undefined;
  return own ?? (inner instanceof z.ZodType ? inner.description : undefined) ?? '';
}

function wrong(parameter: string, code: string, message: string, hint: string): ApiError {
  return new ApiError(400, code, message, { hint, parameter });
}

const SHOWN = 60;

function shorten(value: string): string {
  return value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
}
