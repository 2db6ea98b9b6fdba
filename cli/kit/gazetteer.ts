import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { GazetteerFile, GazetteerFileError, GazetteerProblemCode } from '../../corpus/gazetteer.js';
import type { Resolver } from '../../names/index.js';
import type { PipelineTools } from '../../pipeline/index.js';
import type { OptionDefinition, Options } from './command.js';
import { CommandError, systemCode } from './errors.js';

export const gazetteerOption: OptionDefinition = {
  flags: '--gazetteer <file.csv>',
  text: {
    en: 'rows of your own for the gazetteer: id,kind,name,aliases,place_code,level,valid_from,valid_to,source',
    zh: '自备地名录（CSV）：id,kind,name,aliases,place_code,level,valid_from,valid_to,source',
  },
};

/** The user's rows, null where none are given. */
export function readGazetteer(options: Options): GazetteerFile | null {
  const path = options.text('gazetteer');
  if (path === undefined) return null;
  try {
    return { name: basename(path), text: readFileSync(path, 'utf8') };
  } catch (error) {
    const missing = systemCode(error) === 'ENOENT';
    throw new CommandError(
      {
        en: `${path}: ${missing ? 'there is no such file' : 'the file cannot be read'}`,
        zh: `${path}：${missing ? '文件不存在' : '无法读取文件'}`,
      },
      { en: 'Give the path of a CSV file after --gazetteer.', zh: '请在 --gazetteer 后给出 CSV 文件的路径。' },
      undefined,
      { cause: error },
    );
  }
}

/** What `work` makes of the gazetteer with the user's rows; what is wrong with these is told by line. */
export async function tellingWrongRows<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { GazetteerFileError } = await import('../../corpus/gazetteer.js');
    throw error instanceof GazetteerFileError ? wrongRows(error) : error;
  }
}

/** Loads what names are looked up with, and nothing of the pipeline: a question should not wait for readers of files. */
export async function resolverWith(own: GazetteerFile | null): Promise<Resolver> {
  const [{ loadGazetteer }, { createResolver }] = await Promise.all([
    import('../../corpus/gazetteer.js'),
    import('../../names/index.js'),
  ]);
  return tellingWrongRows(() => createResolver(loadGazetteer(own)));
}

/** Loads what the pipeline needs, over the gazetteer and the user's rows. */
export async function toolsWith(own: GazetteerFile | null): Promise<PipelineTools> {
  const { loadTools } = await import('../../pipeline/index.js');
  return tellingWrongRows(() => loadTools({ gazetteer: own }));
}

const inChinese: Record<GazetteerProblemCode, (detail: string) => string> = {
  unreadable: (detail) => `无法按 CSV 读取（${detail}）`,
  missing_columns: (detail) => `首行缺少 ${detail}`,
  unknown_columns: (detail) => `首行有未知的列：${detail}`,
  no_id: () => '须有编号，且不含空格',
  same_id: (detail) => `与第 ${detail} 行重复`,
  place_id: () => '地方的编号须为六位行政区划代码',
  bad_kind: () => '须为 park、place 或 organ',
  no_name: () => '须有规范名称',
  short_alias: () => '别名至少两个字',
  name_taken: (detail) => `名称已被占用（${detail}）`,
  bad_code: () => '须为六位行政区划代码',
  no_place: () => '不能为空',
  unknown_place: (detail) => `没有代码为 ${detail} 的地方`,
  bad_level: (detail) => `须为 ${detail}（empty 即留空）`,
  not_a_date: () => '须为年、年月或年月日，如 2024、2024-10、2024-10-01，或留空',
  too_late: () => '须晚于 valid_from',
  no_source: () => '须注明来源',
};

function wrongRows(error: GazetteerFileError): CommandError {
  const zh = error.problems.map(({ line, column, code, detail }) => {
    const sentence = inChinese[code];
    return `${error.file} 第 ${line} 行${column === null ? '' : `，${column}`}：${sentence(detail)}`;
  });
  return new CommandError(
    { en: error.message, zh: zh.join('\n') },
    { en: 'Mend these lines and run the command again.', zh: '请修改后重新运行。' },
    undefined,
    { cause: error },
  );
}
