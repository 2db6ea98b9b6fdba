import { z } from 'zod';
import {
  LINK_TYPES,
  marksOf,
  RECORD_TYPES,
  resolutionSchema,
  type FieldMarks,
  type LinkTypeName,
  type RecordTypeName,
} from '../schemas/index.js';

/** What a field holds, in the words that SQL tables, CSV files and the docs share. */
export type ValueKind = 'text' | 'integer' | 'number' | 'boolean' | 'json';

/** A field with one value. */
export interface ScalarField {
  kind: 'scalar';
  name: string;
  value: ValueKind;
  nullable: boolean;
  /** the only values it takes, where the schema lists them */
  choices: readonly string[] | null;
  /** of a JSON field: what stands in it */
  json: 'array' | 'object' | 'any' | null;
  /** whether it holds a date, to the year, the month or the day */
  date: boolean;
  marks: FieldMarks;
}

/** A list field that has a table of its own: of strings (`items` null) or of objects. */
export interface ListField {
  kind: 'list';
  name: string;
  items: ScalarField[] | null;
  marks: FieldMarks;
}

export type Field = ScalarField | ListField;

/** Something that is kept in tables and exported: its fields in the order of the schema. */
export interface Model {
  name: string;
  title: { zh: string; en: string };
  description: string;
  fields: Field[];
}

/** A record type as tables, exports and docs see it. */
export interface RecordModel extends Model {
  name: RecordTypeName;
}

/** What the pass over the whole store makes, as tables, exports and docs see it. */
export interface LinkModel extends Model {
  name: LinkTypeName;
}

/** The models of all record types, read off their schemas. */
export const MODELS: Record<RecordTypeName, RecordModel> = {
  notices: modelOf('notices'),
  clusters: modelOf('clusters'),
  ratings: modelOf('ratings'),
  targets: modelOf('targets'),
  obligations: modelOf('obligations'),
  projects: modelOf('projects'),
  observations: modelOf('observations'),
  findings: modelOf('findings'),
};
export const ALL_MODELS: RecordModel[] = Object.values(MODELS);

/** The models of what the pass over the whole store makes. */
export const LINK_MODELS: { readonly [T in LinkTypeName]: LinkModel } = {
  cluster_entities: linkModelOf('cluster_entities'),
  citation_links: linkModelOf('citation_links'),
  attachment_links: linkModelOf('attachment_links'),
};
export const ALL_LINK_MODELS: readonly LinkModel[] = Object.values(LINK_MODELS);

/** The fields of a resolution: what a row of the table beside the records holds. */
export const RESOLUTION_FIELDS: ScalarField[] = scalarsOf(resolutionSchema);

export function isList(field: Field): field is ListField {
  return field.kind === 'list';
}

/** Whether a field's value stands in the record's own row: not composed, resolved or listed elsewhere. */
export function isStored(field: Field): field is ScalarField {
  return field.kind === 'scalar' && !field.marks.composed && !field.marks.resolved;
}

function modelOf(name: RecordTypeName): RecordModel {
  const { title, description, schema } = RECORD_TYPES[name];
  return { name, title, description, fields: fieldsOf(schema.shape) };
}

function linkModelOf(name: LinkTypeName): LinkModel {
  const { title, description, schema } = LINK_TYPES[name];
  return { name, title, description, fields: fieldsOf(schema.shape) };
}

function fieldsOf(shape: Record<string, unknown>): Field[] {
  return Object.entries(shape).map(([field, type]) => fieldOf(field, type));
}

function fieldOf(name: string, type: unknown): Field {
  const marks = type instanceof z.ZodType ? marksOf(type) : {};
  if (type instanceof z.ZodArray && !marks.json) return { kind: 'list', name, items: itemsOf(name, type.element), marks };
  return scalarOf(name, type);
}

function itemsOf(name: string, element: unknown): ScalarField[] | null {
  if (element instanceof z.ZodString) return null;
  if (element instanceof z.ZodObject) return scalarsOf(element);
  throw new Error(`${name}: a list of neither strings nor objects must be marked json`);
}

function scalarsOf(schema: z.ZodObject): ScalarField[] {
  return Object.entries(schema.shape).map(([name, type]) => scalarOf(name, type));
}

function scalarOf(name: string, type: unknown): ScalarField {
  if (!(type instanceof z.ZodType)) throw new Error(`${name}: not a schema`);
  const marks = marksOf(type);
  const nullable = type.safeParse(null).success;
  const inner = type instanceof z.ZodNullable ? type.unwrap() : type;
  const choices = inner instanceof z.ZodEnum ? inner.options.map(String) : null;
  const value = marks.json ? 'json' : valueKind(name, inner);
  return {
    kind: 'scalar',
    name,
    value,
    nullable,
    choices,
    json: marks.json ? jsonKind(inner) : value === 'json' ? 'object' : null,
    date: isDate(inner),
    marks,
  };
}

function jsonKind(type: unknown): 'array' | 'object' | 'any' {
  if (type instanceof z.ZodArray) return 'array';
  return type instanceof z.ZodRecord || type instanceof z.ZodObject ? 'object' : 'any';
}

/** A text that takes dates and nothing else. */
function isDate(type: unknown): boolean {
  return type instanceof z.ZodString && type.safeParse('2021-07-08').success && !type.safeParse('text').success;
}

function valueKind(name: string, type: unknown): ValueKind {
  if (type instanceof z.ZodString || type instanceof z.ZodEnum) return 'text';
  if (type instanceof z.ZodNumber) return type.format === 'safeint' ? 'integer' : 'number';
  if (type instanceof z.ZodBoolean) return 'boolean';
  if (type instanceof z.ZodRecord) return 'json';
  throw new Error(`${name}: no column can hold it; mark it json`);
}
