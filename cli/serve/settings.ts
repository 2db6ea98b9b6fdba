import { readFileSync, statSync } from 'node:fs';
import { delimiter } from 'node:path';
import type { Options } from '../kit/command.js';
import { CommandError, systemCode, usageError } from '../kit/errors.js';
import { personalDataOf } from '../kit/store.js';

const PORT = 8610;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;
/** A token that is shorter can be guessed. */
const SHORTEST_TOKEN = 16;

/** How a server is to run, as the user has set it. */
export interface ServeSettings {
  host: string;
  port: number;
  basePath: string;
  token: string | null;
  originals: string[];
  /** names that it may be called by; null for any */
  hosts: string[] | null;
  log: boolean;
}

/**
 * Reads the options; `ownNames` are the names of this computer for itself.
 * @throws CommandError where they cannot be read or would give away what must not be
 */
export function serveSettings(options: Options, env: NodeJS.ProcessEnv, ownNames: readonly string[]): ServeSettings {
  const host = options.text('host') ?? '127.0.0.1';
  const token = tokenOf(options.text('tokenFile'), env);
  const allowed = listed(options.text('allowHost'));
  const loopback = LOOPBACK.test(host);
  if (personalDataOf(options) === 'shown' && !loopback && token === null) throw openPersonalData();
  return {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: portOf(options.text('port')),
    basePath: basePathOf(options.text('basePath')),
    token,
    originals: (options.text('originals') ?? '').split(delimiter).filter(Boolean).map(folderOf),
    hosts: loopback || allowed.length > 0 ? [...ownNames, ...allowed] : null,
    log: options.text('log') === 'json',
  };
}

function listed(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function portOf(text: string | undefined): number {
  if (text === undefined) return PORT;
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw usageError({ en: `--port wants a number from 0 to 65535, got “${text}”`, zh: `--port 应为 0 到 65535，实为“${text}”` });
}

/** With a `/` in front and none behind; empty where there is none. */
function basePathOf(text: string | undefined): string {
  const path = `/${(text ?? '').replace(/^\/+|\/+$/g, '')}`;
  if (path === '/') return '';
  if (/^(?:\/[\w.~-]+)+$/.test(path)) return path;
  throw usageError({
    en: `--base-path wants a path such as /gongbao, got “${text ?? ''}”`,
    zh: `--base-path 应为 /gongbao 形式的路径，实为“${text ?? ''}”`,
  });
}

function tokenOf(file: string | undefined, env: NodeJS.ProcessEnv): string | null {
  const token = file === undefined ? env['GONGBAO_TOKEN'] : tokenIn(file);
  if (token === undefined || (file === undefined && token === '')) return null;
  if (token.length >= SHORTEST_TOKEN && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new CommandError(
    {
      en: `an access token has ${SHORTEST_TOKEN} characters or more, of ASCII without spaces`,
      zh: `访问令牌须有 ${SHORTEST_TOKEN} 个以上的 ASCII 字符，且无空格`,
    },
    { en: 'make one with: openssl rand -hex 24', zh: '可用 openssl rand -hex 24 生成' },
  );
}

function tokenIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new CommandError(
      { en: `${file}: the access token cannot be read`, zh: `${file}：无法读取访问令牌` },
      { en: 'Give a text file that holds nothing but the token.', zh: '请给出只含令牌的文本文件。' },
      undefined,
      { cause: error },
    );
  }
}

function folderOf(path: string): string {
  try {
    if (statSync(path).isDirectory()) return path;
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
  throw new CommandError(
    { en: `--originals: ${path} is no folder that can be read`, zh: `--originals：${path} 不是可读的文件夹` },
    { en: 'Give the folder that was ingested.', zh: '请给出收录时的文件夹。' },
  );
}

function openPersonalData(): CommandError {
  return usageError(
    {
      en: '--with-personal-data would show the numbers of people to everybody on the network',
      zh: '--with-personal-data 会让网络上的任何人看到个人号码',
    },
    {
      en: 'set an access token (--token-file), or listen on this computer only (--host 127.0.0.1)',
      zh: '请设置访问令牌（--token-file），或仅监听本机（--host 127.0.0.1）',
    },
  );
}
