import { compact, dueDates, inProjectBlock, quantities, spanOf, splitOutside, matchesOf } from '../../extractors/index.js';
import type { FindingRead, Span } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';

/** A kind of sentence that a record is expected of. */
interface Kind {
  what: 'responsibility' | 'figure' | 'cluster';
  /** does the compact sentence speak of it? */
  speaks: (sentence: string, year: number | null) => boolean;
  /** the records that may have taken it */
  taken: (records: Audited['records'], sentence: string) => readonly Span[];
}

const RESPONSIBILITY =
  /(责任单位|牵头单位|配合单位|责任部门|牵头部门|主办单位|协办单位|责任主体|责任科室)(?!.{0,4}(要|应|须|和|、|按|根|负))|按(照)?职责分工|(局|委|厅|办|部|会|院|政府|中心)(牵头|负责)(?!人|同志|制|解释)/;
const FUTURE = /(力争|争取|确保|努力实现|未来|今后|目标是|预期)/;
/** A figure that nobody commits to: rules for money, conditions, dates of the calendar. */
const NO_COMMITMENT =
  /(奖励|补助|补贴|资助|贴息|罚款|不超过|申报|申请|推荐|公示|报送|有效期|工作日|施行|印发|联系|电话|会议|上报|提交|截止|条件)/;
/** A verb of building or a separator, then what may be a name. */
const NAMED_CLUSTER =
  /(?:打造|培育|建设|建成|形成|壮大|做强|做优|做大|发展|支持|推动|推进|评为|认定|、|和|及)([\u4e00-\u9fa5A-Za-z]{2,14}?)(?:产业|先进制造业)集群(?![化式内])/g;
/** Words that no name holds: what a cluster is like, how many, whose, what is done with it. */
const NO_NAME =
  /[的等级个类批型性各该其]|产业$|特色|优势|重点|主导|传统|先进|高端|现代|战略|新兴|有关|相关|以下|若干|全部|试点|提能|升级|促进|企业|支柱|龙头|发展|推动|推进|培育|建设|引导|支持|加快|打造|形成|世界|国家|省级|市级|优质|负责|指导|规划|服务|要素|壮大|做大|做强|组织|产业链/;

const namesCluster = (sentence: string): boolean =>
  sentence.includes('集群') && matchesOf(sentence, NAMED_CLUSTER).some((m) => !NO_NAME.test(m[1] ?? ''));

const KINDS: readonly Kind[] = [
  {
    what: 'responsibility',
    speaks: (sentence) => RESPONSIBILITY.test(sentence),
    taken: (records) => records.obligations,
  },
  {
    what: 'figure',
    speaks: (sentence, year) => isFuture(sentence, year) && !NO_COMMITMENT.test(sentence) && quantities(sentence).length > 0,
    taken: (records) => records.targets,
  },
  {
    what: 'cluster',
    speaks: (sentence) => namesCluster(sentence),
    taken: (records, sentence) =>
      records.clusters.some((c) => sentence.includes(compact(c.name).text))
        ? [{ start: 0, end: Infinity }]
        : [...records.clusters, ...records.ratings],
  },
];

function isFuture(sentence: string, year: number | null): boolean {
  if (FUTURE.test(sentence)) return true;
  return dueDates(sentence).some((d) => d.governs && d.due !== null && year !== null && Number(d.due.slice(0, 4)) >= year);
}

/**
 * Sentences that speak of a responsibility, a figure to be reached or a cluster, and that no record of that kind took. A
 * hint for people, not a fault: many say something that is no record.
 */
export const coverage = defineCheck({
  name: 'coverage',
  version: 2,
  run: ({ notice, records }) => {
    const year = notice.head.issued_on === null ? null : Number(notice.head.issued_on.slice(0, 4));
    return notice.paragraphs.flatMap((p): FindingRead[] => {
      if (p.role !== 'body') return [];
      const view = compact(notice.text, p.start, p.end);
      // whom a project falls to and what it makes are in its record
      const kinds = inProjectBlock(notice, p) ? KINDS.filter(({ what }) => what === 'cluster') : KINDS;
      return splitOutside(view.text, '。；！').flatMap((sentence) => {
        const span = spanOf(view, sentence.from, sentence.to);
        return kinds
          .filter(
            (kind) =>
              kind.speaks(sentence.text, year) &&
              !kind.taken(records, sentence.text).some((r) => r.start < span.end && r.end > span.start),
          )
          .map((kind) => told(kind.what, sentence.text, span));
      });
    });
  },
});

/** Longest part of a sentence that a finding shows. */
const SHOWN = 80;

function told(what: Kind['what'], sentence: string, span: Span): FindingRead {
  const shown = sentence.length > SHOWN ? `${sentence.slice(0, SHOWN)}…` : sentence;
  return finding({ check: 'coverage', severity: 'info', params: { what, sentence: shown }, ...span });
}
