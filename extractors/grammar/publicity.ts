import { datesIn, DATE_SOURCE, later } from './calendar.js';
import { numeral } from './numerals.js';
import { wordsOf, type Prose, type Sentence } from './sentences.js';

/** The term of a 公示 or of a call for opinions, and the words that give it. */
export interface Publicity {
  public_from: string | null;
  public_until: string | null;
  public_term: string | null;
}

/** What these rules need to know of the notice. */
export interface PublicNotice {
  title: string | null;
  issued_on: string | null;
}

const NONE: Publicity = { public_from: null, public_until: null, public_term: null };
const PUBLIC_TITLE = /公示|(?:征求|听取|征集).{0,80}?(?:意见|建议)/;
/** What has none of these words is not looked through for PUBLISHES: its looking back is slow. */
const mayPublish = (text: string): boolean => text.includes('公示') || text.includes('向社会');
const PUBLISHES = /(?<=[现特](?:将.{0,60})?(?:予以|进行)?)公示|(?<=[现特].{0,60})向社会.{0,10}征[求集]意见/;

const COUNT = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
/** `公示期为`, `征求意见的截止时间：`. */
const LABEL =
  /(?:公示(?:期限?|时间|日期)|(?:(?:征求|征集|听取)意见|意见(?:征求|征集))(?:建议)?的?(?:期限?|时间|起止时间|截止时间|截止日期)|(?:意见)?(?:反馈|提交)(?:意见)?的?(?:期限|时间|截止时间|截止日期))(?:安排)?(?:为|是|：|定于)?(?:至|截至|截止到?)?/;
/** What a term begins with: a day, a number of days, `自…起`. */
const BEGINS = new RegExp(
  `^(?:为期|共计?|自|从|于|即)?(?:${DATE_SOURCE}|${COUNT}个?(?:工作日|自然日|日|天)|(?:本)?.{0,4}之?日起|即日起)`,
);
const GOES_ON = new RegExp(
  `^(?:自|从|即|为期|共计?|截止?|至|到|时间|期限)?(?:为|到|至)?(?:${DATE_SOURCE}|${COUNT}个?(?:工作日|自然日|日|天))`,
);
/** `公示7天`, where no label stands. */
const DAYS = new RegExp(`(?<!应当?|须|需|经)公示(?=${COUNT}个?(?:工作日|自然日|日|天))`);
/** `请于2024年6月10日前将意见反馈至……`: who is asked for opinions. */
const ANSWER_BY = new RegExp(
  `^(?:请|敬请|欢迎|可|如有意见|有关意见请|意见建议请|社会各界可)?.{0,20}?(?:于|在)(?<day>(?:${DATE_SOURCE})(?:之?前|以前|\\d{1,2}[:：]\\d{2}前)).{0,60}?(?:反馈|提出|提交|报送|发送|寄送|函告|告知|反映)`,
);
/** `请自本公告发布之日起30日内，将意见反馈至……` */
const ANSWER_WITHIN = new RegExp(
  `(?<term>自(?:本(?:公告|通知|公示|征求意见稿))?(?:公开|正式)?(?:公布|发布|公告|公示|印发|登报)之?日起${COUNT}个?(?:工作日|自然日|日|天)(?:之?内)?)`,
);
const OPINIONS = /意见|建议|反馈|异议/;

/** The term for which a notice is open to objections or opinions; nothing where it is no such notice. */
export function publicityOf(paragraphs: readonly Prose[], notice: PublicNotice): Publicity {
  const titled = notice.title !== null && PUBLIC_TITLE.test(notice.title);
  if (!titled && !paragraphs.some((p) => mayPublish(p.view.text) && PUBLISHES.test(p.view.text))) return NONE;
  for (const prose of paragraphs) {
    if (/^第.{1,5}条/.test(prose.view.text)) continue;
    for (const sentence of prose.sentences) {
      const range = labelledTerm(sentence, titled) ?? (titled ? answerBy(sentence) : null);
      if (range) return termOf(prose, range, notice.issued_on);
    }
  }
  return NONE;
}

interface Range {
  from: number;
  to: number;
}

/** The words behind 公示期为, over commas as long as they go on giving days. */
function labelledTerm(sentence: Sentence, titled: boolean): Range | null {
  for (const [i, clause] of sentence.clauses.entries()) {
    const label = LABEL.exec(clause.text) ?? (titled ? DAYS.exec(clause.text) : null);
    if (!label) continue;
    const from = clause.from + clause.text.indexOf(label[0], label.index) + label[0].length;
    const term = clause.text.slice(from - clause.from);
    if (!BEGINS.test(term)) continue;
    let to = clause.to;
    for (const next of sentence.clauses.slice(i + 1)) {
      if (!GOES_ON.test(next.text)) break;
      to = next.to;
    }
    return { from, to };
  }
  return null;
}

function answerBy(sentence: Sentence): Range | null {
  if (!OPINIONS.test(sentence.text)) return null;
  const words = ANSWER_BY.exec(sentence.text)?.groups?.['day'] ?? ANSWER_WITHIN.exec(sentence.text)?.groups?.['term'];
  if (words === undefined) return null;
  const from = sentence.from + sentence.text.indexOf(words);
  return { from, to: from + words.length };
}

/** `自公示之日起`, `即日起`: the notice's own date. */
const SINCE_ISSUE = /之?日起/;

function termOf(prose: Prose, { from, to }: Range, issued: string | null): Publicity {
  const text = prose.view.text.slice(from, to);
  const dates = datesIn(text, issued === null ? null : Number(issued.slice(0, 4)));
  const [first, second] = dates;
  const term = { public_term: wordsOf(prose, from, to) };
  if (first && second) return { public_from: first.date, public_until: second.date, ...term };
  if (first) return { ...oneDay(text, first, issued), ...term };
  return { public_from: SINCE_ISSUE.test(text) ? issued : null, public_until: null, ...term };
}

/** One day only: the last one (`6月10日前`), or the first with so many days, itself counted; working days have no end to compute. */
function oneDay(
  text: string,
  day: { from: number; to: number; date: string },
  issued: string | null,
): Omit<Publicity, 'public_term'> {
  const starts = /^起/.test(text.slice(day.to)) || /(?:自|从)$/.test(text.slice(0, day.from));
  if (!starts) return { public_from: SINCE_ISSUE.test(text) ? issued : null, public_until: day.date };
  const days = new RegExp(`(${COUNT})个?(?:自然日|日历日|日|天)`).exec(text.slice(day.to))?.[1];
  const count = days === undefined ? null : numeral(days);
  return { public_from: day.date, public_until: count === null ? null : later(day.date, { count: count - 1, unit: 'day' }) };
}
