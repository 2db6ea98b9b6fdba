import { z } from 'zod';
import { mark } from '../marks.js';

export const attachmentLinkSchema = z.object({
  id: mark(z.string(), 'stable id, made of the two notices'),
  notice_id: mark(z.string(), 'the notice of the page that offers the file', { index: true, references: 'notices' }),
  attachment_id: mark(z.string(), 'the notice that was read from the file', { index: true, references: 'notices' }),
  title: mark(z.string(), 'the words of the link'),
  href: mark(z.string(), 'its address as it stands in the page'),
  file: mark(z.string(), 'base name of the file'),
  path: mark(z.string(), 'path of the input that the file is'),
});
export type AttachmentLink = z.infer<typeof attachmentLinkSchema>;
