import { z } from 'zod';
import type { ErrorStatus } from './errors.js';
import { TAGS, type Route } from './route.js';
import { COMPONENTS } from './schemas.js';

// The OpenAPI 3.1 document, made of the list of addresses and of the zod schemas: nothing in it is written twice.

type Json = Record<string, unknown>;

/** What the errors of each status are about. */
const ERRORS: Record<ErrorStatus, string> = {
  400: 'A parameter is unknown, given twice, missing or wrong; or the words or the cursor cannot be read.',
  401: 'The server wants an access token.',
  403: 'The server does not go by the name that the request calls it by.',
  404: 'There is none with this id.',
  405: 'The address does not take this method.',
  410: 'It was there and is no more as it was.',
  413: 'What was sent is too large.',
  416: 'The file has no such bytes.',
  500: 'A fault of the program.',
  503: 'The store cannot be read now, the answer takes too long, or too much is being sent already.',
};

/** Statuses that any address may answer with. */
const ANYWHERE: readonly ErrorStatus[] = [400, 401, 403, 500, 503];

/** The document of these addresses, for a server that answers below `basePath`. */
export function openApiDocument(routes: readonly Route[], { version, basePath }: { version: string; basePath: string }): Json {
  const schemas = new Schemas(routes);
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route, schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'gongbao 公报',
      version,
      summary: 'What Chinese government notices say, as data',
      description:
        'Read-only. Addresses below `/api/v1` keep their meaning: parameters and fields may be added, none changes or goes before a `/api/v2`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: basePath || '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{}, { bearer: [] }, { basic: [] }],
    paths,
    components: {
      schemas: schemas.components,
      responses: Object.fromEntries(allErrors().map((status) => [`Error${status}`, errorResponse(status)])),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'the access token, where the server wants one' },
        basic: { type: 'http', scheme: 'basic', description: 'any name, and the access token as the password' },
      },
    },
  };
}

function operation(route: Route, schemas: Schemas): Json {
  const { operation: operationId, tag, summary, description, params, query, form, errors } = route;
  const statuses = [...new Set([...ANYWHERE, ...errors])].sort();
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description === '' ? {} : { description }),
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...(form === null ? {} : { requestBody: formBody(form) }),
    responses: {
      200: success(route, schemas),
      ...(route.partial ? { 206: { ...success(route, schemas), description: 'The part that `Range` asks for.' } } : {}),
      ...(route.cached ? { 304: { description: 'The answer is the one that `If-None-Match` names.' } } : {}),
      ...Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Error${status}` }])),
    },
  };
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  const fields: Record<string, z.core.$ZodType> = schema.shape;
  return Object.entries(fields).map(([name, field]) => {
    const { description, ...value } = valueSchema(field);
    const list = value['type'] === 'array' ? { style: 'form', explode: false } : {};
    return { name, in: place, required: !isOptional(field), description, ...list, schema: value };
  });
}

function isOptional(field: z.core.$ZodType): boolean {
  return z.safeParse(field, undefined).success;
}

function formBody(form: z.ZodObject): Json {
  return { required: true, content: { 'application/x-www-form-urlencoded': { schema: valueSchema(form) } } };
}

function success({ answer, cached }: Route, schemas: Schemas): Json {
  const headers = cached
    ? { headers: { ETag: { description: 'changes when the answer does', schema: { type: 'string' } } } }
    : {};
  if (answer.kind === 'json') {
    return { description: 'The answer.', ...headers, content: { 'application/json': { schema: schemas.of(answer.schema) } } };
  }
  const binary = (type: string): Json => (type.startsWith('text/') ? { schema: { type: 'string' } } : {});
  const content = Object.fromEntries(answer.types.map((type) => [type, binary(type)]));
  return { description: answer.description, ...headers, content };
}

function allErrors(): ErrorStatus[] {
  return [400, 401, 403, 404, 405, 410, 413, 416, 500, 503];
}

function errorResponse(status: ErrorStatus): Json {
  const retry = status === 503 ? { 'Retry-After': { description: 'seconds', schema: { type: 'string' } } } : null;
  return {
    description: ERRORS[status],
    ...(retry ? { headers: retry } : {}),
    content: { 'application/json': { schema: { $ref: `${AT}Error` } } },
  };
}

const AT = '#/components/schemas/';

/** Schemas as JSON Schema (2020-12), those with a name apart, so that others refer to them by it. */
class Schemas {
  readonly components: Json = {};
  readonly #answers = new Map<z.ZodType, Json>();

  constructor(routes: readonly Route[]) {
    const names = new Map<z.ZodType, string>();
    for (const [id, schema] of Object.entries(COMPONENTS)) names.set(schema, id);
    for (const { answer, operation: name } of routes) {
      if (answer.kind === 'json' && !names.has(answer.schema)) names.set(answer.schema, `${ANSWER}${name}`);
    }
    const registry = z.registry<{ id: string }>();
    for (const [schema, id] of names) registry.add(schema, { id });
    const { schemas } = z.toJSONSchema(registry, { uri: (id) => AT + id, override: plain });
    for (const [schema, id] of names) {
      const made = withoutHead(schemas[id] ?? {});
      if (id.startsWith(ANSWER)) this.#answers.set(schema, made);
      else {
        this.components[id] = made;
        this.#answers.set(schema, { $ref: AT + id });
      }
    }
  }

  of(schema: z.ZodType): Json {
    return this.#answers.get(schema) ?? {};
  }
}

/** What is put before the names of answers that have none of their own. */
const ANSWER = 'answer of ';

/** The JSON Schema of a parameter or of a form, in which nothing has a name. */
function valueSchema(schema: z.core.$ZodType): Json {
  return withoutHead(z.toJSONSchema(schema, { override: plain }));
}

/** A schema inside a document: what it is written in and where it stands is said by the document. */
function withoutHead(schema: object): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}

/** What our schemas say about themselves beyond JSON Schema is for the store. */
const MARKS = ['index', 'resolved', 'json', 'composed', 'references', 'bulky'] as const;

function plain({ jsonSchema }: { jsonSchema: object }): void {
  for (const mark of MARKS) Reflect.deleteProperty(jsonSchema, mark);
}
