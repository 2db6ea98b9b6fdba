import type { Span } from '../../schemas/index.js';
import { compact, spanOf } from './fold.js';
import { headingMark } from './headings.js';
import type { Field } from './labelled-fields.js';
import { splitOutside, type ListPart } from './lists.js';

/** A name in front of its first stop: 某某项目（二期）。 */
const NAMED = /^[^。，；：！？]{3,60}(?:项目|工程|基地|生产线)(?:（[^（）]{1,16}）)?(?=[。：，；])/;
/** What a task begins with that has a project for its object. */
const TASK =
  /^(?:加快|加大|推进|推动|实施|抓好|做好|建设|建成|支持|谋划|开展|组织|落实|加强|促进|争取|引进|培育|围绕|依托|鼓励|完成|统筹)/;
/** Who bears a task: a project that one is given to stands among tasks. */
const SOMEBODY = /责任|牵头|负责|配合/;
const AMOUNT =
  /^(?:项目)?(?:计划|规划|估算|概算|预计)?(?:总投资|投资总额|投资)(?:额|约|为|达|估算|：)*(?=\d[\d.]*[余多]?[万亿]元(?:人民币)?(?:左右|以上)?$)/;
const PERIOD = /^(?:项目|计划|总)?(?:建设|实施|施工)(?:起止)?(?:年限|工期|周期|期限?|时间)(?:为|：|约)?(?=(?:19|20)\d\d)/;
const CONTENT = /^(?:主要|项目)?(?:建设)?(?:内容|规模)(?:及规模|与规模)?(?:为|：)?/;
/** Longest project of one paragraph, in characters. */
const LONGEST = 1200;

/**
 * The fields of a project that a numbered paragraph tells in sentences: `1.某某项目。总投资3.2亿元，建设年限2026—2028年，建设生产线4条。`
 * What is neither amount nor period is its content. None where it gives no amount, or lays the project on somebody as a task.
 */
export function saidFields(text: string, { start, end }: Span): Field[] {
  if (end - start > LONGEST) return [];
  const view = compact(text, start, end);
  const mark = headingMark(view.text)?.length ?? 0;
  const body = view.text.slice(mark);
  const name = mark > 0 && !SOMEBODY.test(body) ? NAMED.exec(body)?.[0] : undefined;
  if (name === undefined || TASK.test(name)) return [];
  const rest = mark + name.length + 1;
  const parts = splitOutside(view.text.slice(rest), '。，；').map((p) => ({ ...p, from: p.from + rest, to: p.to + rest }));
  const amount = parts.findIndex((p) => AMOUNT.test(p.text));
  if (amount < 0) return [];
  const period = parts.findIndex((p) => PERIOD.test(p.text));
  const field = (label: string, from: number, to: number): Field => {
    const value = spanOf(view, from, to);
    return { label, labelSpan: value, value, leads: label === '项目名称', known: true };
  };
  const behind = (label: string, part: ListPart | undefined, pattern: RegExp): Field[] =>
    part ? [field(label, part.from + (pattern.exec(part.text)?.[0].length ?? 0), part.to)] : [];
  const [first, last] = contentOf(parts, amount, period);
  return [
    field('项目名称', mark, mark + name.length),
    ...behind('总投资', parts[amount], AMOUNT),
    ...behind('建设年限', parts[period], PERIOD),
    ...(first && last ? behind('建设内容', { ...first, to: last.to }, CONTENT) : []),
  ];
}

/** The first and the last part of what is built: what stands behind amount and period, else what stands in front of them. */
function contentOf(parts: readonly ListPart[], amount: number, period: number): [ListPart | undefined, ListPart | undefined] {
  const behind = parts.slice(Math.max(amount, period) + 1);
  const known = [amount, period].filter((at) => at >= 0);
  const content = behind.length > 0 ? behind : parts.slice(0, Math.min(...known));
  return [content[0], content.at(-1)];
}
