import type { Document, LinkedFile } from '../schemas/index.js';
import { nameAt } from './read/index.js';

/** The document with the inputs that its linked files are: those of the paths beside it that bear a link's name. */
export function withPaths(document: Document, beside: readonly string[]): Document {
  if (document.linkedFiles.length === 0) return document;
  const byName = new Map(beside.map((path) => [baseName(path), path]));
  const pathOf = ({ title, href }: LinkedFile): string | null =>
    byName.get(nameAt(href).normalize('NFC')) ?? byName.get(title.normalize('NFC')) ?? null;
  return { ...document, linkedFiles: document.linkedFiles.map((file) => ({ ...file, path: pathOf(file) })) };
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const ENDING = /\.(?:pdf|docx?|wps|xlsx?|et|csv|ofd|zip|rar|7z|txt|pptx?)$/i;
const MARK = /^附\s*件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[：:.、．-]?\s*|^\d{1,2}\s*[.、．]\s*/;
/** Words of a link that say nothing of the file. */
const SAYS_NOTHING = /^(?:点击|附件|文件|全文|正文|原文|下载|查看|此处|这里|浏览|打开|PDF|OFD|WORD|版|格式)*$/i;

/** The words of links to files as titles of attachments: without numbers, endings and the word 附件 in front. */
export function attachmentTitles({ linkedFiles }: Document): string[] {
  const titles = linkedFiles.map(({ title }) => title.replace(ENDING, '').replace(MARK, '').trim());
  return titles.filter((title) => !SAYS_NOTHING.test(title));
}
