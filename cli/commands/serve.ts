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
    {
      flags: '--allow-host <names>',
      text: {
        en: 'further names that this server is called by (Host), with commas between',
        zh: '允许的其他主机名（Host），以逗号分隔',
      },
    },
    {
      flags: '--base-path <path>',
      text: { en: 'what stands before every path, behind a reverse proxy: /gongbao', zh: '反向代理下的路径前缀，如 /gongbao' },
    },
    {
      flags: '--token-file <file>',
      text: {
        en: 'file with the access token that every request must bring (default: GONGBAO_TOKEN, else none)',
        zh: '访问令牌所在文件，每个请求都须携带（默认取 GONGBAO_TOKEN，否则不设）',
      },
    },
    {
      flags: '--originals <folders>',
      text: {
        en: 'folder that was ingested, to give out original files from; several with : between (; on Windows)',
        zh: '原文件所在的文件夹（即收录时的文件夹），可供下载原文件；多个以 : 分隔（Windows 为 ;）',
      },
    },
    {
      flags: '--log <format>',
      text: {
        en: 'json: one line on standard error for each request (default: none)',
        zh: 'json：每个请求在标准错误输出一行（默认不输出）',
      },
      choices: ['json', 'none'],
    },
    storeOption,
    gazetteerOption,
    personalDataOption,
  ],
  details: [
    {
      en: 'With an access token, a program sends “Authorization: Bearer TOKEN”; a browser asks for a name (any) and a password (the token).',
      zh: '设有访问令牌时，程序应发送“Authorization: Bearer 令牌”；浏览器会要求输入用户名（任意）和密码（即令牌）。',
    },
  ],
  examples: [
    'serve',
    'serve --store notices.db --port 8080',
    'serve --originals notices --log json',
    'serve --host 0.0.0.0 --allow-host gongbao.example.com --token-file token.txt --base-path /gongbao',
  ],
  async run({ options, terminal }) {
    const { runServer } = await import('../serve/run.js');
    await runServer(options, terminal);
    return EXIT.ok;
  },
});
