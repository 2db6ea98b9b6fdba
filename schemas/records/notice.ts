import { z } from 'zod';
import { mark } from '../marks.js';
import { defineRecordType } from '../record.js';
import { partialDate } from '../span.js';

export const citationSchema = z.object({
  title: mark(z.string().nullable(), 'title inside 《》'),
  document_number: mark(z.string().nullable(), 'its 发文字号'),
});
export type Citation = z.infer<typeof citationSchema>;

export const contactSchema = z.object({
  name: mark(z.string().nullable(), 'person, as written'),
  organ: mark(z.string().nullable(), 'organ or office that the person is to be found at'),
  phone: mark(z.string().nullable(), 'telephone, area code and number with a hyphen; several joined by 、'),
  email: mark(z.string().nullable(), 'e-mail address'),
  address: mark(z.string().nullable(), 'postal address, without its postcode'),
});
export type Contact = z.infer<typeof contactSchema>;

export const noticeSchema = z.object({
  id: mark(z.string(), 'issuer and document number, else title and date, else the text, as a hash; an ordinal among equals', {
    composed: 'id',
  }),
  file: mark(z.string(), 'base name of the input', { index: true, composed: 'file' }),
  ordinal: mark(z.int().min(1), 'place in that file, from 1'),
  title: mark(z.string().nullable(), 'full title, lines joined'),
  document_number: mark(z.string().nullable(), '发文字号', { index: true }),
  issuers: mark(z.array(z.string()), '发文机关, as signed'),
  issued_on: mark(partialDate.nullable(), '成文日期', { index: true }),
  kind: mark(z.string().nullable(), '文种 read from the title', { index: true }),
  recipients: mark(z.array(z.string()), '主送机关, as written'),
  region: mark(z.string().nullable(), 'the place that issues it', { resolved: { slot: 'region', take: 'entity_name' } }),
  region_code: mark(z.string().nullable(), 'its GB/T 2260 code', { resolved: { slot: 'region', take: 'code' }, index: true }),
  attachments: mark(z.array(z.string()), 'titles of its 附件'),
  cites: mark(z.array(citationSchema), 'other documents that it names'),
  effective_on: mark(
    partialDate.nullable(),
    'day from which it is in force; 自印发之日起 is its date, 自公布之日起30日后 the date and 30 days',
    { index: true },
  ),
  expires_on: mark(partialDate.nullable(), 'last day in force; null where the beginning of a term is not known', { index: true }),
  validity: mark(z.string().nullable(), 'the words that say since when and until when it is in force'),
  status: mark(z.string().nullable(), 'whether it is in force, as the block above it on the portal says: 有效, 失效, 废止 …', {
    index: true,
  }),
  repeals: mark(z.array(citationSchema), 'documents that it repeals (废止, 宣布失效, 停止执行); they stand in cites too'),
  amends: mark(
    z.array(citationSchema),
    'documents that it amends (修改, 作如下调整), or repeals in part; they stand in cites too',
  ),
  public_from: mark(partialDate.nullable(), 'first day of a 公示 or a call for opinions'),
  public_until: mark(partialDate.nullable(), 'its last day; null where it is given in working days only', { index: true }),
  public_term: mark(z.string().nullable(), 'the words that give its term'),
  contacts: mark(z.array(contactSchema), 'whom it says to turn to'),
  same_as: mark(z.array(z.string()), 'ids of the same notice in other files', { json: true, composed: 'same_as' }),
  attachment_of: mark(z.array(z.string()), 'ids of the notices whose web pages offer the file that it was read from', {
    json: true,
    composed: 'attachment_of',
  }),
  attached: mark(z.array(z.string()), 'ids of the notices that were read from files which its web page offers', {
    json: true,
    composed: 'attached',
  }),
  text: mark(z.string(), 'the whole text as read and mended; all offsets refer to it', { bulky: true }),
});
export type NoticeRecord = z.infer<typeof noticeSchema>;
/** A notice's head as it is read, before linking and resolving. */
export type NoticeRead = Omit<NoticeRecord, 'id' | 'file' | 'region' | 'region_code' | 'same_as' | 'attachment_of' | 'attached'>;

export const notices = defineRecordType({
  name: 'notices',
  title: { zh: '公文', en: 'notices' },
  description: 'One per official document; a gazette issue holds several.',
  schema: noticeSchema,
  naturalKey: ['issuers', 'document_number', 'title', 'issued_on'],
});
