import type { FindingRead } from '../../../schemas/index.js';
import { findingMessage } from '../../messages.js';
import { indexFrom, searchTable } from '../../search/write.js';
import { isStored, MODELS } from '../../model.js';
import type { Driver, SqlValue } from '../driver.js';
import { insertRows } from '../insert.js';
import { rowsOf } from '../tables.js';
import { cell } from '../cell.js';
import { digest } from './identity.js';

/** A finding of the pass over the whole store, with the notice, or at least the input, that it is told of. */
export interface LinkFinding {
  /** null for an input in which there is no notice */
  noticePk: number | null;
  inputPk: number;
  quote: string | null;
  page: number | null;
  finding: FindingRead;
}

/** A finding of the pass, without a place in a text. */
export const told = (given: Pick<FindingRead, 'check' | 'severity' | 'params' | 'expected' | 'actual'>): FindingRead => ({
  ...given,
  rows: [],
  start: null,
  end: null,
});

/** Names the pass as what found it; its findings are made anew each time. */
export const LINK_PASS = 'link@1';

/** Takes away what the pass found before, and writes what it finds now behind the other findings of each input. */
export async function writeFindings(driver: Driver, found: readonly LinkFinding[]): Promise<void> {
  const model = MODELS.findings;
  const own = `from ${rowsOf(model)} where extractor = ?`;
  await driver.run(`delete from ${searchTable(model)} where rowid in (select pk ${own})`, [LINK_PASS]);
  await driver.run(`delete ${own}`, [LINK_PASS]);
  const highest = await driver.get(`select max(pk) as pk from ${rowsOf(model)}`);
  const last = new Map<number, number>();
  for (const row of await driver.all(`select input_pk, max(sort_no) as sort_no from ${rowsOf(model)} group by input_pk`))
    last.set(Number(row.input_pk), Number(row.sort_no));
  const fields = model.fields.filter(isStored);
  const rows = found.map(({ noticePk, inputPk, finding, quote, page }, i): SqlValue[] => {
    const sortNo = (last.get(inputPk) ?? 0) + 1;
    last.set(inputPk, sortNo);
    const key = `fin-${digest(finding.check, JSON.stringify([finding.params, finding.expected, finding.actual]))}`;
    const record = {
      ...finding,
      message: findingMessage(finding),
      quote,
      page,
      extractor: LINK_PASS,
      confidence: 1,
      evidence: [],
    };
    const values = new Map<string, unknown>(Object.entries(record));
    return [
      Number(highest?.pk ?? 0) + 1 + i,
      inputPk,
      sortNo,
      noticePk,
      key,
      ...fields.map((field) => cell(field, values.get(field.name))),
    ];
  });
  const columns = ['pk', 'input_pk', 'sort_no', 'notice_pk', 'key', ...fields.map((field) => field.name)];
  await insertRows(driver, rowsOf(model), columns, rows);
  await indexFrom(driver, model, Number(highest?.pk ?? 0));
}
