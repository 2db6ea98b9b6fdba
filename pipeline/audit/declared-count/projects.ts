import { compact, numeral, projectRows, projectTables, spanOf, type ProjectRow, matchesOf } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { bodyTexts, placeOf, counting } from '../text.js';
import { mismatch } from './mismatch.js';

/** `共安排项目66个`, `其中续建项目4个`, `一、新材料（12个）`, `合计（66个）` against the rows of project tables. */
export function projectCounts(audited: Audited): FindingRead[] {
  const tables = projectTables(audited.notice)
    .map((table) => projectRows(audited.notice, table))
    .filter((rows) => rows.some((r) => r.kind === 'project'));
  const only = tables.length === 1 ? tables[0] : undefined;
  return [
    ...tables.flatMap(inTable),
    ...(only ? [...inSentences(audited, only), ...perGroup(audited, only)] : []),
    ...partsOfWhole(audited),
  ];
}

const isProject = (r: ProjectRow) => r.kind === 'project';
const wordsOf = (r: ProjectRow) => compact(r.row.cells.map((c) => c.text).join('')).text;

/** Numbers in the rows of groups and totals. */
function inTable(rows: readonly ProjectRow[]): FindingRead[] {
  return rows.flatMap((row, i) => {
    if (row.kind !== 'group' && row.kind !== 'total') return [];
    const words = wordsOf(row);
    const declared = /（(?:共|计)?(\d{1,4})[个项家](?:项目)?[，；）]/.exec(words)?.[1];
    if (declared === undefined) return [];
    const what = words.replace(/（.*$/, '');
    const counted = row.kind === 'group' ? groupSize(rows, i) : totalSize(rows, i, Number(declared));
    return counted === 0 ? [] : mismatch(what, Number(declared), counted, row.row);
  });
}

function groupSize(rows: readonly ProjectRow[], at: number): number {
  const next = rows.findIndex((r, i) => i > at && (r.kind === 'group' || r.kind === 'total'));
  return rows.slice(at, next < 0 ? rows.length : next).filter(isProject).length;
}

/** A total counts all projects; a subtotal those of its group, above it. */
function totalSize(rows: readonly ProjectRow[], at: number, declared: number): number {
  const all = rows.filter(isProject).length;
  const before = rows.findLastIndex((r, i) => i < at && (r.kind === 'group' || r.kind === 'total'));
  const block = rows.slice(Math.max(0, before), at).filter(isProject).length;
  return /小计/.test(rows[at] ? wordsOf(rows[at]) : '') || block === declared ? block : all;
}

/** Sentences that say how many projects the list has; the second kind may speak of others, and counts where it is near. */
const OF_THE_LIST =
  /(?:共|总计|合计)(?:安排|列入|实施|确定|推进|谋划)?(?:[^，。；\d]{0,14}项目)?(\d{1,4})个(?:[^，。；\d]{0,8}项目)?|(?:安排|列入|确定)[^，。；\d]{0,14}项目(?:共)?(\d{1,4})[个项]|(?:(?:列入|纳入)(?:清单|计划|名单)的|首批(?:安排|列入|实施|谋划)?)(\d{1,4})个[^，。；\d]{0,8}项目/;
const MAYBE_OF_THE_LIST = /(?:安排|实施|储备|梳理|确定|下达)[^，。；\d]{0,10}(\d{1,4})个[^，。；\d]{0,10}项目/;

const NAMES_THE_LIST = /(清单|计划|名单)的|首批/;

function inSentences({ notice }: Audited, rows: readonly ProjectRow[]): FindingRead[] {
  const counted = rows.filter(isProject).length;
  return counting(notice).flatMap((sentence) => {
    const sure = OF_THE_LIST.exec(sentence.text);
    const m = sure && sure[0].includes('项目') ? sure : MAYBE_OF_THE_LIST.exec(sentence.text);
    const declared = Number(m?.[1] ?? m?.[2] ?? m?.[3]);
    if (!m || Number.isNaN(declared) || /每年|年均|左右|以上|力争/.test(sentence.text.slice(0, m.index + m[0].length + 3)))
      return [];
    const room = m !== sure ? Math.max(2, counted * 0.15) : NAMES_THE_LIST.test(m[0]) ? Infinity : counted;
    if (Math.abs(declared - counted) > room) return [];
    return mismatch('项目', declared, counted, placeOf(sentence, m.index, m.index + m[0].length));
  });
}

const PARTS = /(续建|新建|新开工|在建|拟建|前期|储备|预备|投产|竣工)(?:类)?项目(\d{1,4})[个项]/g;
/** Kinds that a project of another kind may be too: they add up to nothing. */
const ALSO = /^(投产|竣工)$/;

/** `其中，续建项目4个、新开工项目4个` against the groups of that name. */
function perGroup({ notice }: Audited, rows: readonly ProjectRow[]): FindingRead[] {
  const groups = rows.flatMap((r, i) =>
    r.kind === 'group' ? [{ words: wordsOf(r).replace(/^（?[一二三四五六七八九十]+[）、]*/, ''), size: groupSize(rows, i) }] : [],
  );
  return counting(notice).flatMap((sentence) =>
    matchesOf(sentence.text, PARTS).flatMap((m) => {
      const group = groups.filter((g) => g.words.startsWith(m[1] ?? ''));
      const [only] = group;
      if (!only || group.length > 1) return [];
      return mismatch(`${m[1] ?? ''}项目`, Number(m[2]), only.size, placeOf(sentence, m.index, m.index + m[0].length));
    }),
  );
}

const WHOLE = /项目(\d{1,4})[个项]|(\d{1,4})个[^，。；、\d]{0,10}项目/g;

/** `项目45个，其中新建项目20个、续建项目25个`: kinds of which every project is one add up to the whole. */
function partsOfWhole({ notice }: Audited): FindingRead[] {
  return bodyTexts(notice).flatMap(({ view }) => {
    const at = view.text.indexOf('其中');
    const listed = at < 0 ? '' : (/^其中[，：]?[^。；]*/.exec(view.text.slice(at, at + 160))?.[0] ?? '');
    const parts = matchesOf(listed, PARTS).filter((p) => !ALSO.test(p[1] ?? ''));
    const whole = matchesOf(view.text.slice(0, Math.max(0, at)), WHOLE).at(-1);
    const declared = numeral(whole?.[1] ?? whole?.[2] ?? '');
    if (!whole || declared === null || parts.length < 2) return [];
    const sum = parts.reduce((n, p) => n + Number(p[2]), 0);
    // what is missing may be of other kinds, unless it is little
    return sum < declared * 0.9 ? [] : mismatch('项目', declared, sum, spanOf(view, whole.index, at + listed.length));
  });
}
