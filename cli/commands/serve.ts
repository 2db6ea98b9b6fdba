import { defineCommand } from '../kit/command.js';
import { EXIT } from '../kit/errors.js';
import { gazetteerOption } from '../kit/gazetteer.js';
import { personalDataOption, storeOption } from '../kit/store.js';

export const serve = defineCommand({
  name: 'serve',
  summary: {
    en: 'opens the store in the browser, and to other programs over HTTP, until Ctrl-C',
    zh: '在浏览器中查阅数据库，并以 HTTP 接口供其他程序读取；Ctrl-C 结束',
  },
  options: [
    {
      flags: '--port <number>',
      text: { en: 'port to listen on (default: 8610; 0: any)', zh: '端口（默认 8610；0 为任意空闲端口）' },
    },
    {
      flags: '--host <address>',
      text: { en: 'address to listen on (default: 127.0.0.1, this computer only)', zh: '监听地址（默认 127.0.0.1，仅限本机）' },
    },
    storeOption,
    gazetteerOption,
    personalDataOption,
  ],
  examples: ['serve', 'serve --store notices.db --port 8080'],
  async run({ options, terminal }) {
    const { runServer } = await import('../serve/run.js');
    await runServer(options, terminal);
    return EXIT.ok;
  },
});
