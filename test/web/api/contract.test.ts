import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TestSite } from '../support.js';
import { Contract, documentSchema, followed, operationsOf, referencesIn, type Placed } from './document.js';

const test = new TestSite();
let ask: ReturnType<TestSite['asker']>;
let contract: Contract;
let operations: Placed[];
const ids = new Map<string, string>();

beforeAll(async () => {
  ask = test.asker({ originals: [test.originals] });
  contract = new Contract(documentSchema.parse(await (await ask('/openapi.json')).json()));
  operations = operationsOf(contract.document);
  const page = z.object({ records: z.array(z.object({ id: z.string() })) });
  for (const { path, method } of operations) {
    const type = /^\/api\/v1\/(\w+)\/\{id\}$/.exec(path)?.[1];
    if (method !== 'get' || type === undefined || type === 'entities') continue;
    ids.set(type, page.parse(await (await ask(`/api/v1/${type}?limit=1`)).json()).records[0]?.id ?? 'none');
  }
  ids.set('entities', '360200');
  ids.set('reconcile', '360200');
});

/** A value that each parameter takes and some record satisfies or not. */
const VALUES: Record<string, string> = {
  ...{
    q: '产业',
    type: '',
    place: '景德镇市',
    issuer: '人民政府',
    issued_after: '2020',
    issued_before: '2027-12',
    kind: '通知',
    status: '有效',
  },
  ...{
    once: '1',
    industry: '陶瓷',
    park: '高新',
    year: '2025',
    grade: '优秀',
    indicator: '企业',
    unit: '市工信局',
    role: 'lead',
  },
  ...{
    due_before: '2030',
    due_after: '2020',
    table: '项目清单',
    area: '昌江区',
    investment_min: '1',
    investment_max: '999999999999',
  },
  ...{
    start_year: '2026',
    end_year: '2028',
    check: 'sum',
    severity: 'info',
    limit: '2',
    cursor: '',
    sort: 'id',
    lang: 'en',
    bom: '0',
    version: '1',
  },
  ...{ name: '市工信局', in: '景德镇市', date: '2024', since: 'start', by: 'issued_year', sum: '', notice: 'clusters.txt' },
  ...{ prefix: '景德', queries: '{"q0":{"query":"景德镇市","type":"place"}}', extend: '' },
};

function addressOf({ path }: Placed): string {
  const type = /^\/(?:api\/v1\/)?(\w+)\//.exec(path)?.[1] ?? '';
  return path.replace('{id}', encodeURIComponent(ids.get(type) ?? ''));
}

/** The request of an operation, with the parameters of these names. */
function request(operation: Placed, names: readonly string[]): [string, RequestInit] {
  const query = new URLSearchParams(names.map((name): [string, string] => [name, VALUES[name] ?? '']));
  const address = `${addressOf(operation)}${names.length > 0 ? `?${query.toString()}` : ''}`;
  const body = new URLSearchParams({ queries: VALUES['queries'] ?? '' });
  return [address, operation.method === 'post' ? { method: 'POST', body } : {}];
}

const named = ({ parameters }: Placed, which: (parameter: Placed['parameters'][number]) => boolean): string[] =>
  parameters.filter((parameter) => parameter.in === 'query' && which(parameter)).map(({ name }) => name);

describe('the OpenAPI document', () => {
  it('is one of version 3.1: every part known, operations told apart, references leading somewhere', () => {
    expect(operations.length).toBeGreaterThan(70);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    const tags = contract.document.tags.map(({ name }) => name);
    const nowhere = referencesIn(contract.document).filter((ref) => followed(contract.document, ref) === undefined);
    expect(nowhere).toEqual([]);
    for (const { path, parameters, tags: own } of operations) {
      expect(tags).toContain(own[0]);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((each) => each.in === 'path' && each.required).map(({ name }) => name)).toEqual(inPath);
      expect(new Set(parameters.map((each) => `${each.in} ${each.name}`)).size).toBe(parameters.length);
    }
  });

  it('has schemas of JSON Schema 2020-12, without the marks of the store', () => {
    expect(contract.schemaErrors()).toEqual([]);
    expect(Object.keys(contract.document.components.schemas)).toEqual(expect.arrayContaining(['Notice', 'Obligation', 'Error']));
    const text = JSON.stringify(contract.document);
    for (const mark of ['"bulky"', '"composed"', '"resolved"', '"index":true']) expect(text).not.toContain(mark);
  });

  it('names a value for every parameter here, so that each is asked for', () => {
    const all = new Set(operations.flatMap((operation) => named(operation, () => true)));
    expect([...all].filter((name) => !(name in VALUES))).toEqual([]);
  });
});

describe('every operation', () => {
  it('answers as the document says, plainly and with all of its parameters', async () => {
    const reached = new Set<string>();
    for (const operation of operations) {
      for (const which of [({ required }: { required: boolean }) => required, () => true]) {
        const answer = await ask(...request(operation, named(operation, which)));
        expect(answer.status, `${operation.path} ${await answer.clone().text()}`.slice(0, 400)).toBe(200);
        await contract.expect(answer, operation);
        reached.add(operation.operationId);
      }
    }
    expect(reached.size).toBe(operations.length);
    expect(test.failures).toEqual([]);
  });

  it('answers HEAD with the head alone, and a tag that it has given with 304', async () => {
    for (const operation of operations.filter(({ method }) => method === 'get')) {
      const [address] = request(
        operation,
        named(operation, ({ required }) => required),
      );
      const head = await ask(address, { method: 'HEAD' });
      expect([head.status, await head.text()], operation.path).toEqual([200, '']);
      const tag = head.headers.get('etag');
      if (operation.responses['304']) expect(tag, operation.path).not.toBeNull();
      if (tag === null) continue;
      const again = await ask(address, { headers: { 'if-none-match': tag } });
      expect([again.status, await again.text()], operation.path).toEqual([304, '']);
    }
  });

  it('refuses a parameter that it does not have, and one that is given twice, by name', async () => {
    for (const operation of operations.filter(({ tags }) => tags[0] !== 'reconciliation')) {
      const [address] = request(
        operation,
        named(operation, ({ required }) => required),
      );
      const add = address.includes('?') ? '&' : '?';
      for (const [more, code, parameter] of [
        ['nosuch=1', 'unknown_parameter', 'nosuch'],
        ['lang=zh&lang=en', 'repeated_parameter', 'lang'],
        ['lang=fr', 'invalid_parameter', 'lang'],
      ] as const) {
        const answer = await ask(`${address}${add}${more}`);
        expect(answer.status, operation.path).toBe(400);
        expect(await contract.expect(answer, operation)).toMatchObject({ error: { code, parameter }, status: 400 });
      }
    }
  });

  it('says where there is none of an id', async () => {
    for (const operation of operations.filter(({ path }) => path.includes('{id}'))) {
      const answer = await ask(operation.path.replace('{id}', 'no%20such%3Aid'));
      expect(answer.status, operation.path).toBe(404);
      expect(await contract.expect(answer, operation)).toMatchObject({ error: { code: 'not_found' } });
    }
  });

  it('tells which methods an address takes', async () => {
    for (const { path } of operations) {
      const answer = await ask(path.replace('{id}', 'x'), { method: 'DELETE' });
      expect(answer.status, path).toBe(405);
      expect(answer.headers.get('allow')).toMatch(/^GET, HEAD/);
    }
  });
});

describe('whatever a program asks', () => {
  it('gets an answer of the document, and never an error of ours', async () => {
    const known = fc.constantFrom(...operations.filter(({ method }) => method === 'get'));
    const value = fc.oneof(
      fc.constantFrom(...Object.values(VALUES)),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(
        known,
        fc.array(fc.tuple(fc.nat(), value), { maxLength: 4 }),
        fc.string({ maxLength: 20 }),
        async (operation, picks, id) => {
          const names = named(operation, () => true);
          const pairs = picks.map(([n, each]): [string, string] => [names[n % names.length] ?? 'lang', each]);
          const query = new URLSearchParams(pairs);
          const answer = await ask(`${operation.path.replace('{id}', encodeURIComponent(id || '~'))}?${query.toString()}`);
          expect([200, 400, 404], `${operation.path}?${query.toString()}`).toContain(answer.status);
          // `.` and `..` lead to another address.
          if (!['.', '..'].includes(id) || !operation.path.includes('{id}')) await contract.expect(answer, operation);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
    expect(test.failures).toEqual([]);
  });
});
