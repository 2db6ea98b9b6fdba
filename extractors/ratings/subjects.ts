import type { Span } from '../../schemas/index.js';
import { clean, spanOf, type Compact } from '../grammar/fold.js';
import { splitOutside, type ListPart } from '../grammar/lists.js';
import { kindOfName, type NameKind } from '../grammar/names.js';
import { numeral } from '../grammar/numerals.js';
import { matchesOf } from '../grammar/matches.js';
import type { TableCell } from '../notice.js';
import { isGradeNote, isNote, isPoints, noteOf, scoreOf, type YearGrade } from './notes.js';

/** Something that a grade may be given to, with what its brackets say. */
export interface Subject {
  name: string;
  kind: NameKind;
  span: Span;
  /** where its brackets end, in the compact text; the end of the name where it has none */
  noteEnd: number;
  /** where the name ends, in the compact text */
  nameEnd: number;
  score: number | null;
  rank: number | null;
  /** the grade in its bracket, or behind it between commas */
  grade: string | null;
  /** the grades that its bracket gives for years that it names */
  byYear: readonly YearGrade[];
}

/** What a cell names, of which it says no more. */
export const subjectOfCell = ({ text: name, start, end }: TableCell, kind: NameKind): Subject => ({
  ...{ name, kind, span: { start, end } },
  ...{ nameEnd: 0, noteEnd: 0, score: null, rank: null, grade: null, byYear: [] },
});

/** A list of names: those that can be rated, and how many items it has in all. */
export interface SubjectList {
  found: Subject[];
  items: number;
}

interface Item {
  from: number;
  to: number;
}

/** The names listed in `view.text.slice(from, to)`, split at 、 ， ； 。, at 和 and 及 between names, at blanks between names. */
export function subjectsIn(text: string, view: Compact, from = 0, to = view.text.length): SubjectList {
  const found: Subject[] = [];
  let items = 0;
  for (const part of splitOutside(view.text.slice(from, to), '、；，。')) {
    if (addsToLast(found, part, from)) continue;
    for (const item of atBlanks(view, atConjunction(view, { from: from + part.from, to: from + part.to }))) {
      items++;
      const subject = subjectOf(text, view, item);
      if (subject) found.push(subject);
    }
  }
  return { found, items };
}

/** `A产业集群，良好，84.6分`: what stands behind a name between commas is said of it; of a grade behind several names nobody knows. */
function addsToLast(found: readonly Subject[], part: ListPart, from: number): boolean {
  const last = found.at(-1);
  if (!last) return false;
  const points = last.score === null && isPoints(part.text);
  const alone = found.length === 1 || found.at(-2)?.grade !== null;
  if (!points && !(part.separator === '，' && alone && isGradeNote(part.text))) return false;
  const note = noteOf(part.text);
  last.score ??= note.score;
  last.rank ??= note.rank;
  last.grade ??= note.grade;
  last.byYear = [...last.byYear, ...note.byYear];
  if (!points || last.grade !== null) last.noteEnd = from + part.to;
  return true;
}

/** True for a list in which all names, or nearly all, can be rated. */
export const isSubjectList = ({ found, items }: SubjectList): boolean => found.length > 0 && found.length >= items * 0.8;

/** A place that heads its part of a list: `德阳市：`, `其他县（市、区）：`. */
export const PLACE_LABEL =
  '(?:[\\u4e00-\\u9fa5]{2,8}[省市州盟县区旗]|[\\u4e00-\\u9fa5]{0,4}[省市州县区]（[省市县区州、]{1,5}）|省直管?|市直|其[他它])：';
/** Numbers and conjunctions in front of a name, and a place that heads its part of a list. */
const IN_FRONT =
  /^(?:\d{1,3}[.、)）]|（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|[-—·●]+|以及|和|及|与|其中)*(?:[^（）：]{1,14}的(?:分别)?[有是为])?/;
const HEADED = new RegExp(`^${PLACE_LABEL}(?=.{2,}(?:集群|[区园县市旗]|基地)(?:（|$))`);
const RANKED = /^第([一二三四五六七八九十\d]{1,3})[名位]：/;
/** Brackets that belong to a name count nothing, and grade nothing. */
const BRACKET = /（([^（）]*)）$/;
const SCORE_BEHIND = /(?:得分?)?(\d+(?:\.\d+)?)分$/;
/** Longest item of a list, with what its brackets say, in characters. */
const LONGEST_ITEM = 120;
/** Words that no name holds. */
const NO_NAME = /的|为|是|按照|根据|[，。：]/;

/** Reads one item of a list: `2.石门县（第2名）`, `临江县96.35分`; null where it is no name. */
function subjectOf(text: string, view: Compact, { from, to }: Item): Subject | null {
  if (to - from > LONGEST_ITEM) return null;
  const whole = view.text.slice(from, to);
  let begin = IN_FRONT.exec(whole)?.[0].length ?? 0;
  const ranked = RANKED.exec(whole.slice(begin));
  begin += ranked?.[0].length ?? HEADED.exec(whole.slice(begin))?.[0].length ?? 0;
  const bracket = BRACKET.exec(whole.slice(begin));
  const note = bracket && isNote(bracket[1] ?? '') ? (bracket[1] ?? '') : '';
  const unbracketed = note === '' ? whole.length : begin + (bracket?.index ?? 0);
  const scored = SCORE_BEHIND.exec(whole.slice(begin, unbracketed));
  const end = scored ? begin + scored.index : unbracketed;
  const span = spanOf(view, from + begin, from + end);
  const name = end > begin ? clean(text.slice(span.start, span.end)) : '';
  const kind = kindOfName(name);
  if (kind === null || name.length > 45 || NO_NAME.test(name)) return null;
  const said = noteOf(note);
  return {
    name,
    kind,
    span,
    nameEnd: from + end,
    noteEnd: to,
    score: scored ? scoreOf(scored[0]) : said.score,
    rank: ranked ? numeral(ranked[1] ?? '') : said.rank,
    grade: said.grade,
    byYear: said.byYear,
  };
}

/** `临江县和石门县` is two, `铝型材和门窗幕墙产业集群` one. */
function atConjunction(view: Compact, item: Item): Item[] {
  if (item.to - item.from > LONGEST_ITEM) return [item];
  const text = view.text.slice(item.from, item.to);
  for (const m of matchesOf(text, /以及|[和及与]/g)) {
    const left = text.slice(0, m.index);
    if (m.index === 0 || kindOfName(left) === null || kindOfName(text.slice(m.index + m[0].length)) === null) continue;
    const rest = { from: item.from + m.index + m[0].length, to: item.to };
    return [{ from: item.from, to: item.from + m.index }, ...atConjunction(view, rest)];
  }
  return [item];
}

/** Names that only blanks set apart: `东乡区  南城县  黎川县`, where each piece is one. A place or a park before a cluster is where that is, in a cell of two lines. */
function atBlanks(view: Compact, items: readonly Item[]): Item[] {
  return items.flatMap((item) => {
    const cuts = [item.from];
    for (let i = item.from + 1; i < item.to; i++) if ((view.at[i] ?? 0) - (view.at[i - 1] ?? 0) > 1) cuts.push(i);
    if (cuts.length === 1) return [item];
    const pieces = cuts.map((from, k) => ({ from, to: cuts[k + 1] ?? item.to }));
    const kinds = pieces.map(({ from, to }) => kindOfName(view.text.slice(from, to)));
    const clusters = kinds.filter((kind) => kind === 'cluster').length;
    const alike = clusters === 0 || clusters === kinds.length;
    return alike && kinds.every((kind) => kind !== null) ? pieces : [item];
  });
}
