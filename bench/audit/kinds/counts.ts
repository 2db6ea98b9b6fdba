import { linesOf, setLine, gridsOf, setCell, type Line } from '../edit.js';
import { defineKind, otherCount, type Clean, type Site } from '../kind.js';
import type { Random } from '../../../test/support/seeded.js';

/** A list of names: the names, and where in the document they stand. */
interface List {
  /** the line with the number, where there is one */
  head: Line;
  number: RegExpExecArray | null;
  names: string[];
  line: Line;
}

const IN_BRACKETS = /（(?:共|计|共计)?(\d{1,3})(?:个|家|项|名|户)(?:项目)?）/;
const NAMES = /^[^，。：；]+(?:、[^，。：；]+){2,}[。；]?$/;

/** Headings and labels with a number in brackets over or before as many names. */
function lists({ document }: Clean): List[] {
  const lines = linesOf(document);
  return lines.flatMap((head, i) => {
    const number = IN_BRACKETS.exec(head.text);
    const rest = number ? head.text.slice(number.index + number[0].length).replace(/^[:：为是]+/, '') : '';
    const below = lines[i + 1];
    const line = NAMES.test(rest) ? head : below;
    const text = line === head ? rest : (below?.text ?? '');
    const names = NAMES.test(text.trim())
      ? text
          .trim()
          .replace(/[。；]$/, '')
          .split('、')
      : [];
    return number && line && names.length === Number(number[1]) ? [{ head, number, names, line }] : [];
  });
}

/** Lines of four names or more, counted or not. */
const longLists = ({ document }: Clean): { line: Line; names: string[] }[] =>
  linesOf(document).flatMap((line) => {
    const names = line.text
      .trim()
      .replace(/[。；]$/, '')
      .split('、');
    return NAMES.test(line.text.trim()) &&
      names.length >= 4 &&
      names.every((n) => n.length >= 3 && n.length <= 30 && !/[等（）按]|负责|坚持/.test(n))
      ? [{ line, names }]
      : [];
  });

const replaceAt = (text: string, at: number, from: string, to: string): string =>
  text.slice(0, at) + to + text.slice(at + from.length);

/** A site that gives a number in a line another value. */
function otherNumber(clean: Clean, line: Line, at: number, n: number): Site {
  return (random: Random) => {
    const wrong = otherCount(n, random);
    return {
      document: setLine(clean.document, line.at, replaceAt(line.text, at, String(n), String(wrong))),
      what: `${line.text.slice(Math.max(0, at - 14), at)}${n}→${wrong}${line.text.slice(at + String(n).length, at + 12)}`,
      // what several numbers make together is told as their sum
      tells: (f) => f.check === 'declared_count',
    };
  };
}

export const bracketCount = defineKind({
  name: 'bracket_count',
  about: 'a number in brackets over a list changed',
  checks: ['declared_count'],
  sites: (clean) => {
    const ofLines = lists(clean).map(({ head, number }) =>
      otherNumber(clean, head, (number?.index ?? 0) + (number?.[0].indexOf(number[1] ?? '') ?? 0), Number(number?.[1])),
    );
    return [...ofLines, ...groupRows(clean)];
  },
});

/** Rows such as `一、新材料（12个）` over as many rows of a table. */
function groupRows(clean: Clean): Site[] {
  return gridsOf(clean.document).flatMap((grid) =>
    grid.rows.flatMap((row, r): Site[] => {
      const column = row.findIndex((t) => IN_BRACKETS.test(t ?? ''));
      const text = row[column] ?? '';
      const number = IN_BRACKETS.exec(text);
      const next = grid.rows.findIndex((other, k) => k > r && !/^\d/.test(other[0] ?? ''));
      const count = (next < 0 ? grid.rows.length : next) - r - 1;
      if (!number || Number(number[1]) !== count) return [];
      return [
        (random) => {
          const wrong = otherCount(count, random);
          const changed = text.replace(number[0], number[0].replace(String(count), String(wrong)));
          return {
            document: setCell(clean.document, grid, r, column, changed),
            what: `${text}→${changed}`,
            tells: (f) => f.check === 'declared_count' && f.expected === wrong,
          };
        },
      ];
    }),
  );
}

const COUNTED = /(?<![\d.第约近超])(\d{1,3})(?:个|家|项)(?!以上|左右|工作日|月|百分点|以内|小时)/g;

/** Numbers in sentences that a count of the notice bears out: names beside them, rows of the table, ratings. */
export const sentenceCount = defineKind({
  name: 'sentence_count',
  about: 'a number in a sentence changed that counts names beside it, rows of a table or all that is rated',
  checks: ['declared_count'],
  sites: (clean) => {
    const { ratings, projects } = clean.notice.records;
    return linesOf(clean.document).flatMap((line) =>
      [...line.text.matchAll(COUNTED)].flatMap((m) => {
        if (line.text[m.index - 1] === '（' || /(不超过|不少于|至少|每.{0,12})$/.test(line.text.slice(0, m.index))) return [];
        const n = Number(m[1]);
        const before = line.text.slice(Math.max(0, m.index - 40), m.index);
        const behind = line.text.slice(m.index, m.index + 40);
        const beside = besideNumber(line.text, m.index, m[0].length) === n;
        const rows =
          projects.length === n &&
          /项目/.test(before.slice(-14) + behind.slice(0, 10)) &&
          new Set(projects.map((p) => p.table)).size === 1;
        const rated = ratings.length === n && /(评价|考核|评定|参评|认定|确定)/.test(line.text);
        return n >= 2 && (beside || rows || rated) ? [otherNumber(clean, line, m.index, n)] : [];
      }),
    );
  },
});

/** How many names stand beside a number: right before it, or behind a colon that follows. */
function besideNumber(text: string, at: number, length: number): number {
  const clause =
    text
      .slice(0, at)
      .split(/[，。；：]/)
      .at(-1) ?? '';
  const before = clause.replace(/等$/, '').split('、').length;
  const behind = /^[^，。；：、]{0,16}(?:，)?(?:分别是|分别为|包括|即|为)?：([^。；：，]+)/.exec(text.slice(at + length))?.[1];
  return behind === undefined ? (before > 1 ? before : 0) : behind.split('、').length;
}

/** `评价结果为优秀的12个`: a number for one grade. */
export const gradeCount = defineKind({
  name: 'grade_count',
  about: 'a number for one grade changed in a sentence',
  checks: ['declared_count'],
  sites: (clean) => {
    const count = new Map<string, number>();
    for (const r of clean.notice.records.ratings) count.set(r.grade, (count.get(r.grade) ?? 0) + 1);
    return linesOf(clean.document).flatMap((line) =>
      [...line.text.matchAll(COUNTED)].flatMap((m) => {
        if (line.text[m.index - 1] === '（') return [];
        const n = Number(m[1]);
        const near =
          line.text
            .slice(Math.max(0, m.index - 12), m.index)
            .split(/[，。；]/)
            .at(-1) ?? '';
        const behind = line.text.slice(m.index, m.index + 36).split(/[。；]/)[0] ?? '';
        const grade = [...count.keys()].find((g) => near.includes(g)) ?? [...count.keys()].find((g) => behind.includes(g));
        return n >= 2 && grade !== undefined && count.get(grade) === n ? [otherNumber(clean, line, m.index, n)] : [];
      }),
    );
  },
});

export const itemDropped = defineKind({
  name: 'item_dropped',
  about: 'a name left out of a list that is counted',
  checks: ['declared_count'],
  sites: (clean) =>
    lists(clean).map((list) => (random) => {
      const name = random.pick(list.names);
      const text = list.line.text.replace(`${name}、`, '').replace(`、${name}`, '');
      return {
        document: setLine(clean.document, list.line.at, text),
        what: `without ${name}`,
        tells: (f) => f.check === 'declared_count' && Number(f.expected) - Number(f.actual) === 1,
      };
    }),
});

export const itemDoubled = defineKind({
  name: 'item_doubled',
  about: 'a name set twice in a list of names',
  checks: ['duplicate_row', 'declared_count', 'rating_conflict'],
  sites: (clean) =>
    longLists(clean).map(({ line, names }) => (random) => {
      const [name, other] = [random.pick(names), random.pick(names)];
      return {
        document: setLine(clean.document, line.at, line.text.replace(other, `${other}、${name}`)),
        what: `${name} twice`,
        tells: (f) =>
          (f.check === 'duplicate_row' && JSON.stringify(f.params).includes(name)) ||
          (f.check === 'declared_count' && Number(f.actual) - Number(f.expected) === 1),
      };
    }),
});
