import { z } from 'zod';
import { mark } from '../marks.js';
import { partialDate } from '../span.js';

export const citationLinkSchema = z.object({
  id: mark(z.string(), 'stable id, made of the two notices'),
  notice_id: mark(z.string(), 'the notice that cites', { index: true, references: 'notices' }),
  cited_id: mark(z.string(), 'the notice that it cites; both are in the store', { index: true, references: 'notices' }),
  by: mark(z.enum(['number', 'title']), 'how it was found: by its 发文字号, or by its title and, where one is given, its year'),
  document_number: mark(z.string().nullable(), 'the 发文字号 as cited'),
  title: mark(z.string().nullable(), 'the title as cited'),
  issued_on: mark(partialDate.nullable(), '成文日期 of the notice that cites'),
  cited_issued_on: mark(partialDate.nullable(), '成文日期 of the one that is cited'),
});
export type CitationLink = z.infer<typeof citationLinkSchema>;
