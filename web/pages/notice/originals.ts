import type { NoticeRecord } from '../../../schemas/index.js';
import { noticePath, type View } from '../view.js';

/** Where the file of a notice is given out; null where the server gives none. */
export function originalHref(v: View, notice: Pick<NoticeRecord, 'id'>): string | null {
  return v.site.settings.originals.length === 0 ? null : v.href(`/api/v1${noticePath(notice.id)}/original`);
}

/** The same, opened at a page, where browsers open such a file and know its pages: that of a PDF (RFC 8118, 3); else null. */
export function pageHref(v: View, notice: Pick<NoticeRecord, 'id' | 'file'>, page: number): string | null {
  const href = originalHref(v, notice);
  return href === null || !/\.pdf$/i.test(notice.file) ? null : `${href}#page=${page}`;
}
