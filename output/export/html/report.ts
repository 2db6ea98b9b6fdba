import type { NoticeRecord } from '../../../schemas/index.js';
import type { Lang } from '../../messages.js';
import { MODELS } from '../../model.js';
import { ENTRY_TYPES, type Entry } from './entries.js';
import { escaped } from './escape.js';
import { entryLists, entryName } from './list.js';
import { markedText } from './marked.js';
import { STYLE } from './style.js';
import { word, type Word } from './words.js';

export interface Report {
  notice: NoticeRecord;
  /** in the order of the text, from number 1 */
  entries: readonly Entry[];
  lang: Lang;
  /** whether numbers of people are masked in it */
  masked: boolean;
}

/**
 * One page that stands for itself: the text with its records marked, the list beside it, each leading to the other. It has no script
 * and nothing from outside, and says so to the browser; all that is from the notice is escaped.
 */
export function reportHtml({ notice, entries, lang, masked }: Report): string {
  const title = notice.title ?? word('untitled', lang);
  const own = (entry: Entry): string => `${MODELS[entry.type].title[lang]}：${entryName(entry)}`;
  return `${pageHead(title, lang)}
<body>
<header id="top"><h1>${escaped(title)}</h1>
<dl>${headFacts(notice, lang)}</dl></header>
${legend(entries, lang)}
<main>
<article><h2>${escaped(word('text', lang))}</h2>
${markedText(notice.text, entries, { title: own })}
</article>
<aside><h2>${escaped(word('records', lang))}</h2>
${entries.length > 0 ? entryLists(entries, lang) : `<section><p class="none">${escaped(word('none', lang))}</p></section>`}
</aside>
</main>
<footer>${escaped(word('made', lang))}${masked ? escaped(word('masked', lang)) : ''} <code>${escaped(notice.id)}</code></footer>
</body>
</html>
`;
}

/** The policy lets the page use its own style and nothing else. */
function pageHead(title: string, lang: Lang): string {
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>`;
}

function headFacts(notice: NoticeRecord, lang: Lang): string {
  const facts: [Word, string | null][] = [
    ['number', notice.document_number],
    ['issuers', notice.issuers.join('、')],
    ['issuedOn', notice.issued_on],
    ['recipients', notice.recipients.join('、')],
    ['region', notice.region],
    ['effective', notice.effective_on],
    ['expires', notice.expires_on],
    ['status', notice.status],
    ['publicUntil', notice.public_until],
    ['attachments', notice.attachments.join('；')],
    ['file', notice.file],
  ];
  return facts
    .flatMap(([name, value]) => (value ? [`<div><dt>${escaped(word(name, lang))}</dt><dd>${escaped(value)}</dd></div>`] : []))
    .join('');
}

/** The types that occur, each to be marked or not: without a script, by what is ticked. */
function legend(entries: readonly Entry[], lang: Lang): string {
  const types = ENTRY_TYPES.filter((type) => entries.some((entry) => entry.type === type));
  const each = types.map((type) => {
    const count = entries.filter((entry) => entry.type === type).length;
    return `<span class="${type}"><label><input type="checkbox" id="show-${type}" checked><span class="dot"></span>${escaped(MODELS[type].title[lang])}</label> <a href="#list-${type}">${count}</a></span>`;
  });
  return each.length === 0 ? '' : `<nav class="legend"><span>${escaped(word('show', lang))}</span>${each.join('')}</nav>`;
}
