import type { Lang } from '../../messages.js';

const WORDS = {
  records: ['记录', 'Records'],
  text: ['公文原文', 'Text'],
  number: ['发文字号', 'Document number'],
  issuers: ['发文机关', 'Issued by'],
  issuedOn: ['成文日期', 'Date'],
  recipients: ['主送机关', 'To'],
  region: ['发文地区', 'Region'],
  effective: ['施行日期', 'In force from'],
  expires: ['失效日期', 'In force until'],
  status: ['效力状态', 'Status'],
  publicUntil: ['公示截止', 'Public until'],
  attachments: ['附件', 'Attachments'],
  file: ['文件', 'File'],
  untitled: ['（无标题）', '(untitled)'],
  none: ['没有从本公文读出记录。', 'Nothing was read from this notice.'],
  toText: ['看原文', 'to the text'],
  details: ['全部字段', 'all fields'],
  show: ['标出：', 'Mark:'],
  lead: ['牵头', 'lead'],
  responsible: ['责任', 'responsible'],
  support: ['配合', 'support'],
  due: ['时限', 'due'],
  error: ['错误', 'error'],
  warning: ['警告', 'warning'],
  info: ['提示', 'note'],
  made: [
    '由 gongbao 从公文原文自动读出；序号既在原文中，也在列表中，点击可往返。请以原文为准。',
    'Read from the notice by gongbao. The numbers stand in the text and in the list and lead from one to the other. The notice itself is what counts.',
  ],
  masked: ['手机号码和身份证号码已遮盖。', 'Mobile and identity numbers of people are masked.'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type Word = keyof typeof WORDS;

/** A word of the report in its language. */
export function word(name: Word, lang: Lang): string {
  return WORDS[name][lang === 'zh' ? 0 : 1];
}
