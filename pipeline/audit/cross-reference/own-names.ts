import { bareTitle, compact, spanOf, type Compact } from '../../../extractors/index.js';
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
    [...view.text.matchAll(TITLES)]
      .filter((m) => !isAnother(view.text, m))
      .flatMap((m) => told1(view, m[1] ?? '', m.index + 1, view.text.slice(m.index + m[0].length, m.index + m[0].length + 14))),
  );
  return [...quoted, ...partTitles(notice).flatMap((view) => told1(view, view.text, 0, ''))];
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
  const places = [...issuer.matchAll(PLACE)].map((m) => m[0]).filter((p) => p.length >= 4);
  const own = places.at(-1);
  if (own === undefined) return [];
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
