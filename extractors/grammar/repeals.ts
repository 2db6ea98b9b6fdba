import type { Citation } from '../../schemas/index.js';
import { citationsIn, type CitationInText } from './citations.js';
import { headingMark } from './headings.js';
import { beginningIn, indexFrom, type Clause, type Prose, type Sentence } from './sentences.js';
import type { NoticeTable } from '../notice.js';
import { ChangeList, type Changes } from './change-list.js';
import { changesInTable } from './change-table.js';
import { matchesOf } from './matches.js';

interface Deed {
  kind: keyof Changes;
  /** the words that do it */
  verb: RegExp;
}

/** The first that fits a clause counts. */
const DEEDS: readonly Deed[] = [
  {
    kind: 'amends',
    verb: /(?:作|做|进行)出?(?:了)?(?:如下|以下|相应|部分)(?:修改|修订|修正|调整|补充)|(?:决定|予以|作出|进行)(?:修改|修订|修正)|(?:修改|修订|调整|修正)为|删去第|增加一[条款项]|关于(?:修改|修订|修正)(?=《)|关于调整(?=《[^《》]*》(?:有关|部分|相关))/g,
  },
  {
    kind: 'repeals',
    verb: /废止(?!后|前|的|时|程序|工作|建议|情况)|宣布失效|停止执行|不再执行|停止施行|停止使用|作废|即行失效|自行失效|同时失效/g,
  },
];
/** What was done before, or is yet to be thought of, or is done by others. */
const NOT_DONE =
  /(?:已|已经|曾|已于[^，]{2,20}|于[^，]{2,14}年[^，起]{0,8}|被|尚未|未|不得|应当?|及时|可以?|可能|如果?|若|凡|拟|建议|需要?|提出|申请|批准|应予|负责|组织|修改[、和或]|修订[、和或]|清理[、和或])(?:予以|宣布|全部|自行)?$/;
/** A part of a document: who repeals that changes the document. */
const PART = /第[一二三四五六七八九十百\d]+[条款项章]|条款|部分|有关(?:内容|规定)|相关(?:内容|规定)|不一致|相抵触|中的/;
/** Clauses that name what a measure rests on. */
const BASIS = /^(?:为|根据|按照|依据|依照|参照|鉴于|经|结合|落实|贯彻)/;
/** `废止下列规范性文件：`, `对以下文件予以废止：`: the list follows. */
const LIST_AHEAD = /(?:下列|以下|如下)[^。]{0,40}$/;

/** The documents that a notice repeals or amends, out of its title, paragraphs and tables; each once. */
export function changesOf(title: Prose | null, paragraphs: readonly Prose[], tables: readonly NoticeTable[]): Changes {
  const changes = new ChangeList();
  let list: keyof Changes | null = null;
  for (const prose of title === null ? paragraphs : [title, ...paragraphs]) {
    const { announced, done } = changesIn(prose, changes);
    if (done || headingMark(prose.view.text) === null) list = announced;
    else if (list !== null) for (const document of listedIn(prose)) changes.add(list, document);
  }
  for (const table of tables) for (const { kind, document } of changesInTable(table)) changes.add(kind, document);
  return changes.all();
}

interface ReadDeeds {
  /** the list of documents that the paragraph leads to */
  announced: keyof Changes | null;
  /** it does something itself */
  done: boolean;
}

const MAY_CHANGE = /废止|失效|作废|执行|施行|使用|修|调整|删|增加/;

/** Reads one paragraph into `changes`. A quoted paragraph is another document's text. */
function changesIn(prose: Prose, changes: ChangeList): ReadDeeds {
  const read: ReadDeeds = { announced: null, done: false };
  const { text } = prose.view;
  if (!MAY_CHANGE.test(text) || text.startsWith('“')) return read;
  const cites = citationsIn(prose.source, prose.view);
  for (const sentence of prose.sentences) {
    sentence.clauses.forEach((clause, i) => {
      const deed = deedOf(clause, cites);
      if (!deed) return;
      read.done = true;
      const objects = objectsOf(sentence, i, deed.at, cites);
      if (objects.length === 0 && LIST_AHEAD.test(clause.text.replace(/：$/, '')) && !text.endsWith('。'))
        read.announced = deed.kind;
      for (const object of objects) changes.add(isPart(text, object, deed) ? 'amends' : deed.kind, object);
    });
  }
  return read;
}

/** What a clause does, and where its verb stands; titles are looked past. */
function deedOf(clause: Clause, cites: readonly CitationInText[]): { kind: keyof Changes; at: number } | null {
  for (const { kind, verb } of DEEDS) {
    for (const m of matchesOf(clause.text, verb)) {
      const at = clause.from + m.index;
      if (!isInside(cites, at) && !NOT_DONE.test(clause.text.slice(Math.max(0, m.index - 24), m.index))) return { kind, at };
    }
  }
  return null;
}

/** True for a place within a title or a number. */
function isInside(cites: readonly CitationInText[], at: number): boolean {
  const last = cites[indexFrom(cites, at + 1) - 1];
  return last !== undefined && at < last.to;
}

/** Most clauses that one verb's list of documents goes on over. */
const LONGEST_LIST = 30;

/** What the verb is about: the titles behind it, else those before it in its clause, and clauses that only go on naming them. */
function objectsOf(sentence: Sentence, index: number, at: number, cites: readonly CitationInText[]): CitationInText[] {
  const clause = sentence.clauses[index];
  if (!clause) return [];
  const here = beginningIn(cites, clause.from, clause.to);
  const behind = here.filter((c) => c.from > at);
  const before = BASIS.test(clause.text) ? [] : here.filter((c) => c.to <= at);
  const [chosen, step] = behind.length > 0 ? [behind, 1] : [before, -1];
  const more: CitationInText[] = [];
  for (let i = index + step; chosen.length > 0 && Math.abs(i - index) <= LONGEST_LIST; i += step) {
    const next = sentence.clauses[i];
    const named = next ? beginningIn(cites, next.from, next.to) : [];
    if (!next || named.length === 0 || restOf(next, named) > 6) break;
    more.push(...named);
  }
  return [...chosen, ...more].sort((a, b) => a.from - b.from);
}

/** How much of a clause is neither title nor number. */
const restOf = (clause: Clause, cites: readonly CitationInText[]): number =>
  clause.to - clause.from - cites.reduce((sum, c) => sum + c.to - c.from, 0);

/** `《…》第五条同时废止` takes away a part. */
function isPart(text: string, object: CitationInText, deed: { kind: keyof Changes; at: number }): boolean {
  return deed.kind === 'repeals' && object.to < deed.at && PART.test(text.slice(object.to, Math.min(deed.at, object.to + 60)));
}

/** An item of a list of documents: `1．关于……的通知（抚财购〔2013〕9号）`, with or without 《》 around it. */
function listedIn(prose: Prose): Citation[] {
  const cites = citationsIn(prose.source, prose.view);
  const text = prose.view.text.slice(headingMark(prose.view.text)?.length ?? 0).replace(/[。；]$/, '');
  const number = cites.find((c) => c.document_number !== null)?.document_number ?? null;
  if (text.startsWith('《') || number === null) return text.startsWith('《') ? cites : [];
  const title = /^(.{6,}?)（[^（）]*（\d{4}）[^（）]*）$/.exec(text)?.[1];
  return title === undefined ? cites : [{ title, document_number: number }];
}
