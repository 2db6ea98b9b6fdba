import type { Candidate, Explanation, NameKind } from '../../names/index.js';
import type { Text } from '../kit/language.js';
import { renderTable, type Column } from '../kit/table.js';
import type { Terminal } from '../kit/terminal.js';
import { groupWords, kindWords, reasonOf } from './words.js';

/** One line of the table: a thing that the name may mean. */
interface Line extends Candidate {
  kind: NameKind;
  chosen: boolean;
}

/** The table of all that a name may mean, with what to do where that is nothing or undecided; null where there is no table. */
export function explanationTable(explanations: readonly Explanation[], terminal: Terminal): string | null {
  const lines = explanations.flatMap(({ kind, resolution, candidates }) =>
    candidates.map((one) => ({ ...one, kind, chosen: one.id === resolution.entity_id })),
  );
  if (lines.length === 0) return null;
  return `${renderTable(lines, columns(terminal), terminal.columns).join('\n')}\n`;
}

function columns(terminal: Terminal): Column<Line>[] {
  const say = (text: Text): string => terminal.say(text);
  return [
    { head: say({ en: 'kind', zh: '类型' }), cell: ({ kind }) => say(kindWords[kind]) },
    { head: say({ en: 'meant', zh: '所指' }), cell: ({ chosen }) => (chosen ? '✓' : '') },
    { head: say({ en: 'name', zh: '名称' }), cell: ({ name }) => name },
    { head: say({ en: 'in', zh: '所在地' }), cell: ({ where }) => where },
    { head: say({ en: 'score', zh: '得分' }), cell: ({ score }) => score },
    { head: say({ en: 'why', zh: '依据' }), cell: (line) => say(reasonOf(line)) },
    { head: say({ en: 'id', zh: '编号' }), cell: ({ id }) => id, whole: true },
  ];
}

/** What the table does not say: groups, names that mean nothing, names that mean several things. */
export function explanationNotes(name: string, explanations: readonly Explanation[], placeGiven: boolean): Text[] {
  const groups = explanations.flatMap(({ resolution }) => (resolution.group_kind === null ? [] : [groupWords(resolution)]));
  if (groups.length > 0) return groups;
  const found = explanations.some(({ candidates }) => candidates.length > 0);
  const undecided = explanations.some(({ resolution, candidates }) => resolution.entity_id === null && candidates.length > 0);
  if (!found && !placeGiven && LEVEL_WORD.test(name)) return [noPlace(name), GIVE_PLACE];
  const notes = found ? [] : nothingFound(name, explanations);
  return !placeGiven && (undecided || !found) ? [...notes, GIVE_PLACE] : notes;
}

/** 市工信局, 县政府: a name that means something in a notice of some place only. */
const LEVEL_WORD = /^(?:省|自治区|市|县|区|州|盟|旗)/u;
const GIVE_PLACE: Text = {
  en: '  → with --in PLACE the name is read as in a notice of that place',
  zh: '  → 加 --in 地名，即按该地公文理解此名称',
};

function noPlace(name: string): Text {
  const level = LEVEL_WORD.exec(name)?.[0] ?? '';
  return { en: `“${name}” does not say which ${level} it is of`, zh: `“${name}”未说明是哪个${level}` };
}

function nothingFound(name: string, explanations: readonly Explanation[]): Text[] {
  const similar = explanations
    .flatMap(({ similar: names }) => names)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
    .map(({ name: full, where }) => (where === '' || full.startsWith(where) ? full : `${full}（${where}）`));
  const nothing = { en: `“${name}” means nothing that the gazetteer knows`, zh: `地名录中没有“${name}”` };
  const listed = similar.join('、');
  return similar.length > 0
    ? [nothing, { en: `  did you mean: ${listed}`, zh: `  是不是：${listed}` }]
    : [
        nothing,
        {
          en: '  → add it with rows of your own: gongbao resolve NAME --gazetteer FILE.csv',
          zh: '  → 可自备地名录补充：gongbao resolve 名称 --gazetteer 文件.csv',
        },
      ];
}
