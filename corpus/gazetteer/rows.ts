import { z } from 'zod';

/** The level of a division: a municipality (北京, 上海 …) is a province. */
export const levels = ['province', 'prefecture', 'county'] as const;
export type Level = (typeof levels)[number];

export const PARK_LEVELS = ['国家级', '省级', '市级'] as const;

/** The schemas of the data files' rows. The build has checked these, so most calls of the program need no schema: they are made when first asked for. */
function makeSchemas() {
  const names = z.array(z.string().min(2)).default([]);
  const code = z.string().regex(/^\d{6}$/);

  const divisionSchema = z.object({
    code: code.describe('GB/T 2260'),
    name: z.string().min(2),
    short: z
      .string()
      .min(2)
      .describe('the name without 省, 市, 县 …; the whole name where that would be another place or one character'),
    level: z.enum(levels),
    parent: code.nullable(),
    source: z.string().min(1),
    abbr: z.array(z.string().length(1)).default([]).describe('one-character names of a province'),
    shorts: names.describe('further short names'),
    former: names.describe('former names'),
    earlier: z
      .object({ name: z.string().min(2), short: z.string().min(2), until: z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/) })
      .nullable()
      .default(null)
      .describe('official name that it surely bore before that month or day'),
    ordinary: z.boolean().default(false).describe('the short name is an ordinary word too'),
    until: z.string().nullable().default(null).describe('month in which it was abolished'),
  });

  const parkSchema = z.object({
    id: z.string().min(1),
    name: z.string().min(3).describe('official name'),
    name_before: z.string().nullable().default(null).describe('official name until `since`'),
    since: z.string().nullable().default(null).describe('month in which it got its present name or rank'),
    status: z.enum(['active', 'merged']).default('active'),
    level: z.enum(PARK_LEVELS).nullable().default(null),
    category: z.string().min(1),
    city_code: code,
    county_code: code.nullable(),
    span_codes: z.array(code).default([]).describe('further counties it lies in'),
    parent_park: z.string().nullable().default(null),
    aliases: names,
    local_aliases: names.describe('names by which only its own province knows it'),
    former_names: names,
    variant_aliases: names.describe('forms with another type word that nobody has seen: the last resort'),
    ambiguous_aliases: names.describe('forms that mean this park only inside its own place'),
    sub_parks: names.describe('named parts of it'),
    confidence: z.enum(['high', 'medium', 'low']).default('medium'),
    by_rule: z.boolean().default(false).describe('made of a zone; its place may hold zones of the type that nobody listed'),
    source: z.string().min(1),
  });

  /** A zone known by its official name only; its short forms are made by rule. */
  const zoneSchema = z.object({
    id: z.string().min(1),
    name: z.string().min(3),
    category: z.string().min(1),
    place_code: code,
    level: z.enum(PARK_LEVELS).nullable().default(null),
    aliases: names.describe('forms that no rule gives'),
    note: z.string().optional().describe('what is not sure of the row'),
    source: z.string().min(1),
  });

  const areaSchema = z.object({
    names: z.array(z.string().min(2)).min(1),
    code: code.nullable().default(null).describe('the province that it is a part of, null where it spans several'),
    source: z.string().min(1),
  });

  const bodySchema = z.object({
    id: z.string().min(1),
    name: z.string().min(3),
    place_code: code,
    aliases: names,
    since: z.string().nullable().default(null).describe('month from which it bears the name'),
    until: z.string().nullable().default(null).describe('month in which it ended'),
    source: z.string().min(1),
  });

  const byLevel = z.object({ province: z.string(), prefecture: z.string(), county: z.string() }).partial();

  const departmentSchema = z.object({
    full: z.string().min(2).describe('stem of the full name'),
    short: z.array(z.string().min(2)).describe('stems that notices write instead'),
    local: z
      .array(
        z.strictObject({
          provinces: z.array(z.string().length(2)),
          levels: z.array(z.enum(levels)),
          of: z.array(z.string().min(2)).optional().describe('the written stems it is for; by default the short ones'),
          until: z.string().optional().describe('day before which it was so'),
          full: z.string().min(2),
        }),
      )
      .default([])
      .describe('full stems that a written one has in some provinces'),
    end: byLevel.describe('the ending where the text gives none (市工信部门)'),
    ends: z.array(z.string()).nullable().default(null).describe('the only endings that this stem takes'),
    source: z.string().min(1),
  });

  const templateSchema = z.object({
    forms: z.array(z.string().includes('{p}')).min(1).describe('written forms; {p} stands for the place or its level word'),
    full: z.string().min(2).describe('the full name, with {place}, {short}, or {province} for the short name of the province'),
    province: z.string().optional(),
    prefecture: z.string().optional(),
    capital: z.string().optional().describe('of the city in which a province has its capital'),
    only: z.array(z.string().length(2)).optional().describe('the provinces that have such organs'),
    not: z.array(z.string().length(2)).optional().describe('the provinces that have none'),
    source: z.string().min(1),
  });

  const nationalSchema = z.object({ name: z.string().min(2), aliases: names, source: z.string().min(1) });

  const organsSchema = z.object({
    departments: z.array(departmentSchema),
    templates: z.array(templateSchema),
    national: z.array(nationalSchema),
  });
  return {
    division: divisionSchema,
    park: parkSchema,
    zone: zoneSchema,
    area: areaSchema,
    body: bodySchema,
    organs: organsSchema,
    department: departmentSchema,
    template: templateSchema,
    national: nationalSchema,
  };
}

type Schemas = ReturnType<typeof makeSchemas>;
let made: Schemas | null = null;

export function schemas(): Schemas {
  return (made ??= makeSchemas());
}

export type Division = z.infer<Schemas['division']>;
export type Park = z.infer<Schemas['park']>;
export type Zone = z.infer<Schemas['zone']>;
export type Area = z.infer<Schemas['area']>;
export type Body = z.infer<Schemas['body']>;
export type Department = z.infer<Schemas['department']>;
export type Template = z.infer<Schemas['template']>;
export type NationalOrgan = z.infer<Schemas['national']>;
export type Organs = z.infer<Schemas['organs']>;

/** The part of a data file that is read: its rows; the head (`about`, `sources`) is for people. */
export function rowsOf<S extends z.ZodType>(row: S) {
  return z.object({ rows: z.array(row) });
}
