import { join } from 'node:path';
import { defineCommand } from '../kit/command.js';
import { EXIT, usageError } from '../kit/errors.js';
import { storeOption, withStore } from '../kit/store.js';

const formats = ['jsonl', 'csv'] as const;

export const exportCommand = defineCommand({
  name: 'export',
  summary: { en: 'write every record to files, one file per type', zh: '导出全部记录，每类一个文件' },
  options: [
    {
      flags: '--format <format>',
      text: { en: 'jsonl or csv (default: jsonl)', zh: 'jsonl 或 csv（默认 jsonl）' },
      choices: formats,
    },
    { flags: '--out <folder>', text: { en: 'folder to write to, made where missing', zh: '输出文件夹，不存在则创建' } },
    storeOption,
  ],
  examples: ['export --out out', 'export --store gongbao.db --format csv --out out'],
  async run({ options, terminal }) {
    const outDir = options.text('out');
    if (outDir === undefined) throw usageError({ en: '--out names the folder to write to', zh: '请用 --out 指定输出文件夹' });
    const format = formats.find((name) => name === options.text('format')) ?? 'jsonl';
    const files = await withStore(options, terminal.asked, async (store) => {
      const { exportStore } = await import('../../output/index.js');
      return exportStore(store, { format, outDir });
    });
    for (const { name, records } of files) terminal.note(`${join(outDir, name)}  ${records}`);
    return EXIT.ok;
  },
});
