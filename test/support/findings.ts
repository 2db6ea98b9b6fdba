import { describe, expect, it } from 'vitest';
import { CHECKS, type Audited } from '../../pipeline/audit/index.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { segment } from '../../pipeline/segment/index.js';
import { resolutionSchema, type FindingRead, type Resolution } from '../../schemas/index.js';
import { documentOf, planOf, recordsOf, type CellSpec, type Part } from './documents.js';

/** A name that nobody could place. */
const unplaced = (name: string): Resolution =>
  resolutionSchema.parse({
    slot: 'units',
    position: 0,
    name,
    kind: 'organ',
    entity_id: null,
    entity_name: null,
    code: null,
    method: 'unresolved',
    score: 0,
    candidates: [],
    group_kind: null,
    group_level: null,
    group_subject: null,
  });

/** What one check finds in the first notice of a document; names that are given as unresolved stay so. */
export function findingsOf(
  parts: readonly Part[],
  check: string,
  unresolved: readonly string[] = [],
  withTargets = true,
): FindingRead[] {
  const flow = reflow(documentOf(parts));
  const [first] = segment(flow);
  if (!first) throw new Error('no notice');
  const read = recordsOf(first.notice);
  const resolutions = (name: string): Resolution[] => (unresolved.includes(name) ? [unplaced(name)] : []);
  const plain = <T extends object>(records: readonly T[]) => records.map((r) => ({ ...r, resolutions: [] as Resolution[] }));
  const records: Audited['records'] = {
    clusters: read.clusters.map((c) => ({ ...c, resolutions: resolutions(c.name) })),
    obligations: read.obligations.map((o) => ({ ...o, resolutions: o.units.flatMap((u) => resolutions(u.name)) })),
    ratings: plain(read.ratings),
    targets: plain(withTargets ? read.targets : []),
    projects: plain(read.projects),
    observations: plain(read.observations),
  };
  const { notice, base, copies, stated } = first;
  const repairs = flow.repairs.map((r) => ({ ...r, start: r.start - base }));
  return CHECKS.flatMap((c) => c.run({ notice, records, repairs, copies, stated, linked: [] })).filter((f) => f.check === check);
}

/** What a finding must say, as far as a case asks. */
export interface Said {
  severity?: FindingRead['severity'];
  params?: FindingRead['params'];
  expected?: FindingRead['expected'];
  actual?: FindingRead['actual'];
  rows?: number[];
}

/** A check, what it should notice, a notice where that is so, what is told of it, and a notice like it where nothing is. */
export type CheckCase = [check: string, name: string, wrong: Part[], said: Said, right: Part[]];

/** Each case fires once where something is wrong, and stays silent where nothing is. */
export function describeChecks(cases: readonly CheckCase[]): void {
  describe.each(cases)('%s: %s', (check, _name, wrong, said, right) => {
    it('is told', () => {
      const [found, ...others] = findingsOf(wrong, check);
      expect(others).toEqual([]);
      expect(found).toMatchObject(said);
    });

    it('is not told where there is nothing to tell', () => {
      expect(findingsOf(right, check)).toEqual([]);
    });
  });
}

const HEAD = ['序号', '项目名称', '总投资（万元）', '建设期限', '建设内容'];

/** A row of a table of projects. */
export const project = (
  n: number,
  name: string,
  amount: string,
  content = `新建${name}及配套设施。`,
  period = '2025-2026',
): CellSpec[] => [String(n), name, amount, period, content];
/** A notice with a table of projects. */
export const projects = (...rows: CellSpec[][]): Part[] => projectsBelow([], ...rows);
/** The same below some sentences. */
export const projectsBelow = (above: string[], ...rows: CellSpec[][]): Part[] =>
  planOf([...above, '重点项目清单', [HEAD, ...rows]]);
/** A notice with a table of figures of two counties. */
export const figures = (...rows: CellSpec[][]): Part[] => planOf(['工业指标表', [['地区', '全市', '甲县', '乙县'], ...rows]]);
/** A notice with a table of ratings. */
export const ratingsTable = (...rows: CellSpec[][]): Part[] =>
  planOf(['产业集群评价结果', [['序号', '产业集群名称', '得分', '排名', '等次'], ...rows]]);
