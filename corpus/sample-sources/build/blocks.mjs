// The blocks that a source is made of, and what they say as plain text.
//
//   ['letterhead', text]  ['number', text]  ['title', …lines]  ['to', text]  ['p', text]  ['note', text]
//   ['h1', text] numbered 一、 by the writer   ['h2', text] as written   ['h3', title, text] numbered 1. by the writer
//   ['attach', …titles]  ['sign', …issuers, date]  ['annex', label, …title lines]  ['unit', text]  ['table', table]
//   ['break'] a new page   ['section', 'landscape' | 'portrait'] a new section

const DIGITS = '零一二三四五六七八九';
export const chinese = (n) => (n < 10 ? DIGITS[n] : `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}十${n % 10 ? DIGITS[n % 10] : ''}`);

/** Rows of a table with merged cells filled in from above. */
export const filled = ({ rows }) => {
  let last = [];
  return rows.map((row) => (last = row.map((cell, i) => cell ?? last[i] ?? '')));
};

/** The rows of a table's head: one of words, or several of {text, colSpan, rowSpan}. */
const heads = ({ head }) => (Array.isArray(head[0]) ? head : [head]);

export const attachments = (titles) =>
  titles.length === 1 ? [`附件：${titles[0]}`] : titles.map((t, i) => `${i ? '' : '附件：'}${i + 1}.${t}`);

export function plain(blocks) {
  let h1 = 0;
  let h3 = 0;
  const say = {
    h1: ([text]) => `${chinese((h1 += 1))}、${text}`,
    h3: ([title, text]) => `${(h3 += 1)}.${title}${text}`,
    attach: (titles) => attachments(titles).join('\n'),
    title: (lines) => lines.join(''),
    annex: ([label, ...lines]) => `${label}\n${lines.join('')}`,
    sign: (lines) => lines.join('\n'),
    table: ([table]) => [...heads(table), ...filled(table)].map((r) => r.map((c) => c.text ?? c).join('\t')).join('\n'),
    ...Object.fromEntries(['section', 'break', 'mark', 'draw'].map((kind) => [kind, () => ''])),
    restart: () => ((h1 = h3 = 0), ''),
  };
  return blocks.map(([kind, ...rest]) => (say[kind] ?? (([text]) => text))(rest)).join('\n');
}
