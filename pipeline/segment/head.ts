import {
  ORGAN_END,
  bareTitle,
  clean,
  compact,
  datesIn,
  documentNumbers,
  isOrdinalNumber,
  firstDate,
  isOrganLine,
  isTitleLike,
  kindOf,
  numberLine,
  signedDate,
  splitOutside,
  titleIssuer,
  titleNumber,
  type Notice,
} from '../../extractors/index.js';
import type { Flow } from '../reflow/index.js';
import { captionAbove } from './caption.js';
import { isParagraph, type Item } from './items.js';
import { readMetadata, type MetadataBlock } from './metadata.js';
import { isMetadata } from './labels.js';
import { LETTERHEAD, datedOrgan, isRecipients, letterheadNumber, type NoticeStart } from './starts.js';

/** What the head of a notice says, and which items said it. */
export interface Head {
  title: string | null;
  titleItems: { from: number; to: number } | null;
  document_number: string | null;
  numberItem: number | null;
  issuers: string[];
  recipients: string[];
  recipientsItem: number | null;
  issued_on: string | null;
  dateItem: number | null;
  signatureItems: number[];
  kind: string | null;
  /** what the block above it on its portal says */
  block: MetadataBlock;
  spans: Notice['headSpans'];
}

const spanOfItem = (item: Item | undefined) => (item ? { start: item.flow.start, end: item.flow.end } : undefined);

/** Reads title, number, address, signature and date of the notice that begins at `start` and ends before item `end`. */
export function readHead(flow: Flow, items: readonly Item[], start: NoticeStart, end: number): Head {
  const recipientsItem = findRecipients(items, start, end);
  const bodyFrom = (recipientsItem ?? (start.title ? start.title.to - 1 : start.from - 1)) + 1;
  const block = readMetadata(flow, items, start.from, blockEnd(items, bodyFrom, end));
  const signed = findSigned(flow, items, start, bodyFrom, end);
  const titleItems = start.title ?? plannedTitle(items, signed.dateItem ?? bodyFrom, end);
  const whole = titleItems ? joinTitle(flow, items, titleItems) : null;
  const inTitle = whole === null ? null : titleNumber(whole);
  const title = inTitle?.title ?? whole;
  const caption = captionAbove(flow, items, titleItems?.to ?? bodyFrom, end);
  const issuers = findIssuers(flow, items, start, title, titleItems, signed.issuers, block);
  const number = findNumber(items, start, bodyFrom, end) ?? numberBehindTitle(inTitle, titleItems) ?? numberOfBlock(block);
  return {
    title,
    titleItems,
    document_number: number?.number ?? null,
    numberItem: number?.item ?? null,
    issuers: issuers.length === 0 && caption?.organ != null ? organsOfLine(caption.organ) : issuers,
    recipients: recipientsItem === null ? [] : recipientsOf(items[recipientsItem]?.bare ?? ''),
    recipientsItem,
    issued_on: signed.date ?? passedOn(items, start, end) ?? block.issued_on ?? caption?.date ?? null,
    dateItem: signed.dateItem,
    signatureItems: signed.items,
    kind: title === null ? null : kindOf(compact(title).text),
    block,
    spans: headSpans(items, titleItems, number?.item ?? null, signed.dateItem, recipientsItem),
  };
}

/** A metadata block may go on below the title. */
function blockEnd(items: readonly Item[], from: number, end: number): number {
  let to = from;
  while (to < end && isMetadata(items[to]?.bare ?? '')) to++;
  return to;
}

/** `…的通知（抚水建管〔2024〕33号）` */
function numberBehindTitle(inTitle: ReturnType<typeof titleNumber>, title: Head['titleItems']) {
  const number = inTitle === null ? undefined : documentNumbers(inTitle.number)[0];
  return number && title ? { number: number.number, item: title.to - 1 } : null;
}

const numberOfBlock = ({ document_number, numberItem }: MetadataBlock) =>
  document_number === null || numberItem === null ? null : { number: document_number, item: numberItem };

/** The signature below the text, else above the title (minutes), else the organs that close the text without a date. */
function findSigned(flow: Flow, items: readonly Item[], start: NoticeStart, bodyFrom: number, end: number): Signature {
  const below = findSignature(flow, items, bodyFrom, end);
  if (below.date !== null) return below;
  const above = start.title ? findSignature(flow, items, start.from, start.title.from) : below;
  return above.date !== null ? above : undatedSignature(flow, items, bodyFrom, end);
}

/** `（2023年10月27日市人大常委会第十六次会议通过）` under the title: a decision's own date. */
function passedOn(items: readonly Item[], start: NoticeStart, end: number): string | null {
  const from = start.title?.to ?? start.from;
  for (const item of items.slice(from, Math.min(end, from + 2))) {
    const date = /^（.{8,120}(?:通过|批准|公布|发布)）$/.test(item.bare) ? datesIn(item.bare)[0]?.date : undefined;
    if (date?.length === 10) return date;
  }
  return null;
}

function headSpans(
  items: readonly Item[],
  title: Head['titleItems'],
  number: number | null,
  date: number | null,
  recipients: number | null,
) {
  const spans: Notice['headSpans'] = {};
  if (title) spans.title = { start: items[title.from]?.flow.start ?? 0, end: items[title.to - 1]?.flow.end ?? 0 };
  const set = (field: 'document_number' | 'issued_on' | 'recipients', index: number | null) => {
    const span = index === null ? undefined : spanOfItem(items[index]);
    if (span) spans[field] = span;
  };
  set('document_number', number);
  set('issued_on', date);
  set('recipients', recipients);
  return spans;
}

function joinTitle(flow: Flow, items: readonly Item[], range: { from: number; to: number }): string {
  return clean(
    items
      .slice(range.from, range.to)
      .map((it) => flow.text.slice(it.flow.start, it.flow.end))
      .join(''),
  );
}

function findRecipients(items: readonly Item[], start: NoticeStart, end: number): number | null {
  const from = start.title?.to ?? start.from;
  for (let i = from; i < Math.min(end, from + 8); i++) {
    const bare = items[i]?.bare ?? '';
    if (isRecipients(bare)) return i;
    if (isMetadata(bare)) continue;
    if (bare.length > 120 || /。$/.test(bare)) return null;
  }
  return null;
}

/** 主送机关 as a list: split at 、 and ， outside brackets, the colon dropped, not distributed. */
function recipientsOf(line: string): string[] {
  return splitOutside(line.replace(/：$/, ''), '、，；')
    .map((p) => clean(p.text))
    .filter((t) => t !== '');
}

/** The notice's own number: a line of its own in the head, or one at the end of the letterhead. */
function findNumber(
  items: readonly Item[],
  start: NoticeStart,
  bodyFrom: number,
  end: number,
): { number: string; item: number } | null {
  const to = Math.min(end, Math.max(bodyFrom, (start.title?.to ?? start.from) + 4));
  for (let i = start.from; i < to; i++) {
    const number = isParagraph(items[i]) && !isMetadata(items[i]?.bare ?? '') ? ownNumber(items, i) : null;
    if (number !== null) return { number, item: i };
  }
  for (let i = start.from; i < to; i++) {
    const number = letterheadNumber(items[i]?.bare ?? '');
    if (number !== null) return { number, item: i };
  }
  return null;
}

/** `抚河市人民政府令`, `工业和信息化部公告`: what a number without an organ's code belongs to. */
const NUMBERED_HEAD = /^[\u4e00-\u9fa5（）]{3,40}(?:令|公告|通告|命令)$/;

/** The number on a line: whole as it stands, of an order with the line above that names it, of minutes with its year alone. */
function ownNumber(items: readonly Item[], i: number): string | null {
  const bare = items[i]?.bare ?? '';
  const joined = /^(.{3,40}(?:令|公告|通告|命令))（?((?:\d{4}年)?第\d{1,4}号)）?$/.exec(bare);
  if (joined && !/关于/.test(bare)) return `${joined[1] ?? ''}${joined[2] ?? ''}`;
  const minutes = /^（((?:19|20)\d{2})）第?(\d{1,4})号$/.exec(bare);
  if (minutes) return `〔${minutes[1] ?? ''}〕${minutes[2] ?? ''}号`;
  const number = numberLine(bare);
  if (number === null || !isOrdinalNumber(number)) return number;
  const above = items[i - 1]?.bare ?? '';
  return NUMBERED_HEAD.test(above) && !/关于/.test(above) ? `${above}${number}` : number;
}

interface Signature {
  date: string | null;
  dateItem: number | null;
  issuers: string[];
  items: number[];
}

/** 署名 and 成文日期: the first line that is a date and nothing else, and the organs right above it (or, set to the left, below). */
function findSignature(flow: Flow, items: readonly Item[], bodyFrom: number, end: number): Signature {
  for (let i = bodyFrom; i < end; i++) {
    const item = items[i];
    if (!isParagraph(item) || item.toc || item.bare.length > 80) continue;
    const date = dateLine(item.bare.replace(/^（|）$/g, ''));
    if (date !== null) {
      const above = organsAbove(flow, items, i, bodyFrom);
      if (date.length < 10 && above.issuers.length === 0) continue;
      return { date, dateItem: i, ...(above.issuers.length > 0 ? above : organsBelow(flow, items, i, end)) };
    }
    const both = datedOrgan(item.bare);
    if (both) return { date: both.date, dateItem: i, issuers: [clean(both.organ)], items: [i] };
  }
  return NO_SIGNATURE;
}

const NO_SIGNATURE: Signature = { date: null, dateItem: null, issuers: [], items: [] };

/** The date of a line: one day, the last of several side by side (each organ's own), or the month of a plan's cover. */
function dateLine(bare: string): string | null {
  const several = /日\d{4}年/.test(bare) ? bare.split(/(?<=日)(?=\d{4}年)/).map(signedDate) : [signedDate(bare)];
  const days = several.filter((d) => d !== null).sort();
  if (days.length === several.length) return days.at(-1) ?? null;
  const month = datesIn(bare)[0];
  return month?.date.length === 7 && month.to - month.from === bare.length && bare.endsWith('月') ? month.date : null;
}

/** A date to the left with the organ under it, and nothing but notes behind. */
function organsBelow(flow: Flow, items: readonly Item[], date: number, end: number): { issuers: string[]; items: number[] } {
  const next = items[date + 1];
  const last = items.slice(date + 2, end).every((it) => /^（.*）$/.test(it.bare));
  if (date + 1 >= end || !isParagraph(next) || !last) return { issuers: [], items: [] };
  const issuers = organsOfLine(flow.text.slice(next.flow.start, next.flow.end));
  return { issuers, items: issuers.length > 0 ? [date + 1] : [] };
}

/** Organs that close a notice which bears no date. */
function undatedSignature(flow: Flow, items: readonly Item[], bodyFrom: number, end: number): Signature {
  let last = end;
  while (last > bodyFrom + 1 && /^（.*）$/.test(items[last - 1]?.bare ?? '')) last--;
  const { issuers, items: used } = organsAbove(flow, items, last, bodyFrom);
  const before = items[(used[0] ?? last) - 1];
  return issuers.length > 0 && before !== undefined && /。$/.test(before.bare)
    ? { date: null, dateItem: null, issuers, items: used }
    : NO_SIGNATURE;
}

/** A seal in words behind a name, or another organ's that stands in for it. */
const SEAL = /（[^（）]{0,30}章）$/;

function organsAbove(flow: Flow, items: readonly Item[], date: number, floor: number): { issuers: string[]; items: number[] } {
  const issuers: string[] = [];
  const used: number[] = [];
  for (let i = date - 1; i >= Math.max(floor, date - 8); i--) {
    const item = items[i];
    if (!isParagraph(item)) break;
    if (/^（[^（）]*章）$/.test(item.bare)) {
      used.unshift(i);
      continue;
    }
    const organs = organsOfLine(flow.text.slice(item.flow.start, item.flow.end));
    if (organs.length === 0) break;
    issuers.unshift(...organs);
    used.unshift(i);
  }
  return { issuers, items: used };
}

/** The organs of a signature or letterhead line, set apart by blanks, 、 or the same place's name again; [] where it is none. */
export function organsOfLine(line: string): string[] {
  const parts = line
    .trim()
    .split(/[\s、]+/)
    .map((p) => compact(p).text.replace(SEAL, ''))
    .filter((p) => p !== '');
  if (parts.length > 1 && parts.every(isOrganLine)) return parts.flatMap(splitJointOrgans).map(clean);
  const whole = compact(line).text.replace(SEAL, '');
  return isOrganLine(whole) ? splitJointOrgans(whole).map(clean) : [];
}

/** `湖南省财政厅湖南省商务厅` is two organs: the second begins with the same place. */
function splitJointOrgans(text: string): string[] {
  const place = text.slice(0, 2);
  const cuts = [0];
  for (let i = text.indexOf(place, 2); i > 0; i = text.indexOf(place, i + 1)) {
    if (ORGAN_END.test(text.slice(cuts.at(-1), i)) && ORGAN_END.test(text.slice(i))) cuts.push(i);
  }
  return cuts.map((c, k) => text.slice(c, cuts[k + 1] ?? text.length));
}

function findIssuers(
  flow: Flow,
  items: readonly Item[],
  start: NoticeStart,
  title: string | null,
  titleItems: Head['titleItems'],
  signed: string[],
  block: MetadataBlock,
): string[] {
  if (signed.length > 0) return signed;
  const above = organLinesOfTitle(flow, items, titleItems);
  if (above.length > 0) return above;
  const inTitle = title === null ? null : titleIssuer(compact(title).text);
  if (inTitle !== null) return splitJointOrgans(inTitle).map(clean);
  if (block.issuers.length > 0) return block.issuers;
  for (let i = start.from; i < (titleItems?.from ?? start.from); i++) {
    const bare = items[i]?.bare ?? '';
    const head = LETTERHEAD.exec(bare)?.[1];
    if (head !== undefined && ORGAN_END.test(head)) return [clean(head)];
    if (isOrganLine(bare) && !isMetadata(bare)) return organsOfLine(bare);
  }
  return block.publishers;
}

/** Title lines that only name organs: joint issuers each on a line of their own. */
function organLinesOfTitle(flow: Flow, items: readonly Item[], range: Head['titleItems']): string[] {
  if (!range) return [];
  const organs: string[] = [];
  for (let i = range.from; i < range.to; i++) {
    const item = items[i];
    if (!item || !isOrganLine(item.bare)) break;
    organs.push(...organsOfLine(flow.text.slice(item.flow.start, item.flow.end)));
  }
  return organs;
}

/** A page that shows no title of the notice: the title of the plan that it issues stands first after the signature. */
function plannedTitle(items: readonly Item[], after: number, end: number): Head['titleItems'] {
  for (let i = after; i < Math.min(end, after + 6); i++) {
    const item = items[i];
    if (!isParagraph(item) || item.toc || item.bare.length < 6 || /^附件/.test(item.bare)) continue;
    if (isTitleLike(item.bare) && kindOf(item.bare) !== null && firstDate(item.bare) === null) return { from: i, to: i + 1 };
  }
  return null;
}

/** True where two compact titles name the same document: one is the other with brackets, quotes or an issuer more. */
export function sameTitle(a: string, b: string): boolean {
  const key = (t: string) => bareTitle(compact(t).text).replace(/[《》〈〉“”‘’（）]/g, '');
  const [x, y] = [key(a), key(b)];
  return x !== '' && y !== '' && (x === y || (Math.min(x.length, y.length) >= 8 && (x.includes(y) || y.includes(x))));
}
