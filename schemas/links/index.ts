import { attachmentLinkSchema } from './attachment-link.js';
import { citationLinkSchema } from './citation-link.js';
import { clusterEntitySchema } from './cluster-entity.js';

/** What the pass over the whole store makes of all records together: tables, exports and docs derive from it, as from record types. */
export const LINK_TYPES = {
  cluster_entities: {
    name: 'cluster_entities',
    title: { zh: '产业集群实体', en: 'cluster entities' },
    description: 'One per cluster, whatever notices call it, with its mentions and grades over the years.',
    schema: clusterEntitySchema,
  },
  citation_links: {
    name: 'citation_links',
    title: { zh: '引用关系', en: 'citation links' },
    description: 'One per notice that cites another one of the store.',
    schema: citationLinkSchema,
  },
  attachment_links: {
    name: 'attachment_links',
    title: { zh: '附件关系', en: 'attachment links' },
    description: 'One per notice that was read from a file which the web page of another one offers.',
    schema: attachmentLinkSchema,
  },
} as const;
export type LinkTypeName = keyof typeof LINK_TYPES;

export * from './attachment-link.js';
export * from './cluster-entity.js';
export * from './citation-link.js';
