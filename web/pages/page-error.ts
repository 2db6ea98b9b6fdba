import { StoreError } from '../../output/index.js';
import type { Text } from '../site.js';

/** Something that a person is told on a page of its own: what is wrong and what to do. */
export class PageError extends Error {
  constructor(
    readonly status: 400 | 404 | 500 | 503,
    readonly what: Text,
    readonly hint: Text,
  ) {
    super(what.en);
    this.name = 'PageError';
  }
}

/** Any error as one for a page. What the store says of its file may name a path of the host, so only what concerns a question is told. */
export function pageErrorOf(error: unknown): PageError {
  if (error instanceof PageError) return error;
  if (error instanceof StoreError && (error.code === 'invalid_query' || error.code === 'unknown_cursor'))
    return new PageError(
      400,
      { zh: `无法按此条件查询：${error.message}`, en: error.message },
      { zh: `请检查地址中的条件，或返回列表第一页重新查询。（${error.hint}）`, en: error.hint },
    );
  if (error instanceof StoreError)
    return new PageError(
      503,
      { zh: '数据库暂时无法读取。', en: 'The store cannot be read now.' },
      {
        zh: '请稍后刷新本页；如仍不行，请告知维护人员，原因见服务日志。',
        en: 'Try again later; whoever runs the server finds the cause in its log.',
      },
    );
  return new PageError(
    500,
    { zh: '本页出错了。', en: 'This page failed.' },
    {
      zh: '这是程序的问题。请把地址栏中的地址告知维护人员。',
      en: 'It is a fault of the program: tell whoever runs the server the address that you asked for.',
    },
  );
}

export function notFound(what: Text, hint: Text): PageError {
  return new PageError(404, what, hint);
}
