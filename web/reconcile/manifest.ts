import type { z } from 'zod';
import type { Call } from '../api/route.js';
import type { Text } from '../site.js';
import { PREVIEW } from './preview.js';
import { BATCH_SIZE, type manifestSchema } from './shapes.js';
import { typesOf } from './vocabulary.js';

const NAME: Text = { zh: 'gongbao 公报：园区、地方、机构', en: 'gongbao: parks, places and organs of China' };

/** What the service is and can do, with addresses as the client has called it. */
export function manifest(
  { c, site, lang }: Pick<Call<unknown, unknown>, 'c' | 'site' | 'lang'>,
  at: string,
): z.output<typeof manifestSchema> {
  const { basePath, version } = site.settings;
  const root = origin(c.req.url, c.req.header('x-forwarded-proto')) + basePath;
  const service = (path: string) => ({ service_url: root, service_path: at + path });
  return {
    versions: ['0.2'],
    name: NAME[lang],
    identifierSpace: `${root}/api/v1/entities/`,
    schemaSpace: `${root}/docs`,
    documentation: `${root}/docs`,
    serviceVersion: version,
    defaultTypes: typesOf(lang),
    view: { url: `${root}/names/{{id}}` },
    preview: { url: `${root}${at}/preview/{{id}}`, ...PREVIEW },
    batchSize: BATCH_SIZE,
    suggest: {
      entity: service('/suggest/entity'),
      property: service('/suggest/property'),
      type: service('/suggest/type'),
    },
    extend: { propose_properties: service('/extend/propose'), property_settings: [] },
  };
}

/** Scheme and host of this request; a proxy that speaks TLS for us says so (`X-Forwarded-Proto`). */
function origin(url: string, forwarded: string | undefined): string {
  const { host, protocol } = new URL(url);
  const scheme = forwarded === 'https' || forwarded === 'http' ? forwarded : protocol.slice(0, -1);
  return `${scheme}://${host}`;
}
