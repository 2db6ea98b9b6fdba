import type { NoticeRecord } from '../../../schemas/index.js';
import type { Lang } from '../../messages.js';
import type { RecordFilter, Store } from '../../store/types.js';
import type { ExportFiles } from '../files.js';
import { fileName } from '../names.js';
import { ENTRY_TYPES, numbered, type Entry } from './entries.js';
import { reportHtml } from './report.js';

/** A report for each notice that the filter leaves, named by its document number or title and its id. One notice is held at a time. */
export async function writeReports(store: Store, files: ExportFiles, filter: RecordFilter, lang: Lang): Promise<void> {
  const taken = new Set<string>();
  for await (const notice of store.list('notices', filter)) {
    const name = notice.document_number ?? notice.title ?? notice.file;
    const file = await files.create(fileName(`${name.slice(0, 40)} ${notice.id}`, '.html', taken));
    const report = await noticeReport(store, notice, lang);
    file.records = 1;
    await file.write(report);
    await file.close();
  }
}

/** The report of one notice. */
export async function noticeReport(store: Store, notice: NoticeRecord, lang: Lang): Promise<string> {
  const records: Omit<Entry, 'number'>[] = [];
  for (const type of ENTRY_TYPES) {
    for await (const record of store.list(type, { notice: notice.id })) {
      const { start, end } = record;
      records.push({ type, span: start === null || end === null ? null : { start, end }, values: { ...record } });
    }
  }
  return reportHtml({ notice, entries: numbered(records), lang, masked: store.personalData === 'masked' });
}
