import { dropBlocks, linesOf, setLine, type Line } from '../edit.js';
import { defineKind, type Clean, type Site } from '../kind.js';

const replaceAt = (text: string, at: number, length: number, to: string): string =>
  text.slice(0, at) + to + text.slice(at + length);

/** Lines of running text: long ones that are no list. */
const paragraphs = (clean: Clean): Line[] =>
  linesOf(clean.document).filter(({ text }) => text.length >= 60 && text.includes('。'));

export const sentenceDoubled = defineKind({
  name: 'sentence_doubled',
  about: 'a sentence that stands again behind the next one, or at once',
  checks: ['duplicate_text'],
  sites: (clean) =>
    paragraphs(clean).flatMap((line) => {
      const sentences = line.text.match(/[^。]+。/g) ?? [];
      return sentences.flatMap((sentence, i): Site[] => {
        const bare = sentence.trim();
        if (i === 0 || bare.length < 20 || bare.length > 150 || /[（）]/.test(bare)) return [];
        return [
          (random) => {
            const behind = sentences.slice(0, Math.min(sentences.length, i + 1 + random.below(2))).join('');
            return {
              document: setLine(clean.document, line.at, behind + bare + line.text.slice(behind.length)),
              what: bare.slice(0, 40),
              tells: (f) => f.check === 'duplicate_text',
            };
          },
        ];
      });
    }),
});

const MARKS: readonly [RegExp, string][] = [
  [/^([一二三四五六七八九十]{1,2})、/, '一二三四五六七八九十'],
  [/^（([一二三四五六七八九十]{1,2})）/, '一二三四五六七八九十'],
];

export const numbering = defineKind({
  name: 'numbering',
  about: 'a heading with the number after its own, or that of the one before',
  checks: ['numbering'],
  sites: (clean) =>
    MARKS.flatMap(([mark, digits]) =>
      linesOf(clean.document).flatMap((line): Site[] => {
        const number = mark.exec(line.text.trim())?.[1] ?? '';
        const value = digits.indexOf(number);
        // those up to the fourth, in a series of four or more
        const series = linesOf(clean.document).filter(({ text }) => mark.test(text.trim())).length;
        if (number.length !== 1 || value < 1 || value > 7 || series < 4) return [];
        return [
          (random) => {
            const wrong = digits[value + random.pick([1, -1])] ?? '';
            return {
              document: setLine(clean.document, line.at, line.text.replace(number, wrong)),
              what: `${line.text.trim().slice(0, 16)}: ${number}→${wrong}`,
              tells: (f) => f.check === 'numbering',
            };
          },
        ];
      }),
    ),
});

const RANGE = /(20\d{2})年(\d{1,2})月(\d{1,2})日(至|—|-)(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日|(20\d{2})(—|-|至)(20\d{2})年/g;

export const rangeReversed = defineKind({
  name: 'range_reversed',
  about: 'a range of dates or years that ends before it begins',
  checks: ['date_order', 'cross_reference'],
  sites: (clean) =>
    linesOf(clean.document).flatMap((line) =>
      [...line.text.matchAll(RANGE)].map((m): Site => () => {
        const [, y, mo, d, to, y2, mo2, d2, from, dash, until] = m;
        const wrong =
          from === undefined
            ? `${y ?? ''}年${mo2 ?? ''}月${d2 ?? ''}日${to ?? ''}${y2 === undefined ? '' : `${y ?? ''}年`}${mo ?? ''}月${d ?? ''}日`
            : `${until ?? ''}${dash ?? ''}${from}年`;
        const earlier = from === undefined && y2 !== undefined && y2 !== y ? wrong.replace(y ?? '', y2) : wrong;
        return {
          document: setLine(clean.document, line.at, replaceAt(line.text, m.index, m[0].length, earlier)),
          what: `${m[0]}→${earlier}`,
          tells: (f) => f.check === 'date_order' || f.check === 'cross_reference',
        };
      }),
    ),
});

const CITED = /〔(20\d{2})〕/g;

export const citedLater = defineKind({
  name: 'cited_later',
  about: 'a document cited with the number of a year to come; a notice numbered in another year than it was signed',
  checks: ['date_order', 'metadata'],
  sites: (clean) => {
    const year = Number(clean.notice.head.issued_on?.slice(0, 4));
    if (Number.isNaN(year)) return [];
    return linesOf(clean.document).flatMap((line) =>
      [...line.text.matchAll(CITED)].map((m): Site => (random) => {
        const wrong = year + 1 + random.below(2);
        return {
          document: setLine(clean.document, line.at, replaceAt(line.text, m.index + 1, 4, String(wrong))),
          what: `${line.text.slice(Math.max(0, m.index - 8), m.index + 12)}: ${wrong}, signed ${year}`,
          tells: (f) => f.check === 'date_order' || f.check === 'metadata',
        };
      }),
    );
  },
});

export const impossibleDate = defineKind({
  name: 'impossible_date',
  about: 'a day or a month that no calendar has',
  checks: ['date_order'],
  sites: (clean) =>
    linesOf(clean.document).flatMap((line) =>
      [...line.text.matchAll(/(20\d{2})年(\d{1,2})月(\d{1,2})日/g)].map((m): Site => (random) => {
        const wrong =
          random.below(2) === 0
            ? `${m[1] ?? ''}年${12 + 1 + random.below(6)}月${m[3] ?? ''}日`
            : `${m[1] ?? ''}年${m[2] ?? ''}月${32 + random.below(7)}日`;
        return {
          document: setLine(clean.document, line.at, replaceAt(line.text, m.index, m[0].length, wrong)),
          what: `${m[0]}→${wrong}`,
          tells: (f) => f.check === 'date_order',
        };
      }),
    ),
});

const SHARE =
  /(?:占[^，。；、\d]{2,20}?|(?:比重|占比|比例|覆盖率|普及率|合格率|利用率|达标率|配套率|满意度|满意率|处置率|回收率|数控化率|入园率|优良率)[^，。；、\d增提]{0,8})(\d{1,2}(?:\.\d+)?)%/g;

export const shareOver = defineKind({
  name: 'share_over',
  about: 'a share above 100 %: a digit or a point slipped',
  checks: ['share'],
  sites: (clean) =>
    linesOf(clean.document).flatMap((line) =>
      [...line.text.matchAll(SHARE)].flatMap((m): Site[] => {
        const share = m[1] ?? '';
        const at = m.index + m[0].length - 1 - share.length;
        if (/个百分点/.test(line.text.slice(at, at + 10))) return [];
        return [
          (random) => {
            const wrong =
              Number(share) >= 10.1 && random.below(2) === 0
                ? String(Number((Number(share) * 10).toFixed(1)))
                : String(Number((Number(share) + 100).toFixed(1)));
            return {
              document: setLine(clean.document, line.at, replaceAt(line.text, at, share.length, wrong)),
              what: `${m[0]}→${wrong}%`,
              tells: (f) => f.check === 'share',
            };
          },
        ];
      }),
    ),
});

const ANNEX = /^附\s*件\s*[:：]?\s*(\d{0,2})\s*$/;

/** The annexes of a document: the block of the word 附件 and the one where the next begins. */
function annexes(clean: Clean): { from: number; to: number }[] {
  const heads = linesOf(clean.document).filter(({ text }) => ANNEX.test(text.trim()));
  return heads.map(({ at }, i) => ({ from: at, to: heads[i + 1]?.at ?? clean.document.blocks.length }));
}

export const annexMissing = defineKind({
  name: 'annex_missing',
  about: 'an attachment that is listed and does not follow, where others do',
  checks: ['cross_reference'],
  sites: (clean) => {
    const all = annexes(clean);
    if (all.length < 2 || clean.notice.head.attachments.length !== all.length) return [];
    return all.map(({ from, to }): Site => () => ({
      document: dropBlocks(clean.document, from, to),
      what: `without ${
        linesOf(clean.document)
          .find((l) => l.at > from)
          ?.text.slice(0, 30) ?? ''
      }`,
      tells: (f) => f.check === 'cross_reference' && /missing|attachment|extra|beyond/.test(String(f.params['what'])),
    }));
  },
});

/** Words that are taken for each other in titles. */
const SWAPS: readonly [string, string][] = [
  ['分工', '分解'],
  ['清单', '名单'],
  ['计划', '规划'],
  ['重点', '主要'],
  ['结果', '情况'],
  ['指标', '目标'],
  ['任务', '工作'],
  ['项目', '工程'],
];

export const annexTitle = defineKind({
  name: 'annex_title',
  about: 'an attachment listed under another title than it bears',
  checks: ['cross_reference'],
  sites: (clean) =>
    linesOf(clean.document).flatMap((line): Site[] => {
      const title = clean.notice.head.attachments.find((a) => a.length >= 6 && line.text.includes(a));
      const isList = /附件\s*[:：]|^\s*\d{1,2}[.．、]/.test(line.text);
      const swaps = SWAPS.filter(([word]) => title?.includes(word));
      if (title === undefined || !isList || swaps.length === 0 || annexes(clean).length === 0) return [];
      return [
        (random) => {
          const [word, other] = random.pick(swaps);
          return {
            document: setLine(clean.document, line.at, line.text.replace(title, title.replace(word, other))),
            what: `${title}: ${word}→${other}`,
            tells: (f) => f.check === 'cross_reference',
          };
        },
      ];
    }),
});

export const targetConflict = defineKind({
  name: 'target_conflict',
  about: 'a target said again further down with another figure',
  checks: ['target_conflict'],
  sites: (clean) => {
    const last = paragraphs(clean).at(-1);
    return clean.notice.records.targets.flatMap((t): Site[] => {
      const whole = t.scope === null || /^(全|我)[省市县区]$/.test(t.scope);
      if (!last || t.value === null || t.value_max !== null || t.growth !== null || t.frequency !== null || t.due?.length !== 4)
        return [];
      const [, figure, unit] = /^(\d+(?:\.\d+)?)([^\d左以余]+)/.exec(t.value_text ?? '') ?? [];
      if (!whole || unit === undefined || t.indicator.length < 5) return [];
      return [
        (random) => {
          const wrong = Number((Number(figure) * random.pick([0.8, 1.25, 1.5, 2])).toFixed(1));
          const said = `到${t.due ?? ''}年，${t.scope ?? '全市'}${t.indicator}达到${wrong}${unit}。`;
          return {
            document: setLine(clean.document, last.at, last.text.trimEnd() + said),
            what: `${t.value_text ?? ''}: ${said}`,
            tells: (f) => f.check === 'target_conflict',
          };
        },
      ];
    });
  },
});
