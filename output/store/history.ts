import { z } from 'zod';
import { RECORD_TYPES, type Ingested } from '../../schemas/index.js';
import type { Db } from './dialect.js';
import type { Driver, Row } from './driver.js';
import type { InputVersion, RecordsByType, StoredHistory } from './history-types.js';
import { inputReader, readDocument, unpacked } from './read.js';

const VERSION_COLUMNS = 'path, file, sha256, bytes, pipeline, gazetteer';

export function storedHistory(db: Db, driver: Driver): StoredHistory {
  const currentOf = (path: string) => driver.get(`select pk, ${VERSION_COLUMNS} from inputs where path = ?`, [path]);
  return {
    async inputOf(noticeId) {
      const row = await driver.get('select path from inputs join notices_rows as n on input_pk = inputs.pk where n.id = ?', [
        noticeId,
      ]);
      return row ? String(row.path) : null;
    },
    async pagesOf(noticeId) {
      const row = await driver.get('select pages from notices_rows where id = ?', [noticeId]);
      return row ? pagesSchema.parse(JSON.parse(String(row.pages))) : [];
    },
    async versions(path) {
      const older = await driver.all(`select version, ${VERSION_COLUMNS} from history where path = ? order by version`, [path]);
      const current = await currentOf(path);
      const versions = older.map((row) => versionOf(row, Number(row.version), false));
      return current ? [...versions, versionOf(current, older.length + 1, true)] : versions;
    },
    async read(path, version) {
      const old = await driver.get('select * from history where path = ? and version = ?', [path, version]);
      if (old) {
        const records = await frozenRecords(old.records);
        return { input: inputOf(old), document: await readDocument(old.document), records };
      }
      const current = await currentOf(path);
      const older = await driver.get('select count(*) as n from history where path = ?', [path]);
      if (!current || version !== Number(older?.n) + 1) return null;
      const document = await driver.get('select body from documents where input_pk = ?', [current.pk]);
      const records = recordsSchema.parse(await inputReader(driver, db)(Number(current.pk)));
      return { input: inputOf(current), document: await readDocument(document?.body), records };
    },
  };
}

const pagesSchema = z.array(z.object({ start: z.int(), page: z.int() }));

function versionOf(row: Row, version: number, current: boolean): InputVersion {
  const { file, sha256, bytes } = inputOf(row);
  const fingerprint = { pipeline: String(row.pipeline), gazetteer: String(row.gazetteer) };
  return { version, current, file, sha256, bytes, fingerprint };
}

function inputOf(row: Row): Ingested['input'] {
  return { path: String(row.path), file: String(row.file), sha256: String(row.sha256), bytes: Number(row.bytes) };
}

const recordsSchema = z.object({
  notices: z.array(RECORD_TYPES.notices.schema),
  clusters: z.array(RECORD_TYPES.clusters.schema),
  ratings: z.array(RECORD_TYPES.ratings.schema),
  targets: z.array(RECORD_TYPES.targets.schema),
  obligations: z.array(RECORD_TYPES.obligations.schema),
  projects: z.array(RECORD_TYPES.projects.schema),
  observations: z.array(RECORD_TYPES.observations.schema),
  findings: z.array(RECORD_TYPES.findings.schema),
});

/** Frozen records are as old as their version: fields that have come since are not in them. */
async function frozenRecords(body: unknown): Promise<RecordsByType | null> {
  const read = recordsSchema.safeParse(await unpacked(body));
  return read.success ? read.data : null;
}
