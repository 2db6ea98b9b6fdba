import {
  ORGAN_END,
  documentNumbers,
  headingMark,
  isNoticeTitle,
  isOrganLine,
  isTitleLike,
  numberLine,
  signedDate,
} from '../../extractors/index.js';
import { isParagraph, type Item } from './items.js';
import { isMetadata } from './labels.js';

/** Where a notice begins: its first item, and the items of its title (empty where it shows none). */
export interface NoticeStart {
  from: number;
  title: { from: number; to: number } | null;
}

/** Most lines that a title is set in. */
const TITLE_LINES = 5;
export const LETTERHEAD = /^(.{2,40}?)文件/;
const LETTERHEAD_ALONE = /^.{2,40}文件$/;
const MARGINALIA = /^(0{2,}\d+|绝密|机密|秘密|特急|加急|平急|签发人：?.*|★.*)$/;
const RECIPIENT_WORDS = /(各|政府|委员会|办公厅|厅|局|委|办|单位|部门|公司|企业|管委会|银行|院|处|会|中心|街道|乡|镇|园区)/;
const CHRONICLE = /^.{2,20}大事记$/;

/** True for a compact line that addresses the notice: 主送机关 with a colon at its end. */
export function isRecipients(line: string): boolean {
  return (
    line.endsWith('：') &&
    line.length >= 3 &&
    line.length <= 260 &&
    !/[。；！？《]|“[^”]{7,}”/.test(line) &&
    headingMark(line) === null &&
    RECIPIENT_WORDS.test(line) &&
    !/(如下|事项|议定|包括|以下|附件|名单|联系|电话|要求|其中|是|有|为)：$/.test(line) &&
    !/：./.test(line)
  );
}

/** `X市人民政府办公室 2025年4月22日`: organ and date on one line, as minutes (纪要) bear it above their title; else null. */
export function datedOrgan(line: string): { organ: string; date: string } | null {
  const m = /^(.{3,60}?)((?:\d{4}|[二一][〇○零一二三四五六七八九O0]{3})年.{2,8}日)$/.exec(line);
  const date = m ? signedDate(m[2] ?? '') : null;
  return m && date !== null && isOrganLine(m[1] ?? '') ? { organ: m[1] ?? '', date } : null;
}

/** The number behind the letterhead on its line: `X市人民政府文件 X府发〔2024〕2号`, also with 签发人 behind it; else null. */
export function letterheadNumber(line: string): string | null {
  const organ = line.length < 60 ? LETTERHEAD.exec(line)?.[1] : undefined;
  if (organ === undefined || !ORGAN_END.test(organ)) return null;
  const found = documentNumbers(line.slice(organ.length + 2))[0];
  return found?.from === 0 ? found.number : null;
}

/** The starts of all notices of a file, in order. */
export function findStarts(items: readonly Item[]): NoticeStart[] {
  const titled = titledStarts(items);
  if (titled.length > 0) return titled;
  const addressed = items
    .filter((it) => !it.toc && isRecipients(it.bare) && opensBody(items, it.index + 1))
    .map((it) => ({ from: it.index, title: null }));
  if (addressed.length > 0) return addressed.map((s) => ({ ...s, title: titleAbove(items, s.from) })).map(fromTitle);
  const first = items.find((it) => !it.toc);
  return first ? [untitledStart(items, first.index)] : [];
}

const fromTitle = (s: NoticeStart): NoticeStart => ({ from: s.title?.from ?? s.from, title: s.title });

function titledStarts(items: readonly Item[]): NoticeStart[] {
  const starts: NoticeStart[] = [];
  for (let i = 0; i < items.length; i++) {
    const to = titleEnd(items, i);
    if (
      to !== null &&
      !(starts.length > 0 && isAnnexHead(items[i - 1])) &&
      (hasEvidence(items, i, to) || (starts.length === 0 && nothingBefore(items, i)))
    ) {
      const previous = starts.at(-1);
      const from = headStart(items, i, previous?.title?.to ?? 0);
      if (previous && sameTitleAgain(items, previous, i, to)) previous.title = { from: i, to };
      else starts.push({ from, title: { from: i, to } });
      i = to - 1;
    } else if (isChronicle(items, i)) {
      starts.push({ from: i, title: { from: i, to: i + 1 } });
    }
  }
  return starts.every((s) => CHRONICLE.test(items[s.title?.from ?? 0]?.bare ?? '')) ? [] : starts;
}

/** `X大事记` as a heading, or over a line that gives its months: part of a gazette, no notice's annex. */
function isChronicle(items: readonly Item[], i: number): boolean {
  const item = items[i];
  if (!item || item.toc || !CHRONICLE.test(item.bare)) return false;
  return item.flow.kind === 'heading' || /^（?\d{4}年\d{1,2}月/.test(items[i + 1]?.bare ?? '');
}

/** Index after the last line of a notice title that begins at `i`; null where none begins there. */
function titleEnd(items: readonly Item[], i: number): number | null {
  let joined = '';
  for (let k = i; k < Math.min(items.length, i + TITLE_LINES); k++) {
    const item = items[k];
    if (!isParagraph(item) || item.toc || !fitsTitle(item.bare, k === i)) return null;
    if (k === i + 1 && namesAgain(joined, item.bare)) return null;
    joined += item.bare;
    if (isNoticeTitle(joined)) return k + 1;
  }
  return null;
}

/** An organ's name on a line of its own, and again in the title below: the title begins with the second. */
const namesAgain = (line: string, next: string): boolean => next.startsWith(`${line}关于`);

function fitsTitle(line: string, first: boolean): boolean {
  if (line.length > 90 || /[。；]$|：$/.test(line) || headingMark(line) !== null || signedDate(line) !== null) return false;
  if (numberLine(line) !== null || isMetadata(line) || LETTERHEAD_ALONE.test(line) || datedOrgan(line) !== null) return false;
  return (
    !first ||
    isOrganLine(line) ||
    /(关于|印发|转发|批转|公布|发布|表彰|表扬|调整|同意|授予|认定|召开|令|公告|通告|公示|的会议纪要$|^对.+的答复$)/.test(line)
  );
}

/** A number or an address near the title: what a heading of that form inside a notice does not have. */
function hasEvidence(items: readonly Item[], from: number, to: number): boolean {
  for (let k = to; k < Math.min(items.length, to + 5); k++) {
    const bare = items[k]?.bare ?? '';
    if (numberLine(bare) !== null || isRecipients(bare)) return true;
  }
  for (let k = from - 1; k >= Math.max(0, from - 4); k--) {
    const bare = items[k]?.bare ?? '';
    if (numberLine(bare) !== null || LETTERHEAD_ALONE.test(bare) || letterheadNumber(bare) !== null) return true;
  }
  return false;
}

/** `附件` above a title: a document that the notice before it forwards, not one of its own in the file. */
const isAnnexHead = (item: Item | undefined): boolean =>
  /^附件(?:[一二三四五六七八九十]{1,3}|\d{1,2})?：?$/.test(item?.bare ?? '');

const nothingBefore = (items: readonly Item[], i: number) => items.slice(0, i).every((it) => it.toc || it.bare.length < 60);

/** A web page shows the title twice, as its headline and above the text: no body stands between. */
function sameTitleAgain(items: readonly Item[], previous: NoticeStart, from: number, to: number): boolean {
  if (!previous.title) return false;
  const between = items.slice(previous.title.to, from);
  if (
    between.some((it) => (it.flow.kind === 'table' ? false : it.bare.length > 60 && !isMetadata(it.bare))) ||
    between.length > 24
  )
    return false;
  const text = (a: number, b: number) =>
    items
      .slice(a, b)
      .map((it) => it.bare)
      .join('');
  const [a, b] = [text(previous.title.from, previous.title.to), text(from, to)];
  const key = (t: string) => t.replace(/（[^（）]*）|[《》“”]/g, '');
  const [x, y] = [key(a), key(b)];
  return x === y || x.endsWith(y) || y.endsWith(x);
}

/** Letterhead, number, 密级 and the metadata block above a title belong to its notice. */
function headStart(items: readonly Item[], title: number, floor: number): number {
  let from = title;
  let metadata = 0;
  for (let k = title - 1; k >= floor; k--) {
    const item = items[k];
    if (!item || item.toc) break;
    const bare = item.bare;
    // the date of signature of the notice before
    if (floor > 0 && signedDate(bare) !== null) break;
    if (item.flow.kind === 'table') {
      // a metadata block set as a table: it has few rows, and no notice's table stands above a title
      if (floor === 0 && item.flow.rows.length <= 8 && title - k <= 6) from = k;
      else break;
    } else if (
      numberLine(bare) !== null ||
      LETTERHEAD_ALONE.test(bare) ||
      letterheadNumber(bare) !== null ||
      MARGINALIA.test(bare) ||
      isOrganLine(bare) ||
      datedOrgan(bare) !== null
    )
      from = k;
    else if (isMetadata(bare) || (metadata > 0 && bare.length <= 40 && metadata < 24)) {
      metadata++;
      if (isMetadata(bare)) from = k;
    } else if (title - k <= 3 && bare.length <= 30 && !/[。；：]$/.test(bare)) continue;
    else break;
  }
  return from;
}

const opensBody = (items: readonly Item[], i: number) =>
  items.slice(i, i + 2).some((it) => /^(现将|经|为|根据|按照|你|《|近日|鉴于|近年来|依据|一、|现就)/.test(it.bare));

/** Title lines straight above an address: short lines up to three, the last of them title-like. */
function titleAbove(items: readonly Item[], recipients: number): { from: number; to: number } | null {
  const last = items[recipients - 1];
  if (!isParagraph(last) || last.toc || !isTitleLike(last.bare) || /^《.*》印发$/.test(last.bare)) return null;
  let from = recipients - 1;
  while (from > 0 && recipients - from < 3) {
    const above = items[from - 1];
    if (
      !isParagraph(above) ||
      above.toc ||
      above.bare.length > 40 ||
      isMetadata(above.bare) ||
      /[。；：]/.test(above.bare) ||
      numberLine(above.bare) !== null
    )
      break;
    if (!isOrganLine(above.bare) && !/(关于|印发)/.test(above.bare)) break;
    from--;
  }
  return { from, to: recipients };
}

/** The first item of the metadata block right above an item; the item itself where there is none. */
function blockAbove(items: readonly Item[], at: number): number {
  let from = at;
  while (from > 0 && isMetadata(items[from - 1]?.bare ?? '')) from--;
  return from;
}

/**
 * A file without a notice's form: a bare plan or list. Its title is the first title-like line near the top, else a short
 * line right above the table that it begins with. The mark of an annex is no part of a title.
 */
function untitledStart(items: readonly Item[], first: number): NoticeStart {
  for (let i = first; i < Math.min(items.length, first + 12); i++) {
    if (ANNEX_MARK.test(items[i]?.bare ?? '')) continue;
    const marked = items.slice(first, i).every((item) => ANNEX_MARK.test(item.bare));
    let joined = '';
    for (let k = i; k < Math.min(items.length, i + 3); k++) {
      const item = items[k];
      if (!isParagraph(item) || item.toc || item.bare.length > 60 || headingMark(item.bare) || /[。；]/.test(item.bare)) break;
      if (isMetadata(item.bare) || (k === i + 1 && namesAgain(joined, item.bare))) break;
      joined += item.bare;
      const bracket = items[k + 1]?.bare ?? '';
      if (isTitleLike(joined) && joined.length >= 6)
        return {
          from: marked ? first : blockAbove(items, i),
          title: { from: i, to: /^（.{2,30}）$/.test(bracket) ? k + 2 : k + 1 },
        };
    }
  }
  return { from: first, title: titleOfTable(items, first) };
}

/** `附件1` and `附件1 名单`: the annex has a title of its own. */
const ANNEX_MARK = /^附[件表录](?:[一二三四五六七八九十]{1,3}|\d{1,2})?(?:[：.、]|$|(?=\D))/;

/** A short line that stands first and right above a table, a unit line between them passed over. */
function titleOfTable(items: readonly Item[], first: number): NoticeStart['title'] {
  const from = /^附[件表录]\d{0,2}：?$/.test(items[first]?.bare ?? '') ? first + 1 : first;
  const line = items[from];
  const between = /^[（]?单位：.{1,12}$/.test(items[from + 1]?.bare ?? '') ? 1 : 0;
  if (!isParagraph(line) || items[from + 1 + between]?.flow.kind !== 'table') return null;
  const short =
    line.bare.length >= 4 && line.bare.length <= 45 && !/[。；：，]/.test(line.bare) && headingMark(line.bare) === null;
  return short && !ANNEX_MARK.test(line.bare) ? { from, to: from + 1 } : null;
}
