import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CommandError, systemCode } from './errors.js';

/** The name of a configuration file that holds for the folders below it. */
const CONFIG_FILE = 'gongbao.config.json';

/** Where a configuration is looked for: the file that GONGBAO_CONFIG names, else the nearest one up from `cwd`, else the user's own. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  cwd: string;
  home: string;
}

/** A configuration file as it is, not checked yet. */
export interface ConfigFile {
  path: string;
  content: unknown;
}

/**
 * The configuration file that holds here, null where there is none.
 * @throws CommandError where it cannot be read or is no JSON
 */
export async function findConfig({ env, cwd, home }: Surroundings): Promise<ConfigFile | null> {
  const named = env['GONGBAO_CONFIG'];
  if (named !== undefined && named !== '') {
    const path = resolve(cwd, named);
    const file = await load(path);
    if (file === null) throw missing(path);
    return file;
  }
  const own = join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'gongbao', 'config.json');
  for (const path of [...upFrom(cwd).map((folder) => join(folder, CONFIG_FILE)), own]) {
    const file = await load(path);
    if (file !== null) return file;
  }
  return null;
}

/** A folder and those it lies in, the innermost first. */
function upFrom(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upFrom(parent)];
}

async function load(path: string): Promise<ConfigFile | null> {
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'));
    return { path, content };
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null;
    throw unreadable(path, error);
  }
}

const nextStep = {
  en: 'it holds a JSON object such as { "store": "notices.db", "lang": "zh" }',
  zh: '配置文件应为 JSON 对象，如 { "store": "notices.db", "lang": "zh" }',
};

function missing(path: string): CommandError {
  return new CommandError(
    { en: `${path}: there is no such file (GONGBAO_CONFIG)`, zh: `${path}：文件不存在（GONGBAO_CONFIG）` },
    nextStep,
  );
}

function unreadable(path: string, cause: unknown): CommandError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const what = { en: `${path}: the configuration cannot be read (${why})`, zh: `${path}：无法读取配置（${why}）` };
  return new CommandError(what, nextStep, undefined, { cause });
}
