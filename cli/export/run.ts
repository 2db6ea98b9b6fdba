import { join } from 'node:path';
import { ExportError, exportChanges, exportStore, type ExportedFile, type Store } from '../../output/index.js';
import type { Options } from '../kit/command.js';
import { CommandError } from '../kit/errors.js';
import type { Lang } from '../kit/language.js';
import { withPlace } from '../kit/place.js';
import type { Terminal } from '../kit/terminal.js';
import { version } from '../kit/version.js';
import { matchingUnit } from '../names/obligations.js';
import type { Plan } from './plan.js';

export interface Exported {
  files: ExportedFile[];
  /** of a change feed: where to go on */
  cursor: string | null;
}

/** Writes what the plan says. `lang` is the one that was asked for: data never depends on the environment. */
export async function runExport(store: Store, plan: Plan, lang: Lang | undefined, options: Options): Promise<Exported> {
  const { format, since, filter: asked, ...rest } = plan;
  const common = { ...rest, program: version(), ...(lang ? { lang } : {}) };
  try {
    if (since !== null) return await exportChanges(store, since, common);
    const filter = await withPlace(asked, options);
    const matching = await matchingUnit(filter, store, options);
    const unit = typeof filter.unit === 'string' ? filter.unit : null;
    const files = await exportStore(store, { ...common, format, unit, filter: matching?.filter ?? filter });
    return { files, cursor: null };
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    const [[en, hintEn], [zh, hintZh]] = [error.words('en'), error.words('zh')];
    throw new CommandError({ en, zh }, { en: hintEn, zh: hintZh }, undefined, { cause: error });
  }
}

/** Files that are named one by one; of more, the number is told. */
const NAMED = 40;

export function tellExport({ files, cursor }: Exported, { outDir }: Plan, terminal: Terminal): void {
  for (const { name, records } of files.slice(0, NAMED)) terminal.note(`${join(outDir, name)}  ${records}`);
  const more = files.length - NAMED;
  if (more > 0) terminal.note({ en: `and ${more} more files`, zh: `另有 ${more} 个文件` });
  if (files.length === 0)
    terminal.note({
      en: 'no file: none of the records has what this format is made of (a calendar: tasks with a date)',
      zh: '未生成文件：没有符合此格式的记录（日历须有带时限的任务）',
    });
  if (cursor !== null) {
    terminal.note({ en: `next time: --since ${cursor}`, zh: `下次请用：--since ${cursor}` });
  }
}
