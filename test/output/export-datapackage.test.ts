import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportStore, type ExportOptions } from '../../output/index.js';
import { freshStore, input, notice, scratch } from './fixture.js';

const profile = z
  .record(z.string(), z.unknown())
  .parse(
    JSON.parse(
      gunzipSync(readFileSync(new URL('fixtures/frictionless/tabular-data-package.json.gz', import.meta.url))).toString(),
    ),
  );
// It names draft 4 of JSON Schema, and uses nothing in which later drafts differ.
const schema = Object.fromEntries(Object.entries(profile).filter(([name]) => name !== '$schema'));
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

const fieldSchema = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'object', 'array', 'any']),
  constraints: z
    .object({ required: z.boolean(), enum: z.array(z.string()), pattern: z.string() })
    .partial()
    .default({}),
});
const keySchema = z.object({ fields: z.string(), reference: z.object({ resource: z.string(), fields: z.string() }) });
const packageSchema = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      schema: z.object({
        fields: z.array(fieldSchema),
        primaryKey: z.union([z.string(), z.array(z.string())]),
        foreignKeys: z.array(keySchema).default([]),
      }),
    }),
  ),
});
type Field = z.infer<typeof fieldSchema>;
type Row = Record<string, string>;

async function packed(options: Partial<ExportOptions> = {}, names = ['a.txt', 'b.txt']) {
  const store = await freshStore();
  for (const name of names) await store.put(input(name));
  await store.link();
  const outDir = await scratch();
  await exportStore(store, { format: 'datapackage', outDir, ...options });
  const text = await readFile(join(outDir, 'datapackage.json'), 'utf8');
  const { resources } = packageSchema.parse(JSON.parse(text));
  const rows = new Map<string, Row[]>();
  for (const { name, path } of resources) {
    rows.set(name, parse(await readFile(join(outDir, path)), { columns: true, record_delimiter: '\r\n' }));
  }
  return { outDir, descriptor: JSON.parse(text) as unknown, resources, rows };
}

/** Whether a cell is what its field says, as Table Schema has it. */
function holds({ type, constraints }: Field, cell: string): boolean {
  if (cell === '') return constraints.required !== true;
  if (constraints.enum && !constraints.enum.includes(cell)) return false;
  if (constraints.pattern !== undefined && !new RegExp(constraints.pattern).test(cell)) return false;
  switch (type) {
    case 'integer':
      return /^-?\d+$/.test(cell);
    case 'number':
      return Number.isFinite(Number(cell));
    case 'boolean':
      return cell === 'true' || cell === 'false';
    case 'object':
      return z.record(z.string(), z.unknown()).safeParse(JSON.parse(cell)).success;
    case 'array':
      return Array.isArray(JSON.parse(cell));
    case 'string':
    case 'any':
      return true;
  }
}

function brokenKeys({ resources, rows }: Awaited<ReturnType<typeof packed>>): string[] {
  return resources.flatMap(({ name, schema: { foreignKeys } }) =>
    foreignKeys.flatMap(({ fields, reference }) => {
      const known = new Set(rows.get(reference.resource)?.map((row) => row[reference.fields]));
      const cells = (rows.get(name) ?? []).map((row) => row[fields] ?? '');
      return cells.filter((cell) => cell !== '' && !known.has(cell)).map((cell) => `${name}.${fields}: ${cell}`);
    }),
  );
}

describe('a data package', () => {
  test('is what the published profile asks for', async () => {
    const { descriptor } = await packed();
    validate(descriptor);
    expect(validate.errors).toBeNull();
    expect(validate({ ...(descriptor as object), resources: [{ name: 'x' }] })).toBe(false);
  });

  test('every file is a resource, and every cell is of its field’s type', async () => {
    const { outDir, resources, rows } = await packed();
    const files = (await readdir(outDir)).filter((name) => name.endsWith('.csv'));
    expect(resources.map(({ path }) => path).toSorted()).toEqual(files.toSorted());
    for (const { name, schema: table } of resources) {
      const own = rows.get(name) ?? [];
      for (const row of own) {
        expect(Object.keys(row)).toEqual(table.fields.map((field) => field.name));
        for (const field of table.fields)
          expect(holds(field, row[field.name] ?? ''), `${name}.${field.name}: ${row[field.name] ?? ''}`).toBe(true);
      }
      const key = [table.primaryKey].flat();
      expect(new Set(own.map((row) => JSON.stringify(key.map((column) => row[column])))).size).toBe(own.length);
    }
    expect(rows.get('cluster_entities_mentions')).toHaveLength(2);
  });

  test('every foreign key holds', async () => {
    const made = await packed();
    expect(made.resources.flatMap((each) => each.schema.foreignKeys).length).toBeGreaterThan(20);
    expect(brokenKeys(made)).toEqual([]);
  });

  test.each([
    ['a notice', { filter: { notice: 'a.txt' } }, 1],
    ['a place that only clusters have', { filter: { place: '浮梁' } }, 2],
    ['a year that nothing has', { filter: { year: 1999 } }, 2],
    ['one type', { types: ['obligations'] }, 0],
  ] as const)('also of %s', async (_, options, notices) => {
    const made = await packed({ ...options, types: 'types' in options ? [...options.types] : null });
    expect(brokenKeys(made)).toEqual([]);
    expect(made.rows.get('notices')?.length ?? 0).toBe(notices);
    expect(validate(made.descriptor)).toBe(true);
  });

  test('is for machines: bare values, no BOM', async () => {
    const store = await freshStore();
    const made = notice('x');
    made.records.projects = made.records.projects.map((project) => ({ ...project, name: '=1+1' }));
    await store.put(input('x.txt', { notices: [made] }));
    const outDir = await scratch();
    await exportStore(store, { format: 'datapackage', outDir });
    const text = await readFile(join(outDir, 'projects.csv'), 'utf8');
    expect(text).toMatch(/^id,/);
    expect(text).toContain(',=1+1,');
  });
});
