import { once } from 'node:events';
import type { Listening, RequestLog, Site } from '../../web/index.js';
import { loadGazetteer } from '../../corpus/gazetteer.js';
import { createResolver } from '../../names/index.js';
import type { OpenOptions, Store } from '../../output/index.js';
import type { Options } from '../kit/command.js';
import { CommandError, systemCode } from '../kit/errors.js';
import { readGazetteer, tellingWrongRows } from '../kit/gazetteer.js';
import { lendStore, personalDataOf, storePath } from '../kit/store.js';
import type { Terminal } from '../kit/terminal.js';
import { version } from '../kit/version.js';
import { serveSettings, type ServeSettings } from './settings.js';

/** Serves the store until the program is told to stop. */
export async function runServer(options: Options, terminal: Terminal): Promise<void> {
  const { listen, OWN_NAMES } = await import('../../web/index.js');
  const settings = serveSettings(options, process.env, OWN_NAMES);
  const own = readGazetteer(options);
  const gazetteer = await tellingWrongRows(() => loadGazetteer(own));
  const path = storePath(options);
  await withStores(path, { readOnly: true, personalData: personalDataOf(options) }, async (store, stream) => {
    const { basePath, token, originals, hosts } = settings;
    const site: Site = {
      stores: inBoth(store),
      streams: inBoth(stream),
      resolver: createResolver(gazetteer),
      gazetteer,
      settings: { basePath, token, originals, hosts, lang: terminal.asked ?? 'zh', version: version() },
      today,
      log: settings.log ? logLine : () => undefined,
      failed: (error) => {
        terminal.note(faultLine(error));
      },
    };
    const server = await listen(site, { ...settings, prepare: true }).catch((error: unknown) => {
      throw cannotListen(error, settings);
    });
    const address = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${server.port}${basePath}/`;
    terminal.note({ en: `${path}: ${address} (Ctrl-C ends it)`, zh: `${path}：${address}（Ctrl-C 结束）` });
    await untilStopped(server);
  });
}

async function untilStopped(server: Listening): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
}

/** Questions that are answered at once. A thread more is left of those that libuv has (4), for files. */
const AT_ONCE = 3;

/** Connections for short questions, and one for what takes long. */
async function withStores(path: string, how: OpenOptions, work: (store: Store, stream: Store) => Promise<void>): Promise<void> {
  await lendStore(path, { ...how, connections: AT_ONCE }, (store) =>
    lendStore(path, { ...how, connections: 1 }, (stream) => work(store, stream)),
  );
}

const inBoth = (store: Store): Site['stores'] => ({ zh: store.speaking('zh'), en: store.speaking('en') });

/** The day in the time zone of this computer. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function logLine(entry: RequestLog): void {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}

function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env['DEBUG'] ? (error.stack ?? error.message) : `${error.name}: ${error.message}`;
}

function cannotListen(error: unknown, { host, port }: ServeSettings): unknown {
  const said = (en: string, zh: string, hintEn: string, hintZh: string): CommandError =>
    new CommandError({ en, zh }, { en: hintEn, zh: hintZh }, undefined, { cause: error });
  switch (systemCode(error)) {
    case 'EADDRINUSE':
      return said(
        `port ${port} is in use already`,
        `端口 ${port} 已被占用`,
        `another gongbao may be running: open http://${host}:${port}/, or choose another port: --port ${port + 1} (--port 0: any)`,
        `可能已有 gongbao 在运行：请打开 http://${host}:${port}/，或换一个端口：--port ${port + 1}（--port 0 为任意空闲端口）`,
      );
    case 'EACCES':
      return said(
        `port ${port} may not be listened on`,
        `无权监听端口 ${port}`,
        'ports below 1024 are for the administrator: choose one above, e.g. --port 8610',
        '1024 以下的端口须由管理员使用，请换用更大的端口，如 --port 8610',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return said(
        `this computer has no address “${host}”`,
        `本机没有地址“${host}”`,
        'choose --host 127.0.0.1 (this computer only) or 0.0.0.0 (all of its addresses)',
        '请用 --host 127.0.0.1（仅限本机）或 0.0.0.0（本机全部地址）',
      );
    case null:
    default:
      return error;
  }
}
