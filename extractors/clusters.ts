import type { ClusterRead, Reason } from '../schemas/index.js';
import { defineExtractor } from './define.js';
import { sureness } from './sureness.js';
import { clean, compact, spanOf, type Compact } from './grammar/fold.js';
import { LEADING_PLACE, hasPlace, isClusterName, ownPart } from './grammar/names.js';
import { headOf } from './grammar/table-head.js';
import type { Notice } from './notice.js';

/** One record per cluster that a notice names; the first mention grounds it. */
export const clusters = defineExtractor({
  type: 'clusters',
  version: 1,
  read: (notice) => {
    const seen = new Map<string, ClusterRead>();
    for (const found of [...fromTables(notice), ...fromText(notice)].sort((a, b) => a.start - b.start)) {
      const known = seen.get(found.name);
      if (!known) seen.set(found.name, found);
      else if (found.confidence > known.confidence)
        Object.assign(known, { confidence: found.confidence, reasons: found.reasons });
    }
    return [...seen.values()];
  },
});

function* fromText(notice: Notice): Generator<ClusterRead> {
  for (const p of notice.paragraphs) {
    if (p.role !== 'body' && p.role !== 'heading') continue;
    const view = compact(notice.text, p.start, p.end);
    if (!view.text.includes('集群')) continue;
    yield* mentions(notice.text, view);
  }
}

/** Ends of sentences and clauses, and quotation marks: no name reaches over them. */
const STOP = /[，。；：！？、“”《》〈〉\t]/;
/** What stands in front of a name and is no part of it; the name begins after the last of them. */
const LEAD_WORDS =
  /(打造成?为?|培育(?:壮大|发展|形成|建设)?|建设|推动|推进|促进|发展|壮大|支持|提质|做精|建好|建强|做强|做优|做大|共建|构建|形成|创建|加快|聚焦|围绕|依托|包括|以及|成为|认定为?|提升|引导|指导|鼓励|组建|引进|布局|谋划|实施|争创|纳入|评为|列为|升级|融入|参与|推荐|申报|对接|支撑|服务|牵头|助力|围绕|拟?评定为?|拟?确定为?|拟?评选|公布|即|有|对|将|把|向|由|在|以|为|的|了|是|等|各)/g;
/** Verbs that say a cluster stands or is being built under its name, and verbs that only wish for an industry. */
const BUILDS = /(打造|建好|建强|做强|做优|做大|共建|壮大|建设|提升|推动|推进|支持|成为|培优|升级|以及|包括|的)$/;

function* mentions(text: string, view: Compact): Generator<ClusterRead> {
  let floor = 0;
  for (const m of view.text.matchAll(/集群/g)) {
    const to = m.index + 2;
    const after = view.text.slice(to, to + 1);
    if (/[化式]/.test(after)) continue;
    const segment = beginOfSegment(view.text, m.index, floor);
    const from = afterLeadWords(view.text, segment, to);
    floor = to;
    const span = spanOf(view, from, to);
    const name = clean(text.slice(span.start, span.end));
    if (!isClusterName(name) || (after === '内' && !LEADING_PLACE.test(name))) continue;
    const basis = basisOf(view.text, segment, from, name);
    if (basis !== null) yield { name, ...span, ...sureness(basis), evidence: [] };
  }
}

/** Index after the last stop before `at`, brackets jumped over. */
function beginOfSegment(text: string, at: number, floor: number): number {
  let depth = 0;
  for (let i = at - 1; i >= floor; i--) {
    const c = text[i] ?? '';
    if (c === '）') depth++;
    else if (c === '（') {
      if (depth === 0) return i + 1;
      depth--;
    } else if (depth === 0 && STOP.test(c)) return i + 1;
  }
  return floor;
}

function afterLeadWords(text: string, from: number, to: number): number {
  const segment = text.slice(from, to);
  let begin = /^(?:\d{1,3}[.、．]|（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|和|及|与|以及|或|还有)/.exec(segment)?.[0].length ?? 0;
  const place = LEADING_PLACE.exec(segment.slice(begin))?.[0].length ?? 0;
  for (const m of segment.matchAll(LEAD_WORDS)) {
    const end = m.index + m[0].length;
    const single = m[0].length === 1;
    if (m.index < begin || end > segment.length - 2) continue;
    // a single character may be part of a place's name or an industry's: 有 in 有色金属, 等 and 的 never are
    if (
      single &&
      !/[的了是]/.test(m[0]) &&
      !(
        m.index === begin &&
        (place === 0 || /[以对把在]/.test(m[0])) &&
        !/^(有色|有机|有限|为民|由)/.test(segment.slice(m.index))
      )
    )
      continue;
    if (/^(发展|服务|支撑|建设|提升|升级)$/.test(m[0]) && m.index > begin && /^(业|外包|区|平台)/.test(segment.slice(end)))
      continue;
    begin = end;
  }
  return from + begin;
}

/** Verbs and prepositions that no name of a cluster holds: `科技成果在集群`, `面向集群`. */
const VERBISH =
  /(健全|完善|加快|推动|推进|支持|鼓励|引导|实现|加速|提高|提升|优化|深化|强化|共创|谋定|编制|更新|面向|参与|落户|带动|围绕|开展|实施|建立|成立|现将|入驻|融入|营业收入|产值|通过|在(?!线)|负责|行政区域|第.{1,3}条|[向把将于使让其该])/;

/** Why the words are a name: in a list or with a place in front, surely; an industry alone, by its verb. Null: they are none. */
function basisOf(text: string, segment: number, from: number, name: string): Reason | null {
  if (/^(各|有关|我|本|该)/.test(name) || /负责|第.{1,3}条/.test(name) || VERBISH.test(name.replace(LEADING_PLACE, '')))
    return null;
  if (LEADING_PLACE.test(name)) return 'named_with_place';
  if (hasPlace(name)) return 'place_inside_name';
  const lead = text.slice(segment, from);
  const before = text.slice(Math.max(0, segment - 3), segment);
  const listed = /集群、$/.test(before) || /^(、|和|等\d)/.test(text.slice(from + name.length, from + name.length + 3));
  if (lead === '')
    return listed
      ? 'listed_with_clusters'
      : /^(成为|是|为|等|，|、|。)/.test(text.slice(from + name.length)) && ownPart(name).length >= 4
        ? 'industry_only'
        : null;
  return BUILDS.test(lead) ? 'verb_before_name' : null;
}

/** Columns headed 集群 hold names; in other cells a name needs its place or park in front. */
function* fromTables(notice: Notice): Generator<ClusterRead> {
  for (const table of notice.tables) {
    const head = table.toc ? null : headOf(table);
    if (table.toc) continue;
    const named = head?.columns.map((c) => /集群(名称)?$/.test(c)) ?? [];
    for (const row of table.rows.slice(head?.rows ?? 0)) {
      for (const cell of row.cells) {
        if (!cell.text.includes('集群')) continue;
        if (named[cell.column] && isClusterName(cell.text)) {
          yield { name: cell.text, start: cell.start, end: cell.end, ...sureness('cluster_column'), evidence: [] };
        } else
          for (const found of mentions(notice.text, compact(notice.text, cell.start, cell.end)))
            if (found.confidence >= 0.9) yield found;
      }
    }
  }
}
