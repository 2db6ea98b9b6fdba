import { Ajv } from 'ajv';

// What the Reconciliation Service API v0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/) wants
// of a service's answers, put down anew after the schemas of its repository (reconciliation-api/specs, 0.2/schemas).

const text = { type: 'string' };
const object = (required: readonly string[], properties: Record<string, object>, more: object = {}) => ({
  type: 'object',
  required,
  properties,
  ...more,
});
const list = (items: object) => ({ type: 'array', items });
const mapOf = (each: object) => ({ type: 'object', additionalProperties: each });

const type = object(['id', 'name'], { id: text, name: text, description: text });
const typeOrId = { oneOf: [object(['id'], { id: text, name: text }), text] };
const inUrl = { type: 'string', pattern: String.raw`.*\{\{id\}\}.*` };
const template = object(['url'], { url: inUrl });
const service = object([], {
  service_url: text,
  service_path: text,
  flyout_service_path: { type: 'string', pattern: String.raw`.*\$\{id\}.*` },
});

const manifest = object(['versions', 'name', 'identifierSpace', 'schemaSpace'], {
  versions: { ...list(text), contains: { enum: ['0.2'] } },
  name: text,
  identifierSpace: { type: 'string', format: 'uri' },
  schemaSpace: { type: 'string', format: 'uri' },
  documentation: text,
  serviceVersion: text,
  logo: text,
  view: template,
  feature_view: template,
  preview: object(['url', 'width', 'height'], { url: inUrl, width: { type: 'integer' }, height: { type: 'integer' } }),
  defaultTypes: { ...list(type), uniqueItems: true },
  suggest: object([], { entity: service, property: service, type: service }),
  extend: object([], { propose_properties: service, property_settings: list({ type: 'object' }) }),
});

const results = mapOf(
  object(['result'], {
    result: list(
      object(['id', 'name', 'score'], {
        id: text,
        name: text,
        description: text,
        score: { type: 'number' },
        match: { type: 'boolean' },
        type: list(typeOrId),
        features: list({ type: 'object' }),
      }),
    ),
  }),
);

const only = { additionalProperties: false };
const cell = {
  oneOf: [
    object([], {}, only),
    object(['id', 'name'], { id: text, name: text, description: text }, only),
    object(['str'], { str: text }, only),
    object(['float'], { float: { type: 'number' } }, only),
    object(['int'], { int: { type: 'integer' } }, only),
    object(['date'], { date: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}T` } }, only),
  ],
};
const extension = object(['rows', 'meta'], {
  meta: list(object(['id', 'name'], { id: text, name: text, type: object(['id'], { id: text, name: text }) })),
  rows: mapOf(mapOf(list(cell))),
});

const suggestedEntities = object(['result'], {
  result: list(object(['id', 'name'], { id: text, name: text, description: text, notable: list(typeOrId) })),
});
const suggestedProperties = object(['result'], {
  result: list(object(['id', 'name'], { id: text, name: text, description: text })),
});
const suggestedTypes = object(['result'], { result: list(type) });
const proposal = object(['properties'], {
  properties: list(object(['id', 'name'], { id: text, name: text })),
  type: text,
  limit: { type: 'number' },
});

const SCHEMAS = { manifest, results, extension, suggestedEntities, suggestedProperties, suggestedTypes, proposal };
const ajv = new Ajv({ strict: false, formats: { uri: /^[a-z][a-z0-9+.-]*:\S+$/ } });

/** What is wrong with an answer of that kind; empty where it is as the specification wants it. */
export function faultsOf(kind: keyof typeof SCHEMAS, answer: unknown): string[] {
  return ajv.validate(SCHEMAS[kind], answer) ? [] : [ajv.errorsText()];
}
