import { dueDates } from '../grammar/dates.js';
import { clean } from '../grammar/fold.js';
import { splitOutside } from '../grammar/lists.js';
import { RARELY_AIMED } from './aim.js';
import type { State } from './state.js';
import { FIGURE_END, takesObject, type Figure } from './sentence.js';
import { GROWTH_DOWN, GROWTH_UP, LEADING, MEASURE, SHARED_MEASURE } from './words.js';

/** Places side by side: whom a figure holds for, not what it counts. */
const PLACES = /^(?:其中)?[\u4e00-\u9fa5]{2,8}[市县区州旗](?:、[\u4e00-\u9fa5]{2,8}[市县区州旗])+$/;

/** What is counted or measured, and whether it was carried over from the clause before. */
export function indicator(f: Figure, state: State): { names: string[]; carried: boolean; scope?: string } | null {
  const shared = f.share ? sharedName(f.share, state) : null;
  if (shared !== null) return { names: [clean(shared)], carried: false };
  const behind = objectOf(f);
  const front = subjectOf(f);
  if (f.quantity.unit === '%' && behind !== '' && !FIGURE_END.test(f.right)) {
    return {
      names: [clean(behind.startsWith('的') || front === '' ? behind.replace(/^的/, '') : front + behind)],
      carried: false,
    };
  }
  if (behind !== '' && (takesObject(f.quantity.unit) || RARELY_AIMED.has(f.quantity.unit)))
    return { names: [clean(behind)], carried: false };
  const named = front
    .replace(GROWTH_UP, '')
    .replace(GROWTH_DOWN, '')
    .replace(/(年均|同比|较上年|比上年|(较|比|相比|对比)20\d{2}年(底|末)?)$/, '')
    .replace(/(由|从)(20\d{2}年(底|末)?的?)?[\d.]+[^，]{0,4}$/, '');
  if (named === '' || MEASURE.test(named)) {
    if (state.subject !== null)
      return { names: [named === '' ? state.subject : clean(merge(state.subject, named))], carried: true };
    const words = named === '' ? f.left.replace(/^.*年(?:底|末)?前?/, '') : named;
    return words === '' ? null : { names: [clean(words)], carried: named === '' };
  }
  // `过千亿元的特色产业集群达到8个，过五百亿元的超过20个`: the noun is the one before
  if (named.endsWith('的') && state.subject !== null) {
    return { names: [clean(named + state.subject.slice(state.subject.lastIndexOf('的') + 1))], carried: true };
  }
  if (f.each && PLACES.test(named) && state.subject !== null) {
    return { names: [state.subject], carried: true, scope: clean(named.replace(/^其中/, '')) };
  }
  if (f.each) return { names: sharedSubjects(named), carried: false };
  return { names: [clean(named)], carried: false };
}

/** The k-th subject of `A、B分别达到x、y`, with the measure that they share; one subject under several dates is each one's. */
function sharedName(share: NonNullable<Figure['share']>, state: State): string | null {
  const words = subjectOf(share.head)
    .replace(/(?:较|比)20\d\d年$/, '')
    .replace(GROWTH_UP, '')
    .replace(GROWTH_DOWN, '')
    .replace(/年均$/, '');
  if (words === '') return state.subject;
  if (share.due !== null) return words;
  const parts = splitOutside(words, '、').flatMap((p) => (words.includes('、') ? [p.text] : p.text.split('和')));
  if (parts.length !== share.of) return words;
  const last = parts.at(-1) ?? '';
  const ending = /[两三四五六七八九\d]个(.+)$/.exec(last)?.[1] ?? SHARED_MEASURE.exec(last)?.[1] ?? '';
  const name = (parts[share.index] ?? '').replace(/[两三四五六七八九\d]个(.+)$/, '$1');
  return SHARED_MEASURE.test(name) || name.endsWith(ending) ? name : name + ending;
}

/** A bare measure after its subject: 营业收入 … 规模 is 营业收入规模; a measure of its own replaces the one before. */
function merge(subject: string, measure: string): string {
  const base = subject.replace(SHARED_MEASURE, '');
  return measure === '规模' || base === '' ? subject + measure : base + measure;
}

/** `A产业、B产业营业收入均`: the measure holds for each. */
function sharedSubjects(text: string): string[] {
  const parts = splitOutside(text, '、')
    .flatMap((p) => p.text.split(/(?<=产业|企业|行业)和/))
    .filter((t) => t !== '');
  const measure = SHARED_MEASURE.exec(parts.at(-1) ?? '')?.[1] ?? '';
  return parts.map((p) => clean(SHARED_MEASURE.test(p) ? p : p + measure));
}

function objectOf(f: Figure): string {
  const text = f.right.replace(/^[、，。；：]+/, '');
  return FIGURE_END.test(f.right) ? '' : text.replace(/（[^）]*$|（[^（）]*\d[^（）]*）$/, '').replace(/[。；，]$/, '');
}

/** The words in front of a figure without dates, scope and verbs. */
function subjectOf(f: Figure): string {
  let text = f.left.replace(
    /^(?:\d{1,2}[.、．]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳]|一是|二是|三是|四是|五是)/,
    '',
  );
  for (const d of [...dueDates(text)].reverse()) if (d.governs || d.from === 0) text = text.slice(0, d.from) + text.slice(d.to);
  text = text.replace(/[由从](?:20\d\d年)?[^由从]{0,16}$/, (m) => (/\d|[一二三四五六七八九十]/.test(m) ? '' : m));
  text = text
    .replace(/^.*?(?:产业|企业|领域|项目)中(?!小|心|国|药|医|间|层|试)/, '')
    .replace(/^[”’]+|^(——|-)+|^[“‘](?![^”’]*[”’])/, '');
  for (let k = 0; k < 6; k++) {
    const before = text;
    text = text
      .replace(
        /^(全省|全市|全区|全县|全州|我省|我市|我区|我县|(支持|指导|鼓励|推动)?各(设区市|县（市、区）|县（区）|县区|市州|市（州）))(?=.{2,})/,
        '',
      )
      .replace(LEADING, '')
      .replace(/^20\d{2}年(?!度|以来|版)(?=.{2,})/, '')
      .replace(/^(未来|今后)?[一二三四五六七八九十两]年(内|之内|左右)?(?=.{2,})/, '')
      .replace(/^(使|把|将|，|、|的|其中)/, '');
    if (text === before) break;
  }
  if (
    /^(全省|全市|全区|全县|全州|我省|我市|我区|我县|完成|建成|竣工|新增|引进|培育|达到|实现|开工|投产|全年|上半年|下半年|年内|[一二三四]季度|当年)$/.test(
      text,
    )
  )
    return '';
  return text.replace(/(共|计|合计|累计|总计|数量|总数|数)$/, (m) => (m === '数' ? m : ''));
}
