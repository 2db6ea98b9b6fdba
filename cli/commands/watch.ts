import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { intakeOptions, readSettings } from '../intake/settings.js';
import { defineCommand } from '../kit/command.js';
import { CommandError, EXIT } from '../kit/errors.js';

export const watch = defineCommand({
  name: 'watch',
  summary: {
    en: 'ingest what folders hold, then what comes into them, until Ctrl-C',
    zh: '读入文件夹现有文件，并持续收录新到文件，按 Ctrl-C 结束',
  },
  argument: {
    flags: '<folder...>',
    text: {
      en: 'folders; files in them go by the paths that ingest gives them. A deleted file stays in the store',
      zh: '文件夹；其中文件的路径与 ingest 一致。文件删除后库中内容保留',
    },
  },
  options: intakeOptions,
  details: [
    {
      en: 'A file is read once its size has stayed the same for a second. Hidden files, lock files of editors and unfinished downloads (.part, .crdownload, .tmp …) are passed over. Between files the store is free for other commands. Ctrl-C or SIGTERM ends it after the files in work, with exit code 0. For network folders set CHOKIDAR_USEPOLLING=1.',
      zh: '文件大小一秒不变即读入；隐藏文件、编辑器锁文件和未完成的下载（.part、.crdownload、.tmp 等）跳过。两次读入之间数据库可供其他命令使用。按 Ctrl-C 或收到 SIGTERM 时，处理完当前文件后结束，退出码为 0。网络文件夹请设 CHOKIDAR_USEPOLLING=1。',
    },
  ],
  examples: ['watch inbox/', 'watch inbox/ scans/ --ocr --store gongbao.db'],
  async run({ args, options, terminal }) {
    const folders = await Promise.all(args.map(folderAt));
    const settings = readSettings(options);
    const { watchFolders } = await import('../watch/run.js');
    const ending = new AbortController();
    const end = () => {
      terminal.note({ en: 'ending after the files in work', zh: '处理完当前文件后结束' });
      ending.abort();
    };
    // Once each: whoever cannot wait for the file in work presses Ctrl-C again.
    process.once('SIGINT', end).once('SIGTERM', end);
    try {
      await watchFolders(folders, settings, terminal, ending.signal);
    } finally {
      process.off('SIGINT', end).off('SIGTERM', end);
    }
    return EXIT.ok;
  },
});

async function folderAt(path: string): Promise<string> {
  const stats = await stat(path).catch(() => null);
  if (stats?.isDirectory() === true) return resolve(path);
  throw new CommandError(
    stats === null
      ? { en: `${path}: there is no such folder`, zh: `${path}：文件夹不存在` }
      : { en: `${path} is no folder`, zh: `${path} 不是文件夹` },
    { en: 'watch takes folders; ingest takes files and globs too', zh: 'watch 只接受文件夹；文件和通配符请用 ingest' },
  );
}
