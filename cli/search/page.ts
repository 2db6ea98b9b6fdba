import type { Passage, SearchAnswer, SearchHit } from '../../schemas/index.js';
import type { Text } from '../kit/language.js';
import type { Terminal } from '../kit/terminal.js';
import { recordTypeNames } from '../kit/types.js';

const typeNames: Record<SearchHit['type'], Text> = { notices: { en: 'notice', zh: '公文' }, ...recordTypeNames };
const noTitle: Text = { en: '(no title)', zh: '（无标题）' };

/** Whether the hits can be shown in colour: a person looks on, and has not asked for none (https://no-color.org). */
function inColour({ columns }: Terminal): boolean {
  return columns !== null && !process.env['NO_COLOR'];
}

/** The hits one below the other: what it is, where it is from, the passages with the words marked, and the id that `show` takes. */
export function answerPage({ hits }: SearchAnswer, terminal: Terminal): string {
  const colour = inColour(terminal);
  return hits.map((hit) => hitPage(hit, terminal, colour)).join('\n');
}

function hitPage(hit: SearchHit, terminal: Terminal, colour: boolean): string {
  const kind = terminal.say(typeNames[hit.type]);
  const title = clean(hit.title ?? terminal.say(noTitle));
  const source = hit.type === 'notices' ? [] : [hit.notice_title ?? hit.file];
  const page = hit.page === null ? [] : [terminal.say({ en: `page ${hit.page}`, zh: `第 ${hit.page} 页` })];
  const from = [...source, hit.document_number, hit.issued_on, ...page].filter((part) => part !== null).join('  ');
  const lines = [
    `[${kind}] ${colour ? `\u001b[1m${title}\u001b[0m` : title}`,
    ...(from === '' ? [] : [`  ${oneLine(clean(from))}`]),
    ...hit.passages.map((passage) => `  ${fieldOf(passage)}${oneLine(marked(passage, colour))}`),
    `  ${hit.id}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A field of the record is named; words of the notice speak for themselves. */
function fieldOf({ field, start }: Passage): string {
  return start === null ? `${field}: ` : '';
}

/** The passage with its hits between 【 and 】, or in colour. */
function marked({ text, marks }: Passage, colour: boolean): string {
  const [on, off] = colour ? ['\u001b[1;31m', '\u001b[0m'] : ['【', '】'];
  let out = '';
  let at = 0;
  for (const { start, end } of marks) {
    out += `${clean(text.slice(at, start))}${on}${clean(text.slice(start, end))}${off}`;
    at = end;
  }
  return out + clean(text.slice(at));
}

/** Words of a file must not steer the terminal. */
function clean(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

function oneLine(text: string): string {
  return text
    .replace(/(?<!\s)\s*\n\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
