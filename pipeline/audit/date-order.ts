import { compact, documentNumbers, numeral, spanOf, matchesOf } from '../../extractors/index.js';
import type { FindingRead, Span } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';
import { bodyTexts, placeOf, says, sentences, sentencesFor, type BodyText, type Sentence } from './text.js';

/** Dates that cannot follow each other so: a period that ends before it begins, what is due or cited against the day of signing. */
export const dateOrder = defineCheck({
  name: 'date_order',
  version: 2,
  run: (audited) => [
    ...projectPeriods(audited),
    ...[...sentences(audited.notice), ...titlesOf(audited.notice)].flatMap(rangesIn),
    ...bodyTexts(audited.notice).flatMap(impossibleDays),
    ...ownNumber(audited),
    ...cited(audited),
    ...passed(audited),
    ...published(audited),
    ...due(audited),
    ...planYears(audited),
  ],
});

type Severity = FindingRead['severity'];

function told(
  what: string,
  severity: Severity,
  expected: string | null,
  actual: string,
  span: Span,
  rows: number[] = [],
): FindingRead {
  return finding({ check: 'date_order', severity, params: { what }, expected, actual, rows, start: span.start, end: span.end });
}

/** First and last day that a date to any precision may mean, for comparing. */
const firstDay = (date: string): string => (date + '-01-01').slice(0, 10);
const lastDay = (date: string): string => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date);
/** Does `a` lie before `b`, whatever days they mean? */
const before = (a: string, b: string): boolean => lastDay(a) < firstDay(b);

function projectPeriods({ records }: Audited): FindingRead[] {
  return records.projects.flatMap((p) =>
    p.period_start !== null && p.period_end !== null && before(p.period_end, p.period_start)
      ? [told('period', 'error', p.period_start, p.period_end, p, p.seq === null ? [] : [p.seq])]
      : [],
  );
}

/** The titles in and above a notice, as sentences. */
function titlesOf({ text, headSpans, paragraphs }: Audited['notice']): Sentence[] {
  const own = headSpans.title;
  const titles = paragraphs.filter((p) => p.role === 'title');
  const first = titles[0] ?? paragraphs[0];
  const whole = own && first && !titles.some((p) => p.start === own.start) ? [{ ...first, ...own }] : [];
  return [...whole, ...titles].map((paragraph) => {
    const view = compact(text, paragraph.start, paragraph.end);
    return { paragraph, view, text: view.text, from: 0 };
  });
}

const DAY = '(?:(20\\d{2})年)?(?:(\\d{1,2})月)?(?:(\\d{1,2})日)?';
const RANGE = new RegExp(
  `(?<![\\d.])(?:从|自)?(20\\d{2})年?(?:(\\d{1,2})月)?(?:(\\d{1,2})日)?(?:—|-|~|至|到)${DAY}(?![\\d.%])`,
  'g',
);

/** `2025年3月12日至3月6日`, `2027—2025年`: ranges whose end lies before their beginning. */
function rangesIn(sentence: Sentence): FindingRead[] {
  return matchesOf(sentence.text, RANGE).flatMap((m) => {
    const [, year = '', month, day, toYear, toMonth, toDay] = m;
    if (toYear === undefined && toMonth === undefined && toDay === undefined) return bareYears(sentence, m);
    const start = iso(year, month, day);
    const end = iso(toYear ?? year, toMonth ?? (toYear === undefined ? month : undefined), toDay);
    const span = placeOf(sentence, m.index, m.index + m[0].length);
    // from November to March is over the turn of a year
    const severity = toYear === undefined && toDay === undefined ? 'warning' : 'error';
    return before(end, start) ? [told('range', severity, start, end, span)] : tooManyDays(sentence, m, start, end, span);
  });
}

/** `2027—2025年`: the second year bears the 年 alone. */
function bareYears(sentence: Sentence, m: RegExpExecArray): FindingRead[] {
  const end = /^(20\d{2})年/.exec(sentence.text.slice(m.index + m[0].length))?.[1];
  const start = m[1] ?? '';
  if (end === undefined || end >= start) return [];
  return [told('range', 'error', start, end, placeOf(sentence, m.index, m.index + m[0].length + 5))];
}

function iso(year: string, month: string | undefined, day: string | undefined): string {
  return [year, month, month === undefined ? undefined : day]
    .flatMap((x) => (x === undefined ? [] : [x.padStart(2, '0')]))
    .join('-');
}

/** `…至12月11日，共5个工作日`: more days than the range has. */
function tooManyDays(sentence: Sentence, m: RegExpExecArray, start: string, end: string, span: Span): FindingRead[] {
  const behind = sentence.text.slice(m.index + m[0].length, m.index + m[0].length + 16);
  const said = /^[（，]?(?:共|公示期|为期|共计)?(\d{1,3})(?:个?(工作日)|天|个?日|个自然日)/.exec(behind);
  if (!said?.[1] || start.length < 10 || end.length < 10) return [];
  const days = daysBetween(start, end) + 1;
  // one day either way is a matter of counting; holidays take working days away
  return Number(said[1]) > days + (said[2] === undefined ? 1 : 0)
    ? [told('term', 'warning', `${said[1]}天`, `${days}天`, span)]
    : [];
}

const WHOLE_DATE = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?/g;

/** `2025年2月30日`, `2025年13月`. */
function impossibleDays({ view }: BodyText): FindingRead[] {
  return matchesOf(view.text, WHOLE_DATE).flatMap((m) => {
    const [month, day] = [Number(m[2]), Number(m[3] ?? 1)];
    const days = new Date(Date.UTC(Number(m[1]), month, 0)).getUTCDate();
    if (month >= 1 && month <= 12 && day >= 1 && day <= days) return [];
    return [told('impossible', 'error', null, m[0], spanOf(view, m.index, m.index + m[0].length))];
  });
}

const yearOfNumber = (number: string): number => Number(/〔((?:19|20)\d{2})〕/.exec(number)?.[1]);

/** The year in a notice's own number is the year of its signing. */
function ownNumber({ notice }: Audited): FindingRead[] {
  const { document_number: number, issued_on: issued } = notice.head;
  const span = notice.headSpans.document_number;
  if (number === null || issued === null || span === undefined) return [];
  const [numbered, signed] = [yearOfNumber(number), Number(issued.slice(0, 4))];
  if (Number.isNaN(numbered) || numbered === signed) return [];
  // a number of the year before may have been given before the signing
  return [told('own_number', numbered > signed ? 'warning' : 'info', issued, number, span)];
}

/** A document cannot cite one that was numbered in a later year. */
function cited({ notice }: Audited): FindingRead[] {
  const issued = notice.head.issued_on;
  if (issued === null) return [];
  return sentences(notice).flatMap((sentence) =>
    documentNumbers(sentence.text)
      .filter(({ number }) => yearOfNumber(number) > Number(issued.slice(0, 4)))
      .map(({ number, from, to }) => told('cited', 'warning', issued, number, placeOf(sentence, from, to))),
  );
}

const PASSED = /(?:已经|经|业经)(20\d{2})年(\d{1,2})月(\d{1,2})日[^，。；]{0,30}(?:审议|研究|讨论|会议|通过|同意|批准)/g;

/** `已经2024年4月12日市政府常务会议审议通过` in a notice signed before that day. */
function passed({ notice }: Audited): FindingRead[] {
  const issued = notice.head.issued_on;
  if (issued?.length !== 10) return [];
  return sentencesFor(notice, '经20').flatMap((sentence) =>
    matchesOf(sentence.text, PASSED).flatMap((m) => {
      const day = iso(m[1] ?? '', m[2], m[3]);
      return before(issued, day)
        ? [told('passed', 'warning', issued, day, placeOf(sentence, m.index, m.index + m[0].length))]
        : [];
    }),
  );
}

const PUBLIC = /(?:公示(?:期限?|时间)|征求意见(?:时间|期限))(?:为|：|从|自)*(20\d{2})年(\d{1,2})月(\d{1,2})日/;
/** Days that may lie between the signing of a notice and the term that it opens. */
const SOON = 31;

/** A term for objections that begins long before or after the notice was signed. */
function published({ notice }: Audited): FindingRead[] {
  const issued = notice.head.issued_on;
  if (issued?.length !== 10) return [];
  return sentencesFor(notice, '公示', '征求意见').flatMap((sentence) => {
    const m = PUBLIC.exec(sentence.text);
    const day = m ? iso(m[1] ?? '', m[2], m[3]) : null;
    if (!m || day === null || Math.abs(daysBetween(issued, day)) <= SOON) return [];
    return [told('published', 'warning', issued, day, placeOf(sentence, m.index, m.index + m[0].length))];
  });
}

const daysBetween = (a: string, b: string): number => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);

/** Tasks that were due in a year before the notice was signed. In its own year they may have been under way. */
function due({ notice, records }: Audited): FindingRead[] {
  const issued = notice.head.issued_on;
  if (issued === null) return [];
  const year = issued.slice(0, 4);
  const tasks = records.obligations
    .filter((o) => o.basis === 'clause' && o.due !== null && o.due.slice(0, 4) < year)
    .map((o) => told('due', 'warning', issued, o.due ?? '', o, /^\d+$/.test(o.number ?? '') ? [Number(o.number)] : []));
  return [...tasks, ...expired(notice, year)];
}

const UNTIL = /有效期(?:至|到|截至)(20\d{2})年/g;

/** `有效期至2022年12月31日` in a notice of a later year. */
function expired(notice: Audited['notice'], year: string): FindingRead[] {
  return sentencesFor(notice, '有效期').flatMap((sentence) =>
    matchesOf(sentence.text, UNTIL)
      .filter((m) => (m[1] ?? '') < year)
      .map((m) =>
        told('expired', 'warning', notice.head.issued_on, m[1] ?? '', placeOf(sentence, m.index, m.index + m[0].length)),
      ),
  );
}

const PLAN = /([一二三四五六七八九十])年(?:[^年，。；（）\d]{2,16})（(20\d{2})(?:—|-|~|至)(20\d{2})年?）/g;

/** `三年行动方案（2024—2026年）`: as many years as it says, or one more where they do not begin in January. */
function planYears({ notice }: Audited): FindingRead[] {
  if (!says(notice, '（20')) return [];
  const title = notice.headSpans.title;
  const texts = [...(title ? [compact(notice.text, title.start, title.end)] : []), ...bodyTexts(notice).map((b) => b.view)];
  return texts.flatMap((view) =>
    matchesOf(view.text, PLAN).flatMap((m) => {
      const [said, years] = [numeral(m[1] ?? ''), Number(m[3]) - Number(m[2]) + 1];
      if (said === null || years === said || years === said + 1) return [];
      return [
        told('plan_years', 'warning', `${said}年`, `${m[2] ?? ''}—${m[3] ?? ''}年`, spanOf(view, m.index, m.index + m[0].length)),
      ];
    }),
  );
}
