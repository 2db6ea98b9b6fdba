import type { Lang } from '../messages.js';

/** What can be wrong with a store; stable for scripts. */
export type FaultCode =
  | 'integrity'
  | 'foreign_key'
  | 'schema'
  | 'outdated'
  | 'document_missing'
  | 'document_unreadable'
  | 'document_differs'
  | 'input'
  | 'history'
  | 'quote'
  | 'evidence'
  | 'pages'
  | 'unreadable'
  | 'list'
  | 'index_missing'
  | 'index_extra'
  | 'index_differs'
  | 'notice_id'
  | 'link'
  | 'change_missing'
  | 'change_differs'
  | 'change_extra'
  | 'change_order'
  | 'more'
  | 'unfinished';

/** One thing that is wrong. */
export interface Fault {
  code: FaultCode;
  /** path of the input that it is about; null where it is about none */
  path: string | null;
  /** the record, table or index that it is about */
  at: string | null;
  /** what the sentence names besides */
  detail: string;
}

/** A fault in words: the cause and the next step. */
export interface FaultWords {
  what: string;
  next: string;
}

export function faultWords({ code, detail }: Fault, lang: Lang): FaultWords {
  const { what, next } = WORDS[code];
  return { what: what[lang].replace('%', () => detail), next: next[lang] };
}

type Text = Readonly<Record<Lang, string>>;

const AGAIN: Text = {
  en: 'ingest the file again with --force',
  zh: '请用 ingest --force 重新读入该文件',
};
const RESTORE: Text = {
  en: 'restore the store from a backup, or ingest the files into a new one',
  zh: '请从备份恢复，或将文件读入新的数据库',
};
const LINK_AGAIN: Text = {
  en: 'ingest any file again with --force: its last step makes this anew',
  zh: '请用 ingest --force 重新读入任一文件，最后一步会重新生成',
};

const WORDS: Readonly<Record<FaultCode, { what: Text; next: Text }>> = {
  integrity: { what: { en: 'the file is damaged: %', zh: '文件已损坏：%' }, next: RESTORE },
  foreign_key: { what: { en: 'a row points at one that is not there: %', zh: '所指的行不存在：%' }, next: RESTORE },
  schema: {
    what: { en: '% is missing, or is not as this program makes it', zh: '% 缺失，或与本程序所建的不同' },
    next: RESTORE,
  },
  outdated: {
    what: { en: 'its tables are those of another version of the program', zh: '表结构属于其他版本的程序' },
    next: { en: 'ingest the files again: that brings it up to date', zh: '请重新读入文件，即可更新' },
  },
  document_missing: { what: { en: 'its document as read is missing', zh: '缺少读取所得的文档' }, next: AGAIN },
  document_unreadable: { what: { en: 'its document as read cannot be unpacked', zh: '读取所得的文档无法解开' }, next: AGAIN },
  document_differs: {
    what: { en: 'its document as read is not the one that its row describes: %', zh: '读取所得的文档与其行所述不符：%' },
    next: AGAIN,
  },
  unreadable: { what: { en: 'its % cannot be read', zh: '其 % 无法解读' }, next: AGAIN },
  input: { what: { en: 'its % does not fit it', zh: '%与其不符' }, next: RESTORE },
  history: { what: { en: 'version % cannot be read', zh: '历史版本 % 无法读取' }, next: RESTORE },
  quote: { what: { en: 'its words do not stand at % of the notice', zh: '原文的 % 处不是所引的文字' }, next: AGAIN },
  evidence: {
    what: { en: 'its evidence lies outside the notice: %', zh: '依据超出原文范围：%' },
    next: AGAIN,
  },
  pages: { what: { en: 'its pages do not begin where they could: %', zh: '页码起点有误：%' }, next: AGAIN },
  list: { what: { en: 'items of its % are missing', zh: '其 % 缺少若干项' }, next: AGAIN },
  index_missing: { what: { en: 'it is not in the search index', zh: '未进入检索索引' }, next: AGAIN },
  index_extra: {
    what: { en: 'the search index holds entries of no record: %', zh: '检索索引中有不属于任何记录的条目：%' },
    next: RESTORE,
  },
  index_differs: { what: { en: 'the search index holds other words of it: %', zh: '检索索引中的词与其不符：%' }, next: AGAIN },
  notice_id: { what: { en: 'its id should be %', zh: '编号应为 %' }, next: LINK_AGAIN },
  link: { what: { en: 'it leads to %, which is not there', zh: '所指的 % 不存在' }, next: LINK_AGAIN },
  change_missing: { what: { en: 'the list of changes does not have it', zh: '变更记录中没有这一条' }, next: AGAIN },
  change_differs: {
    what: { en: 'it is not what it was when it was stored', zh: '内容与入库时不同' },
    next: AGAIN,
  },
  change_extra: {
    what: { en: 'it was stored, and is not there', zh: '曾入库，但已不存在' },
    next: AGAIN,
  },
  change_order: { what: { en: 'its place among the changes is wrong: %', zh: '在变更记录中的次序有误：%' }, next: RESTORE },
  more: { what: { en: 'there are more faults of this kind: %', zh: '同类问题还有更多：%' }, next: RESTORE },
  unfinished: { what: { en: 'this could not be checked: %', zh: '无法完成检查：%' }, next: RESTORE },
};
