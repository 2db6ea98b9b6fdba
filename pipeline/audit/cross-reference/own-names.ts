import { bareTitle, compact, placeAt, spanOf, type Compact, matchesOf } from '../../../extractors/index.js';
import type { FindingRead, Span } from '../../../schemas/index.js';
import { finding, type Audited } from '../check.js';
import { bodyTexts } from '../text.js';
import { nearlySame } from './near.js';

function told(what: string, expected: string, actual: string, span: Span): FindingRead {
  return finding({
    check: 'cross_reference',
    severity: 'warning',
    params: { what },
    expected,
    actual,
    start: span.start,
    end: span.end,
  });
}

/** What a notice issues: `关于印发《X》的通知`, `印发X的通知`. */
const PLAN = /(?:印发|公布|发布|下达|转发)(.{6,90}?)的(?:通知|函|决定|公告|通告)$/;
const TITLES = /《([^《》]{6,80})》/g;
const YEARS = /（(\d{4}[—-]\d{4})年?）/;

const bare = (title: string): string =>
  bareTitle(compact(title).text.replace(/^[《]|》$/g, ''))
    .replace(/^关于/, '')
    .replace(/[“”‘’《》（）]/g, '');
/** A table or list that a plan has beside it bears nearly its name. */
const BESIDE = /(表|清单|名单|目录|附件)$/;

/** The plan that a notice issues, under another name or with other years where its text names it. */
export function ownTitle({ notice }: Audited): FindingRead[] {
  const title = compact(notice.head.title ?? '').text;
  const plan = PLAN.exec(bareTitle(title))?.[1];
  if (plan === undefined) return [];
  const years = YEARS.exec(title)?.[1];
  const told1 = (view: Compact, name: string, from: number, behind: string): FindingRead[] => {
    const span = spanOf(view, from, from + name.length);
    if (BESIDE.exec(bare(name))?.[0] === BESIDE.exec(bare(plan))?.[0] && nearlySame(bare(name), bare(plan)))
      return [told('own_title', plan, name, span)];
    const other = YEARS.exec(name + behind.replace(/^》/, ''))?.[1];
    const same = bare(name) === bare(plan) && years !== undefined && other !== undefined;
    return same && fold(other) !== fold(years) ? [told('own_title', years, other, span)] : [];
  };
  const quoted = bodyTexts(notice).flatMap(({ view }) =>
    matchesOf(view.text, TITLES)
      .filter((m) => !isAnother(view.text, m))
      .flatMap((m) => told1(view, m[1] ?? '', m.index + 1, view.text.slice(m.index + m[0].length, m.index + m[0].length + 14))),
  );
  const parts = partTitles(notice);
  // where the list stands under its own name, one with nearly that name is another list beside it
  const others = parts.some((view) => bare(view.text) === bare(plan)) ? [] : parts;
  return [...quoted, ...others.flatMap((view) => told1(view, view.text, 0, ''))];
}

/** `原《X暂行办法》（府发〔2019〕15号）同时废止`: a title with a number of its own, or of old, is another document. */
const isAnother = (text: string, m: RegExpExecArray): boolean =>
  text[m.index - 1] === '原' ||
  /^（[^（）]{0,20}（\d{4}）/.test(text.slice(m.index + m[0].length)) ||
  /^[^。]{0,40}废止/.test(text.slice(m.index + m[0].length));

const fold = (years: string): string => years.replace('—', '-');

/** Titles inside the notice, below its own: of the plan and of annexes. */
function partTitles(notice: Audited['notice']): Compact[] {
  const own = notice.headSpans.title?.end ?? 0;
  return notice.paragraphs.filter((p) => p.role === 'title' && p.start >= own).map((p) => compact(notice.text, p.start, p.end));
}

const PLACE = /[\u4e00-\u9fa5]{2,6}?(?:自治州|自治县|[市县区旗])/g;

/** The place that issues the notice, with a character left out or changed: 青山区 in a notice of 青山湖区. */
export function ownPlace({ notice }: Audited): FindingRead[] {
  const issuer = compact(notice.head.issuers[0] ?? '').text;
  const own = matchesOf(issuer, PLACE)
    .map((m) => m[0])
    .at(-1);
  if (own === undefined || own.length < 3) return [];
  return own.length >= 4 ? [...shortened(notice, own), ...miswritten(notice, own)] : miswritten(notice, own);
}

function shortened(notice: Audited['notice'], own: string): FindingRead[] {
  const variants = Array.from(own)
    .slice(1, -1)
    .map((_, i) => own.slice(0, i + 1) + own.slice(i + 2));
  return bodyTexts(notice).flatMap(({ view }) =>
    variants.flatMap((variant) => {
      const at = variant.length >= 3 && !own.endsWith(variant) ? view.text.indexOf(variant) : -1;
      return at < 0 ? [] : [told('own_place', own, variant, spanOf(view, at, at + variant.length))];
    }),
  );
}

/** Characters that make another word of a place's name: 各州市, 广大市民, 设区市. */
const GENERIC = /[各本我全该有相属设两上下等及和与的在向由省市县区州旗盟一二三四五六七八九十大中小老新东西南北乡城镇]/;
/** What only a place bears behind its name: its organs, a year, its clusters and parks. */
const OF_PLACE =
  /^(?:人民政府|人大|政协|委办|[\u4e00-\u9fa5]{2,10}(?:局|委员会|厅|办公室|分行|支行|产业集群)|20\d\d年|高新区|经开区)/;

/** The place that issues the notice with one character taken for another: `台洲市财政局`; a place that exists is no slip. */
function miswritten(notice: Audited['notice'], own: string): FindingRead[] {
  const ending = own.slice(-1);
  const told1 = new Set<string>();
  return bodyTexts(notice).flatMap(({ view }) => {
    const found: FindingRead[] = [];
    for (let at = view.text.indexOf(ending); at >= 0; at = view.text.indexOf(ending, at + 1)) {
      const from = at + 1 - own.length;
      const written = from < 0 ? '' : view.text.slice(from, at + 1);
      if (written === '' || told1.has(written) || !oneOther(written, own)) continue;
      const inTitle = view.text[from - 1] === '《';
      if (!inTitle && !OF_PLACE.test(view.text.slice(at + 1, at + 16))) continue;
      const place = placeAt(view.text, from);
      if (place?.sure === true && place.length >= own.length) continue;
      told1.add(written);
      found.push(told('own_place', own, written, spanOf(view, from, at + 1)));
    }
    return found;
  });
}

/** One character differs, and it is none that makes another word. */
function oneOther(written: string, own: string): boolean {
  const other = Array.from(written).filter((c, i) => c !== own[i]);
  const [only] = other;
  return other.length === 1 && only !== undefined && /[\u4e00-\u9fa5]/.test(only) && !GENERIC.test(only);
}
