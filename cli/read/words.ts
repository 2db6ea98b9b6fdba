import type { AsideReason } from '../../pipeline/index.js';
import type { Document, PageGrade, TextBlock } from '../../schemas/index.js';
import type { Text } from '../kit/language.js';

/** What the look at a file calls things. */
export const blockKinds: Record<TextBlock['kind'] | 'table', Text> = {
  line: { en: 'line', zh: '行' },
  paragraph: { en: 'paragraph', zh: '段落' },
  heading: { en: 'heading', zh: '标题' },
  table: { en: 'table', zh: '表格' },
};

export const gradeWords: Record<PageGrade, Text> = {
  text: { en: 'text', zh: '文字' },
  sparse: { en: 'sparse: hardly any text', zh: '文字稀少' },
  garbled: { en: 'garbled: characters without meaning', zh: '乱码' },
  image: { en: 'image only', zh: '仅图像' },
};

export const asideWords: Record<AsideReason, Text> = {
  page_number: { en: 'page number', zh: '页码' },
  running_head: { en: 'running head', zh: '页眉页脚' },
  seal: { en: 'seal', zh: '印章' },
  watermark: { en: 'watermark', zh: '水印' },
  repeated_head: { en: 'head or caption repeated on a later page', zh: '续页重复的表头或表题' },
  web_chrome: { en: 'web page furniture', zh: '网页杂项' },
};

export const formatWords: Record<Document['format'], string> = {
  txt: 'TXT',
  md: 'Markdown',
  html: 'HTML',
  docx: 'DOCX',
  doc: 'DOC',
  pdf: 'PDF',
  ofd: 'OFD',
  xlsx: 'XLSX',
  csv: 'CSV',
  image: 'PNG, JPEG',
};

export const words = {
  reader: { en: 'reader', zh: '读取器' },
  pages: { en: 'pages', zh: '页' },
  page: { en: 'page', zh: '页' },
  noPages: { en: 'no pages in this format', zh: '该格式无页' },
  warnings: { en: 'Warnings', zh: '警告' },
  blocks: { en: 'Blocks as read', zh: '读取结果' },
  block: { en: 'block', zh: '块' },
  afterReflow: { en: 'After reflow', zh: '整理之后' },
  setAside: { en: 'Set aside', zh: '剔除的行' },
  repairs: { en: 'Mended', zh: '修补' },
  records: { en: 'Records', zh: '记录' },
  from: { en: 'from block', zh: '来自块' },
  joined: { en: 'joined from blocks', zh: '由以下块拼接' },
  none: { en: 'none', zh: '无' },
  heading: { en: 'level', zh: '级' },
  indented: { en: 'indented', zh: '缩进' },
  gap: { en: 'gap above', zh: '上有空行' },
  ocr: { en: 'recognised by', zh: '文字识别' },
} satisfies Record<string, Text>;

/** `3 pages`, `3 页`. */
export const countOf = (n: number, what: Text): Text => ({ en: `${n} ${what.en}`, zh: `${n} ${what.zh}` });
