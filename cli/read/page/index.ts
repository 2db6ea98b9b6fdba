import { createHash } from 'node:crypto';
import type { Look } from '../../../pipeline/index.js';
import type { Lang, Text } from '../../kit/language.js';
import { recordTypeNames, recordTypes } from '../../kit/types.js';
import { asideWords, formatWords, gradeWords, words } from '../words.js';
import { blockList } from './blocks.js';
import { flowList } from './flow.js';
import { escape } from './markup.js';
import { hasGeometry, sheet, touches } from './sheet.js';
import { SCRIPT, STYLE } from './style.js';

type Say = (text: Text) => string;

/**
 * One page that needs nothing outside itself: every page of the file drawn beside what was read from it, then what reflow
 * made of that with the records. Everything that comes from the file is escaped, and nothing else may run or load.
 */
export function pageOf(look: Look, file: string, lang: Lang): string {
  const say: Say = (text) => text[lang];
  const drawn = hasGeometry(look.document);
  const title = say({ en: `How ${file} was read`, zh: `${file} 的读取过程` });
  const script = createHash('sha256').update(SCRIPT).digest('base64');
  return `<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${script}'">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escape(title)}</h1>
${factsOf(look, say)}
${warningsOf(look, say)}
</header>
${navigation(look, drawn, say)}
<main>
${drawn ? pages(look, say) : whole(look, say)}
<section id="flow">
<h2>${say(words.afterReflow)}</h2>
${flowList(look, say)}
</section>
${asideOf(look, say)}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function factsOf({ document, ingested, records }: Look, say: Say): string {
  const counts = recordTypes
    .filter((type) => type !== 'findings')
    .map((type) => [say(recordTypeNames[type]), records.filter((r) => r.type === type).length] as const)
    .filter(([, n]) => n > 0);
  const findings = ingested.findings.length + ingested.notices.reduce((n, notice) => n + notice.findings.length, 0);
  const facts: (readonly [string, string | number])[] = [
    [say({ en: 'format', zh: '格式' }), formatWords[document.format]],
    [say(words.reader), document.reader],
    [say(words.pages), document.pages ?? '–'],
    [say({ en: 'notices', zh: '公文' }), ingested.notices.length],
    ...counts,
    [say(recordTypeNames.findings), findings],
  ];
  return `<dl class="facts">${facts.map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${escape(String(value))}</dd></div>`).join('')}</dl>`;
}

function warningsOf({ document }: Look, say: Say): string {
  if (document.warnings.length === 0) return '';
  const lines = document.warnings.map(
    (w) =>
      `<li>${w.page === null ? '' : `<a href="#p${w.page}">${say(words.page)} ${w.page}</a> `}<code>${escape(w.code)}</code> ${escape(w.detail)}</li>`,
  );
  return `<div class="warnings"><ul>${lines.join('')}</ul></div>`;
}

function navigation({ document }: Look, drawn: boolean, say: Say): string {
  const box = (id: string, swatch: string, text: Text) =>
    `<label><input type="checkbox" id="t-${id}" checked>${swatch === '' ? '' : `<span class="swatch s-${swatch}"></span>`}${say(text)}</label>`;
  const toggles = [
    ...(drawn
      ? [
          box('text', '', { en: 'text', zh: '文字' }),
          box('block', 'block', { en: 'lines of text, numbered in reading order', zh: '文字行（按阅读顺序编号）' }),
          box('cell', 'cell', { en: 'cells', zh: '单元格' }),
          box('rule', 'rule', { en: 'ruling lines', zh: '表格线' }),
        ]
      : []),
    box('aside', 'aside', { en: 'set aside', zh: '已剔除' }),
  ];
  const links = drawn ? Array.from({ length: document.pages ?? 0 }, (_, i) => `<a href="#p${i + 1}">${i + 1}</a>`).join('') : '';
  return `<nav>${toggles.join('')}<span class="pages">${links}</span><a href="#flow">${say(words.afterReflow)}</a></nav>`;
}

function pages(look: Look, say: Say): string {
  const { document } = look;
  const sections = Array.from({ length: document.pages ?? 1 }, (_, i) => i + 1).map((page) => {
    const facts = document.pageFacts.find((f) => f.page === page);
    const told = facts
      ? `<small>${Math.round(facts.width)}×${Math.round(facts.height)} · ${say(gradeWords[facts.grade])}${facts.ocr === null ? '' : ` · ${say(words.ocr)} ${escape(facts.ocr)}`}</small>`
      : '';
    const indexes = document.blocks.flatMap((block, b) => (touches(block, page) && (block.page ?? page) === page ? [b] : []));
    return `<section class="page" id="p${page}">
<h2>${say({ en: `Page ${page}`, zh: `第 ${page} 页` })}${told}</h2>
<div class="pair"><figure>${sheet(look, page)}</figure>
${blockList(look, indexes, true, say)}</div>
</section>`;
  });
  return sections.join('\n');
}

function whole(look: Look, say: Say): string {
  const indexes = look.document.blocks.map((_, i) => i);
  return `<section><h2>${say(words.blocks)}</h2>${blockList(look, indexes, false, say)}</section>`;
}

function asideOf({ flow }: Look, say: Say): string {
  const place = (page: number | null) => (page === null ? '' : `${say(words.page)} ${page} · `);
  const aside = flow.aside.map(
    (a) => `<li>${place(a.page)}${say(asideWords[a.reason])}: <a href="#b${a.block + 1}">${escape(a.text)}</a></li>`,
  );
  const repairs = flow.repairs.map(({ from, to }) => `<li>${escape(from)} → ${escape(to)}</li>`);
  const list = (heading: Text, lines: readonly string[]) =>
    `<section><h2>${say(heading)} <small>${lines.length}</small></h2>${lines.length === 0 ? `<p>${say(words.none)}</p>` : `<ul class="plain">${lines.join('')}</ul>`}</section>`;
  return `${list(words.setAside, aside)}\n${list(words.repairs, repairs)}`;
}
