import type { Span } from '../../schemas/index.js';
import { compact, foldSameLength } from './fold.js';
import { headingMark } from './headings.js';
import { matchesOf } from './matches.js';

/** A label of a project with the value behind its colon, which is empty where nothing stands there. */
export interface Field {
  /** compact: 建设地点 */
  label: string;
  labelSpan: Span;
  value: Span;
  /** it begins its paragraph, a mark before it left out */
  leads: boolean;
  /** it is one that projects have */
  known: boolean;
}

const NAME_LABEL = /^(?:项目|工程)(?:（工程）)?名称$/;
/** True for the label that begins a project's block. */
export const isNameLabel = (label: string): boolean => NAME_LABEL.test(label);

/** Labels that projects have. */
const KNOWN = new RegExp(
  [
    NAME_LABEL.source,
    '^(?:项目|工程)?(?:计划|估算|概算|预计)?(?:总投资|投资总额|投资额|投资规模|投资估算)',
    '^(?:20\\d\\d年度?|年度|本年度?|当年)(?:计划)?(?:完成)?(?:投资|建设|工作|形象)',
    '^(?:项目|工程|主要|建设){0,3}(?:内容|规模|周期|期限|工期|年限|性质|地点|地址|条件|时间|起止年限|起止时间|概况|简介)',
    '^(?:项目)?(?:建设|责任|实施|业主|牵头|配合|投资|申报|承担|主管|包保|联系|投资建设|行业主管)(?:单位|主体|部门)$',
    '^(?:项目)?(?:业主|法人|代码|类别|类型|进展|进展情况|进度|所在地|资金来源|联系人|责任人|实施地点|实施内容|实施期限)$',
    '^(?:计划|预计|拟)?(?:开工|动工|竣工|完工|投产|建成)(?:时间|日期|年月)$',
    '^(?:资金来源|预期效益|经济效益|合作方式|产能|占地面积|用地面积)',
  ].join('|'),
);

/** A label in front of its colon: words, maybe with a bracket, behind the paragraph's beginning, a gap or a sign. */
const LABEL =
  /(?:^|([\s。；，]))((?:20\d\d)?[\u4e00-\u9fa5]{2,10}(?:[、/][\u4e00-\u9fa5]{2,6})?(?:（[^（）\s]{1,12}）)?)[ \u3000]?$/;
/** Longest label with what stands before it, in characters. */
const REACH = 36;
const CONTENT = /(?:内容|规模|概况|简介|进展)/;

/**
 * The fields of a paragraph: every label behind its beginning, behind a wide gap, or, where projects have it, behind any blank
 * or sign. None where the paragraph does not begin with a label.
 */
export function fieldsOf(text: string, { start, end }: Span): Field[] {
  const source = foldSameLength(text.slice(start, end));
  if (!source.includes('：')) return [];
  const from = markLength(source);
  const labels = matchesOf(source, /：/g).flatMap((m) => labelBefore(source, from, m.index) ?? []);
  if (labels[0]?.from !== from) return [];
  return labels.map(({ label, from: at, to }, i) => {
    const next = labels[i + 1]?.from ?? source.length;
    return {
      label,
      labelSpan: { start: start + at, end: start + to },
      value: trimmed(source, to + 1, next, start, CONTENT.test(label)),
      leads: i === 0,
      known: KNOWN.test(label),
    };
  });
}

/** Length of the heading mark and the blanks that a paragraph begins with. */
function markLength(source: string): number {
  const view = compact(source, 0, Math.min(source.length, 24));
  const mark = headingMark(view.text)?.length ?? 0;
  return view.at[mark] ?? 0;
}

function labelBefore(source: string, from: number, colon: number): { label: string; from: number; to: number } | null {
  const near = Math.max(from, colon - REACH);
  const m = LABEL.exec(source.slice(near, colon));
  const label = compact(m?.[2] ?? '').text;
  if (!m || label === '') return null;
  const at = near + m.index + (m[1]?.length ?? 0);
  // the window's beginning is none of the paragraph's
  if (m[1] === undefined && at !== from) return null;
  const gap = at === from || /(?:[\t\u3000]|\s\s)$/.test(source.slice(Math.max(0, at - 2), at));
  return gap || KNOWN.test(label) ? { label, from: at, to: colon } : null;
}

/** A value without blanks and the signs that part it from the next; the full stop of a content is its own. */
function trimmed(source: string, from: number, to: number, base: number, content: boolean): Span {
  const ends = content ? /[\s；，]/ : /[\s；，。]/;
  let [start, end] = [from, to];
  while (start < end && /\s/.test(source[start] ?? '')) start += 1;
  while (end > start && ends.test(source[end - 1] ?? '')) end -= 1;
  return { start: base + start, end: base + end };
}
