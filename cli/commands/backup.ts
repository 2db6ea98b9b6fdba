import { defineCommand } from '../kit/command.js';
import { EXIT } from '../kit/errors.js';
import { storeOption, storePath, withPath } from '../kit/store.js';

export const backup = defineCommand({
  name: 'backup',
  summary: {
    en: 'copy the whole store to a file, also while it is in use',
    zh: '备份整个数据库，使用中也可进行',
  },
  argument: { flags: '<file>', text: { en: 'the copy, which must not be there yet', zh: '备份文件，须尚不存在' } },
  options: [storeOption, { flags: '--force', text: { en: 'replace a file that is there', zh: '覆盖已有的文件' } }],
  details: [
    {
      en: 'The copy is the store as it was at one moment; it takes its name when it is whole and on the disk. Nothing in it is masked: mobile and identity numbers of people are in it, and it is to be kept as carefully as the store.',
      zh: '备份的是某一时刻的完整内容，写完落盘后才以该文件名出现。其中不作任何遮盖，含手机号码和身份证号码，请与数据库同样妥善保管。',
    },
  ],
  examples: ['backup gongbao-2026-01.db', 'backup /mnt/disk/notices.db --store notices.db --force'],
  async run({ args, options, terminal }) {
    const [file = ''] = args;
    const path = storePath(options);
    const { backUp } = await import('../backup/run.js');
    const bytes = await withPath(path, () => backUp(path, file, options.flag('force')));
    terminal.note({
      en: `written: ${file}, ${bytes} bytes, with the numbers of people that are in the store\n  → gongbao check ${file} verifies it`,
      zh: `已写入：${file}，${bytes} 字节，含数据库中的手机号码和身份证号码\n  → 可用 gongbao check ${file} 检查`,
    });
    return EXIT.ok;
  },
});
