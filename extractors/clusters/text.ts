import { BUILDING_VERBS, NEVER_IN_NAMES } from '../../corpus/lexicon/cluster-words.js';
import type { ClusterRead, Reason } from '../../schemas/index.js';
import { clean, compact, spanOf, type Compact } from '../grammar/fold.js';
import { LEADING_PLACE, hasPlace, isClusterName, ownPart, withoutPlace } from '../grammar/names.js';
import { placeAt } from '../grammar/places.js';
import type { Notice } from '../notice.js';
import { sureness } from '../sureness.js';
import { beginOfName, beginOfSegment } from './begin.js';
import { matchesOf } from '../grammar/matches.js';

/** The clusters that paragraphs and headings name. */
export function* textClusters(notice: Notice): Generator<ClusterRead> {
  for (const p of notice.paragraphs) {
    if (p.role !== 'body' && p.role !== 'heading') continue;
    const view = compact(notice.text, afterListColumns(notice.text, p.start, p.end), p.end);
    if (!view.text.includes('集群')) continue;
    yield* mentions(notice.text, view);
  }
}

/** A row of a list without rules: `3 福建省 福安市电机电器产业集群`. */
const LIST_COLUMNS = /^\s*\d{1,3}\s+[\u4e00-\u9fa5]{2,8}?(?:省|自治区|市)\s+(?=\S)/;

const afterListColumns = (text: string, start: number, end: number): number =>
  start + (LIST_COLUMNS.exec(text.slice(start, Math.min(end, start + 30)))?.[0].length ?? 0);

/** Every name of a cluster in a text, with what it rests on. */
export function* mentions(text: string, view: Compact): Generator<ClusterRead> {
  let floor = 0;
  for (const m of matchesOf(view.text, /集群/g)) {
    const to = m.index + 2;
    const after = view.text.slice(to, to + 1);
    if (/[化式]/.test(after)) continue;
    const segment = beginOfSegment(view.text, m.index, floor);
    const { from, leadTo } = beginOfName(view.text, segment, to);
    floor = to;
    const span = spanOf(view, from, to);
    const name = clean(text.slice(span.start, span.end));
    if (!isClusterName(name) || (after === '内' && withoutPlace(name) === name)) continue;
    const basis = basisOf(view.text, { segment, leadTo, from }, name);
    if (basis !== null) yield { name, ...span, ...sureness(basis), evidence: [] };
  }
}

const NEVER = new RegExp(`(?:${NEVER_IN_NAMES.join('|')})`);
const POINTS_BACK = /^(各|有关|我|本|该)/;
const BUILDS = new RegExp(`(?:${BUILDING_VERBS.join('|')})$`);

/** Where a name and what leads up to it stand. */
interface Place {
  segment: number;
  leadTo: number;
  from: number;
}

/** Why the words are a name: in a list or with a place in front, surely; an industry alone, by its verb. Null: they are none. */
function basisOf(text: string, { segment, leadTo, from }: Place, name: string): Reason | null {
  const place = placeAt(name);
  if (POINTS_BACK.test(name) || NEVER.test(place ? name.slice(place.length) : withoutPlace(name))) return null;
  if (place?.sure || LEADING_PLACE.test(name)) return 'named_with_place';
  if (hasPlace(name)) return 'place_inside_name';
  const lead = text.slice(segment, leadTo);
  const before = text.slice(Math.max(0, segment - 3), segment);
  const after = text.slice(from + name.length, from + name.length + 3);
  if (lead.endsWith('以') && after.startsWith('为')) return 'verb_before_name';
  if (lead !== '') return BUILDS.test(lead) ? 'verb_before_name' : null;
  if (/集群、$/.test(before) || /^(、|和|等\d)/.test(after)) return 'listed_with_clusters';
  return /^(成为|是|为|等|，|、|。|$)/.test(after) && ownPart(name).length >= 4 ? 'industry_only' : null;
}
