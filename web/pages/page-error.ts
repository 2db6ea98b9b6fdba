import { StoreError, type QueryFault } from '../../output/index.js';
import { placeChoices, SeveralPlaces } from '../../questions/index.js';
import type { Text } from '../site.js';

/** Another way to ask: the same address with other parameters. */
export interface Instead {
  name: Text;
  /** what the address is to have; null for none */
  params: Readonly<Record<string, string | null>>;
}

/** Something that a person is told on a page of its own: what is wrong and what to do. */
export class PageError extends Error {
  constructor(
    readonly status: 400 | 404 | 500 | 503,
    readonly what: Text,
    readonly hint: Text,
    readonly instead: readonly Instead[] = [],
  ) {
    super(what.en);
    this.name = 'PageError';
  }
}

/** What is wrong with a question, by what the store finds fault with; its own words are English, and in the log. */
const FAULTS: Readonly<Record<QueryFault, readonly [what: Text, hint: Text]>> = {
  cursor: [
    { zh: '翻页位置已失效。', en: 'This place in the list is no longer there.' },
    {
      zh: '列表的条件、顺序或数据库已变，请从第一页重新翻看。',
      en: 'The filters, the order or the store have changed: begin with the first page.',
    },
  ],
  order: [
    { zh: '不能按地址中的这一项排序。', en: 'The list cannot be sorted so.' },
    { zh: '请从页面的“排序”或表头选择。', en: 'Choose the order on the page, or by a head of its table.' },
  ],
  words: [
    { zh: '没有可以检索的词语，或词语过长。', en: 'There are no words to look for, or too many.' },
    { zh: '请输入一个词、一句短语，或去掉“含有文字”一项。', en: 'Type a word or a short phrase, or leave the words out.' },
  ],
  date: [
    { zh: '日期不存在。', en: 'There is no such date.' },
    { zh: '日期写作 2026、2026-06 或 2026-06-30。', en: 'Dates are written 2026, 2026-06 or 2026-06-30.' },
  ],
  fields: [
    { zh: '不能按地址中的这一项统计。', en: 'The records cannot be counted so.' },
    { zh: '请从页面上的链接进入。', en: 'Come in by the links of the pages.' },
  ],
  size: [
    { zh: '每页条数不对。', en: 'A page cannot hold so many.' },
    { zh: '每页可列 1 到 500 条。', en: 'A page holds 1 to 500 records.' },
  ],
};
const ASKED_WRONGLY: readonly [what: Text, hint: Text] = [
  { zh: '无法按此条件查询。', en: 'The store cannot be asked so.' },
  { zh: '请检查地址中的条件，或返回列表第一页。', en: 'Check the filters in the address, or begin with the first page.' },
];
const FIRST_PAGE: Instead = { name: { zh: '第一页', en: 'First page' }, params: { cursor: null } };

/** Any error as one for a page. What the store says of its file may name a path of the host, so only what concerns a question is told. */
export function pageErrorOf(error: unknown): PageError {
  if (error instanceof PageError) return error;
  if (error instanceof SeveralPlaces) return severalPlaces(error);
  if (error instanceof StoreError) return ofStore(error);
  return new PageError(
    500,
    { zh: '本页出错了。', en: 'This page failed.' },
    {
      zh: '这是程序的问题。请把地址栏中的地址告知维护人员。',
      en: 'It is a fault of the program: tell whoever runs the server the address that you asked for.',
    },
  );
}

function ofStore({ code, fault }: StoreError): PageError {
  if (code === 'invalid_query' || code === 'unknown_cursor') {
    const [what, hint] = fault === null ? ASKED_WRONGLY : FAULTS[fault];
    return new PageError(400, what, hint, fault === 'cursor' ? [FIRST_PAGE] : []);
  }
  if (code === 'given_up') return tooSlow();
  return new PageError(
    503,
    code === 'locked'
      ? { zh: '数据库正被其他程序占用。', en: 'The store is in use by another program.' }
      : { zh: '数据库暂时无法读取。', en: 'The store cannot be read now.' },
    {
      zh: '请稍后刷新本页；如仍不行，请告知维护人员，原因见服务日志。',
      en: 'Try again later; whoever runs the server finds the cause in its log.',
    },
  );
}

/** The answer is not there in time. */
export function tooSlow(): PageError {
  return new PageError(
    503,
    { zh: '查询用时过长，已中止。', en: 'The answer took too long and was given up.' },
    {
      zh: '请加上地区、年份等条件缩小范围；如服务正忙，请稍后再试。',
      en: 'Ask for less, by a place or a year; or try again when the server is less busy.',
    },
  );
}

function severalPlaces(error: SeveralPlaces): PageError {
  return new PageError(
    400,
    { zh: `“${error.place}”不止一处。`, en: `“${error.place}” may be several places.` },
    { zh: '请选择其中一处：', en: 'Choose one of them:' },
    placeChoices(error).map(({ code, name }) => ({
      name: { zh: `${name}（${code}）`, en: `${name} (${code})` },
      params: { place: code },
    })),
  );
}

export function notFound(what: Text, hint: Text): PageError {
  return new PageError(404, what, hint);
}
