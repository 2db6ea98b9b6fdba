import type { Citation } from '../../schemas/index.js';
import { clean, compact } from './fold.js';
import { documentNumbers } from './document-numbers.js';

/** Last words of titles that are documents; what else stands in 《》 is a book, a journal, a film. */
const DOCUMENT_END =
  /(通知|通报|意见|决定|公告|通告|公报|批复|函|命令|令|决议|纪要|报告|方案|规划|计划|办法|规定|规则|细则|条例|法典?|纲要|目录|指南|指引|要点|措施|政策|标准|规程|规范|章程|准则|清单|名单|制度|预案|合同|协议|建议|提案|讲话|白皮书|宣言|若干政策|任务书)$/;

/** Other documents that a text names: in 《》, with their number where it follows, or by number alone. Offsets are not kept. */
export function citations(text: string): Citation[] {
  const view = compact(text);
  const found: Citation[] = [];
  const used: [number, number][] = [];
  for (const [from, to] of titlesIn(view.text)) {
    const title = clean(text.slice((view.at[from] ?? 0) + 1, view.at[to - 1]));
    const tail = view.text.slice(to, to + 45);
    const number =
      /^（[^（）]*?\d{4}）.{0,2}?第?\d+号[^（）]*）/.test(tail) || /^（/.test(tail)
        ? documentNumbers(tail.slice(1))[0]
        : undefined;
    const follows = number !== undefined && number.from <= 1 ? number : undefined;
    if (follows) used.push([to, to + 1 + follows.to]);
    const bare = compact(title)
      .text.replace(/（[^（）]*）$/, '')
      .replace(/[”》〉]$/, '');
    if (follows || DOCUMENT_END.test(bare)) found.push({ title, document_number: follows?.number ?? null });
  }
  for (const n of documentNumbers(view.text)) {
    if (!used.some(([a, b]) => n.from >= a && n.to <= b)) found.push({ title: null, document_number: n.number });
  }
  return found;
}

/** Outermost 《…》 ranges of a compact text. */
function titlesIn(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '《') {
      if (depth === 0) from = i;
      depth++;
    } else if (text[i] === '》' && depth > 0) {
      depth--;
      if (depth === 0) ranges.push([from, i + 1]);
    }
    if (depth > 0 && i - from > 200) depth = 0;
  }
  return ranges;
}
