import { once } from 'node:events';
import type { Site } from '../../web/index.js';
import type { Options } from '../kit/command.js';
import { usageError } from '../kit/errors.js';
import { readGazetteer, resolverWith } from '../kit/gazetteer.js';
import { lendStore, personalDataOf, storePath } from '../kit/store.js';
import type { Terminal } from '../kit/terminal.js';
import { version } from '../kit/version.js';

const PORT = 8610;

/** Serves the store until the program is told to stop. */
export async function runServer(options: Options, terminal: Terminal): Promise<void> {
  const { listen } = await import('../../web/index.js');
  const resolver = await resolverWith(await readGazetteer(options));
  const path = storePath(options);
  const how = { readOnly: true, personalData: personalDataOf(options) };
  await lendStore(path, { ...how, lang: 'zh' }, (zh) =>
    lendStore(path, { ...how, lang: 'en' }, async (en) => {
      const site: Site = {
        stores: { zh, en },
        resolver,
        settings: { basePath: '', token: null, originals: [], lang: 'zh', version: version() },
        today: () => new Date().toISOString().slice(0, 10),
        log: () => undefined,
      };
      const host = options.text('host') ?? '127.0.0.1';
      const server = await listen(site, { host, port: portOf(options.text('port')) });
      terminal.note({
        en: `${path}: http://${host}:${server.port}/ (Ctrl-C ends it)`,
        zh: `${path}：http://${host}:${server.port}/（Ctrl-C 结束）`,
      });
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      await server.close();
    }),
  );
}

function portOf(text: string | undefined): number {
  if (text === undefined) return PORT;
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw usageError({ en: `--port wants a number from 0 to 65535, got “${text}”`, zh: `--port 应为 0 到 65535，实为“${text}”` });
}
