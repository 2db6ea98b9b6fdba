import {
  DOCUMENT_NUMBER,
  ORGAN_END,
  bareTitle,
  clean,
  compact,
  documentNumbers,
  firstDate,
  isOrganLine,
  isTitleLike,
  kindOf,
  numberLine,
  signedDate,
  splitOutside,
  titleIssuer,
  type Notice,
} from '../../extractors/index.js';
import type { Flow } from '../reflow/index.js';
import { isParagraph, type Item } from './items.js';
import { datedOrgan, isMetadata, isRecipients, type NoticeStart } from './starts.js';

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
  spans: Notice['headSpans'];
}

const spanOfItem = (item: Item | undefined) => (item ? { start: item.flow.start, end: item.flow.end } : undefined);

/** Reads title, number, address, signature and date of the notice that begins at `start` and ends before item `end`. */
export function readHead(flow: Flow, items: readonly Item[], start: NoticeStart, end: number): Head {
  const recipientsItem = findRecipients(items, start, end);
  const bodyFrom = (recipientsItem ?? (start.title ? start.title.to - 1 : start.from - 1)) + 1;
  const below = findSignature(flow, items, bodyFrom, end);
  const signed = below.date === null && start.title ? findSignature(flow, items, start.from, start.title.from) : below;
  const titleItems = start.title ?? plannedTitle(items, signed.dateItem ?? bodyFrom, end);
  const title = titleItems ? joinTitle(flow, items, titleItems) : null;
  const number = findNumber(flow, items, start, bodyFrom, end);
  return {
    title,
    titleItems,
    document_number: number?.number ?? null,
    numberItem: number?.item ?? null,
    issuers: findIssuers(flow, items, start, title, titleItems, signed.issuers),
    recipients: recipientsItem === null ? [] : recipientsOf(items[recipientsItem]?.bare ?? ''),
    recipientsItem,
    issued_on: signed.date,
    dateItem: signed.dateItem,
    signatureItems: signed.items,
    kind: title === null ? null : kindOf(compact(title).text),
    spans: headSpans(items, titleItems, number?.item ?? null, signed.dateItem, recipientsItem),
  };
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

/** The notice's own number: a line of its own in the head, a number under the title, or one in the metadata block. */
function findNumber(
  flow: Flow,
  items: readonly Item[],
  start: NoticeStart,
  bodyFrom: number,
  end: number,
): { number: string; item: number } | null {
  const to = Math.min(end, Math.max(bodyFrom, (start.title?.to ?? start.from) + 4));
  for (let i = start.from; i < to; i++) {
    const bare = items[i]?.bare ?? '';
    const number = isParagraph(items[i]) ? numberLine(bare) : null;
    if (number !== null) return { number, item: i };
  }
  for (let i = start.from; i < to; i++) {
    const number = metadataNumber(flow, items[i]);
    if (number !== null) return { number, item: i };
  }
  for (let i = start.from; i < to; i++) {
    const bare = items[i]?.bare ?? '';
    const labelled = /^(文号|发文字号|文件编号|发文文号)：/.test(bare) || (/(文号|发文字号)：/.test(bare) && isMetadata(bare));
    const found = labelled || isLetterheadLine(bare) ? documentNumbers(bare)[0] : undefined;
    if (found) return { number: found.number, item: i };
  }
  return null;
}

/** 文号 in a metadata block that is a table. */
function metadataNumber(flow: Flow, item: Item | undefined): string | null {
  if (item?.flow.kind !== 'table') return null;
  const text = compact(flow.text, item.flow.start, item.flow.end).text;
  const label = /(?:文号|发文字号|文件编号)：?/.exec(text);
  const found = label ? documentNumbers(text.slice(label.index + label[0].length))[0] : undefined;
  return found && found.from <= 2 ? found.number : null;
}

/** A letterhead line that ends in the number: `X市人民政府文件 X府发〔2024〕2号` or with 签发人 behind it. */
const isLetterheadLine = (bare: string) => bare.length < 50 && /文件/.test(bare) && bare.search(DOCUMENT_NUMBER) >= 0;

interface Signature {
  date: string | null;
  dateItem: number | null;
  issuers: string[];
  items: number[];
}

/** 署名 and 成文日期: the first line that is a date and nothing else, and the organs right above it. */
function findSignature(flow: Flow, items: readonly Item[], bodyFrom: number, end: number): Signature {
  for (let i = bodyFrom; i < end; i++) {
    const item = items[i];
    if (!isParagraph(item) || item.toc || item.bare.length > 80) continue;
    const bare = item.bare.replace(/^（|）$/g, '');
    const date = signedDate(bare);
    if (date !== null) return { date, dateItem: i, ...organsAbove(flow, items, i, bodyFrom) };
    const both = datedOrgan(bare);
    if (both) return { date: both.date, dateItem: i, issuers: [clean(both.organ)], items: [i] };
  }
  return { date: null, dateItem: null, issuers: [], items: [] };
}

function organsAbove(flow: Flow, items: readonly Item[], date: number, floor: number): { issuers: string[]; items: number[] } {
  const issuers: string[] = [];
  const used: number[] = [];
  for (let i = date - 1; i >= Math.max(floor, date - 8); i--) {
    const item = items[i];
    if (!isParagraph(item)) break;
    if (/^（.*(代章|盖章|印章|章)）$/.test(item.bare)) {
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
    .map((p) => compact(p).text)
    .filter((p) => p !== '');
  if (parts.length > 1 && parts.every(isOrganLine)) return parts.flatMap(splitJointOrgans).map(clean);
  const whole = compact(line).text;
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

const LETTERHEAD = /^(.{2,40}?)文件/;

function findIssuers(
  flow: Flow,
  items: readonly Item[],
  start: NoticeStart,
  title: string | null,
  titleItems: Head['titleItems'],
  signed: string[],
): string[] {
  if (signed.length > 0) return signed;
  const above = organLinesOfTitle(flow, items, titleItems);
  if (above.length > 0) return above;
  const inTitle = title === null ? null : titleIssuer(compact(title).text);
  if (inTitle !== null) return splitJointOrgans(inTitle).map(clean);
  for (let i = start.from; i < (titleItems?.from ?? start.from); i++) {
    const bare = items[i]?.bare ?? '';
    const head = LETTERHEAD.exec(bare)?.[1] ?? /^(发文机关|发布机构|发文单位|制发机关)：(.+)$/.exec(bare)?.[2];
    if (head !== undefined && ORGAN_END.test(head)) return [clean(head)];
    if (isOrganLine(bare)) return organsOfLine(bare);
  }
  return [];
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
