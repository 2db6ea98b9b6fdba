import { clean } from '../grammar/fold.js';
import { leadOf, type Lead } from './leading.js';
import type { Figure } from './sentence.js';
import { subjectsOf } from './shares.js';
import { FIGURE_END, takesObject } from './sizes.js';
import type { State } from './state.js';
import {
  DOING,
  LEVEL_ALONE,
  LEVEL_FRONT,
  MEASURE,
  PLACES,
  RARELY_AIMED,
  RATIO,
  SHARE_ALONE,
  SHARED_MEASURE,
  SWELLS,
} from './words.js';

/** What is counted or measured: one name, or one for each that shares the figure. */
export interface Indicator {
  names: string[];
  /** the subject, or a part of it, stands in the clause before */
  carried: boolean;
  /** whom it holds for, where the words in front of the figure say no more than that */
  scope?: string;
}

interface Words {
  f: Figure;
  lead: Lead;
  /** the words in front of the figure */
  front: string;
  /** the words behind it */
  behind: string;
  /** the clause before */
  before: string;
  state: State;
}

interface Step {
  name: string;
  read: (words: Words) => Indicator | null;
}

const own = (name: string): Indicator => ({ names: [name], carried: false });
const carried = (name: string): Indicator => ({ names: [name], carried: true });

/** In this order: the first that gives a name. */
const STEPS: readonly Step[] = [
  { name: 'one of several under 分别', read: underRespectively },
  { name: 'the share of what stands behind', read: shareOfObject },
  { name: 'something is done to it', read: ({ front, behind }) => (front !== '' && DOING.test(behind) ? own(front) : null) },
  { name: 'a level whose noun stands with the next figure', read: levelBefore },
  { name: 'the object of the verb', read: object },
  { name: 'no subject, or a measure without one', read: continued },
  { name: 'a share of something', read: shareAlone },
  { name: 'a qualifier before the noun of the clause before', read: qualified },
  { name: 'a level without its noun', read: levelAfter },
  { name: 'places side by side', read: placesAlone },
  {
    name: 'several with the same figure',
    read: ({ f, front }) => (f.front.each ? { names: subjectsOf(front), carried: false } : null),
  },
  { name: 'the subject', read: ({ front }) => own(front.replace(/的$/, '')) },
];

/** What a figure counts or measures; null where nothing says it. */
export function indicatorOf(f: Figure, lead: Lead, before: string, state: State): Indicator | null {
  const words: Words = { f, lead, before, state, behind: objectOf(f), front: subjectOf(lead) };
  for (const step of STEPS) {
    const found = step.read(words);
    if (found !== null) return found.names.every((n) => n !== '') ? { ...found, names: found.names.map(clean) } : null;
  }
  return null;
}

/** `上述两项指标分别达到…`: the names are those given above. */
const NAMED_ABOVE = /^(?:上述|以上|前述|这)(?:[两二三四五六七八九十\d]{1,2}[项个大类])?(?:主要)?(?:指标|目标|数据)?$/;

function underRespectively({ f, state }: Words): Indicator | null {
  if (!f.share) return null;
  const { head, index, of, due } = f.share;
  const words = subjectOf(leadOf(head.front.subject)).replace(NAMED_ABOVE, '');
  if (words === '') {
    const object = sharedObject(f, of - 1 - index);
    if (object !== '') return own(object);
    // the names given since the first of them are its own
    const before = state.named.slice(0, state.named.length - index).slice(-of);
    const name = due === null ? before[index] : state.subject;
    return name === undefined || name === null ? null : carried(name);
  }
  if (due !== null) return own(words);
  const subjects = subjectsOf(words, of);
  return own(subjects.length === of ? (subjects[index] ?? words) : words);
}

/** `2026年、2027年分别完成30家、40家企业改造`: what stands behind the last figure of the list is of all; empty where nothing does, or one has its own. */
function sharedObject(f: Figure, behind: number): string {
  let last = f;
  for (let left = behind; left > 0; left--) {
    if (objectOf(last) !== '' || last.next === undefined) return '';
    last = last.next;
  }
  return countsObject(last) ? objectOf(last) : '';
}

/** `80%以上的企业完成改造`, `不低于40%的指标用于…`. */
function shareOfObject({ f, front, behind }: Words): Indicator | null {
  if (f.quantity.unit !== '%' || behind === '' || FIGURE_END.test(f.right)) return null;
  return own(behind.startsWith('的') || front === '' ? behind.replace(/^的/, '') : front + behind);
}

const countsObject = ({ quantity: { unit }, right }: Figure): boolean =>
  takesObject(unit) || RARELY_AIMED.has(unit) || (unit === '元' && /^的?[^，。；、]{0,24}(?:基金|资金|经费)/.test(right));

/** `1—2家百亿级、3—5家五十亿级龙头企业`. */
function levelBefore({ f, behind }: Words): Indicator | null {
  if (!f.next || !LEVEL_ALONE.test(behind)) return null;
  const noun = objectOf(f.next).replace(LEVEL_FRONT, '');
  return noun === '' ? null : carried(behind + noun);
}

/** `建成3个创新中心`, `支持40个试点集群建设`. */
function object({ f, front, behind }: Words): Indicator | null {
  if (behind === '' || !countsObject(f)) return null;
  // 招生不少于4个班: what is counted by is no name
  if (behind.length === 1 && front.length > 1) return own(front);
  // 形成年产设备500台（套）的能力
  if (behind.startsWith('的') && front !== '' && !MEASURE.test(front)) return own(front);
  const whole = f.quantity.unit === '元' ? (/^.*?(?:基金|资金|经费)/.exec(behind)?.[0] ?? behind) : behind;
  const noun = whole.replace(/^的/, '').replace(/(?<=.{3})用于.*$/, '');
  return own(/(?:支持|推动|推进)$/.test(f.front.subject) ? noun.replace(/(?<=.{3})建设$/, '') : noun);
}

/** A clause without a subject takes the one before; a bare measure is one of its subject. */
function continued({ f, lead, front, before, state }: Words): Indicator | null {
  const recorded = RECORDED.test(front) ? objectBefore('建成', before) : null;
  if (recorded !== null) return carried(recorded);
  if (front !== '' && !MEASURE.test(front)) return null;
  if (front === '') {
    const swollen = swollenBefore(before);
    if (swollen !== null || state.subject === null || isVerbOnly(lead, state.subject))
      return swollen ?? verbOnly(f, lead, before);
    return carried(f.front.growth && f.quantity.unit === '%' ? grown(state.subject) : state.subject);
  }
  if (state.subject === null) return own(front);
  return carried(merged(state.subject, front));
}

/** `培育集群促进机构，年内备案5家以上`: what is done with what the clause before builds. */
const RECORDED = /^(?:备案|认定|挂牌|授牌|获批|命名)$/;

/** `产业规模持续壮大，达到500亿元`: the clause before says only which way its subject goes. */
function swollenBefore(clause: string): Indicator | null {
  const subject = SWELLS.exec(clause)?.[1];
  return subject === undefined ? null : carried(leadOf(subject).rest);
}

/** `竣工18个，新开工25个`: what was done in the clause before is not what is done in this. */
function isVerbOnly({ verb }: Lead, subject: string): boolean {
  const before = leadOf(subject);
  return verb && before.verb && before.rest === '';
}

/** `竣工90万平方米`: there is a verb and nothing else; `建设…中试平台，到2027年建成200个` has its noun in the clause before. */
function verbOnly(f: Figure, lead: Lead, before: string): Indicator | null {
  if (!lead.verb) return staffBefore(f, before);
  const words = f.front.subject.replace(/^.*年(?:底|末|内)?前?/, '');
  return carried(objectBefore(words, before) ?? words);
}

/** `配齐专职联络人员，不少于3人`: the clause before says who. */
function staffBefore({ quantity, comparator }: Figure, before: string): Indicator | null {
  const staff = /(?:配齐|配备|配足|选配|充实)([\u4e00-\u9fa5]{2,20})$/.exec(before)?.[1];
  return staff !== undefined && comparator !== null && /^[人名]$/.test(quantity.unit) ? carried(staff) : null;
}

/** What the clause before builds (`建设…平台，建成200个`) or does (`加快老旧小区改造，完成改造286个`). */
function objectBefore(words: string, before: string): string | null {
  if (/(?:建成|新建|新增|培育|打造|创建|引进|设立|组建|达到)$/.test(words)) {
    const built = /.*(?:建设|培育|打造|创建|建立|引进|设立|组建|布局|发展)(.{2,24})$/.exec(before)?.[1];
    if (built !== undefined) return built.replace(/^.*的(?=.{3})/, '');
  }
  const doing = /(?:改造|建设|治理|整治|修复|培训|升级|安置)$/.exec(words)?.[0];
  const object = doing === undefined ? '' : leadOf(before).rest.replace(/^(?:加快|抓好|做好|加强|强化)/, '');
  return doing !== undefined && object.endsWith(doing) && object !== doing ? object : null;
}

/** What grows after a share of something is what it is a share of. */
const grown = (subject: string): string => RATIO.exec(subject)?.[1] ?? subject;

/** A bare measure after its subject: 营业收入 … 规模 is 营业收入规模; a measure of its own replaces the one before. */
function merged(subject: string, measure: string): string {
  if (subject.endsWith(measure)) return subject;
  // 项目开复工率 … 投资: where the name of a rate begins nothing tells
  if (subject.endsWith('率') && !measure.endsWith('率')) return measure;
  const base = subject.replace(SHARED_MEASURE, '').replace(/(?:播种|种植|养殖)$/, '');
  return measure === '规模' || base === '' ? subject + measure : base + measure;
}

function shareAlone({ front, state }: Words): Indicator | null {
  return state.subject !== null && SHARE_ALONE.test(front) ? carried(state.subject + front) : null;
}

/** `过千亿元的特色产业集群达到8个，过五百亿元的超过20个`. */
function qualified({ front, state }: Words): Indicator | null {
  if (!front.endsWith('的') || state.subject === null) return null;
  return carried(front + state.subject.slice(state.subject.lastIndexOf('的') + 1));
}

/** `国家级绿色工厂5家、省级15家`. */
function levelAfter({ front, state }: Words): Indicator | null {
  return state.subject !== null && LEVEL_ALONE.test(front) ? carried(front + state.subject.replace(LEVEL_FRONT, '')) : null;
}

/** `其中寿光市、诸城市各不少于15户`. */
function placesAlone({ f, front, state }: Words): Indicator | null {
  if (!f.front.each || state.subject === null || !PLACES.test(front)) return null;
  return { ...carried(state.subject), scope: clean(front.replace(/^其中/, '')) };
}

function objectOf(f: Figure): string {
  const text = f.right.replace(/^[、，。；：]+/, '').replace(/^（[^（）]*）$/, '');
  if (FIGURE_END.test(f.right)) return '';
  return text
    .replace(/（[^）]*$|（[^（）]*\d[^（）]*）$/, '')
    .replace(/[。；，]$/, '')
    .replace(/(?:为目标|的?基础上)$/, '');
}

/** The subject without what its chain is about (`四大产业中…`) and without a count at its end. */
function subjectOf({ rest }: Lead): string {
  return leadOf(rest.replace(/^.{0,20}?(?:产业|企业|领域|项目)中(?!小|心|国|药|医|间|层|试)/, '')).rest.replace(
    /(?:(?<!公)共|合?计|累计|总计)$/,
    '',
  );
}
