import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { z } from 'zod';

// An OpenAPI document as far as the tests look at it, and how an answer is held against it.

const schema = z.record(z.string(), z.unknown());
const reference = z.strictObject({ $ref: z.string() });
const media = z.strictObject({ schema: schema.optional() });
const header = z.strictObject({ description: z.string(), schema });
const response = z.strictObject({
  description: z.string().min(1),
  headers: z.record(z.string(), header).optional(),
  content: z.record(z.string().regex(/^[\w-]+\/[\w.+-]+/), media).optional(),
});
const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  description: z.string().min(1),
  style: z.literal('form').optional(),
  explode: z.boolean().optional(),
  schema,
});
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(1),
  description: z.string().min(1).optional(),
  parameters: z.array(parameter),
  requestBody: z.strictObject({ required: z.boolean(), content: z.record(z.string(), media) }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.union([reference, response])),
});
const security = z.strictObject({ type: z.literal('http'), scheme: z.enum(['bearer', 'basic']), description: z.string() });

/** The parts of OpenAPI 3.1 (section 4.8) that our document is made of; anything else in it is a mistake. */
export const documentSchema = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    summary: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string().min(1) })),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(z.string().startsWith('/'), z.strictObject({ get: operation.optional(), post: operation.optional() })),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
    responses: z.record(z.string(), response),
    securitySchemes: z.record(z.string(), security),
  }),
});
export type OpenApi = z.output<typeof documentSchema>;
export type Operation = z.output<typeof operation>;

/** One operation with where it is. */
export interface Placed extends Operation {
  path: string;
  method: 'get' | 'post';
}

export function operationsOf({ paths }: OpenApi): Placed[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const one = item[method];
      return one ? [{ ...one, path, method }] : [];
    }),
  );
}

/** Every `$ref` of a document, wherever it stands. */
export function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === '$ref' && typeof each === 'string' ? [each] : referencesIn(each),
  );
}

/** What a reference inside a document leads to; undefined where it leads nowhere. */
export function followed(document: unknown, ref: string): unknown {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => new Map(Object.entries(at ?? {})).get(part), document);
}

/** Holds answers against the document. */
export class Contract {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: false });

  constructor(readonly document: OpenApi) {
    this.#ajv.addSchema({ $id: 'openapi.json', ...document });
  }

  /** Is every schema of the document one of JSON Schema 2020-12? */
  schemaErrors(): string[] {
    const all = [
      ...Object.values(this.document.components.schemas),
      ...operationsOf(this.document).flatMap(({ parameters }) => parameters.map((each) => each.schema)),
    ];
    return all.flatMap((each) => (this.#ajv.validateSchema(each) === true ? [] : [this.#ajv.errorsText()]));
  }

  /** Fails where an answer is not what the document says of that operation and status. Gives the body, parsed where it is JSON. */
  async expect(answer: Response, { path, method, responses }: Placed): Promise<unknown> {
    const at = `${method} ${path} ${answer.status}`;
    const described = responses[String(answer.status)];
    if (!described) throw new Error(`${at} is not in the document`);
    const ref = '$ref' in described ? described.$ref : pointer('#', 'paths', path, method, 'responses', String(answer.status));
    const { content } = response.parse('$ref' in described ? followed(this.document, described.$ref) : described);
    const body = await answer.text();
    if (!content) {
      expect(body, at).toBe('');
      return body;
    }
    const type = answer.headers.get('content-type') ?? '';
    expect(Object.keys(content), `${at} has the type ${type}`).toContain(type);
    if (type !== 'application/json') return body;
    const value: unknown = JSON.parse(body);
    const check = this.#ajv.getSchema(`openapi.json${ref}/content/application~1json/schema`);
    if (!check) throw new Error(`${at} has no schema`);
    expect(check(value) ? [] : check.errors, `${at} ${body.slice(0, 500)}`).toEqual([]);
    return value;
  }
}

function pointer(...parts: readonly string[]): string {
  return parts
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll('%23', '#'))
    .join('/');
}
