import { defineCommand } from '../kit/command.js';
import { CommandError, EXIT } from '../kit/errors.js';
import { personalDataOption, storeOption, withStore } from '../kit/store.js';

export const show = defineCommand({
  name: 'show',
  summary: { en: 'show one notice, or one record with the words it was read from', zh: '查看一份公文，或一条记录及其原文' },
  argument: {
    flags: '<notice|record>',
    text: {
      en: 'id of a notice or record; document number or file name of a notice',
      zh: '公文或记录编号；公文也可用发文字号或文件名',
    },
  },
  options: [
    storeOption,
    { flags: '--json', text: { en: 'print it as JSON', zh: '以 JSON 输出' } },
    { flags: '--full', text: { en: 'of a notice, print the whole text', zh: '输出公文全文' } },
    personalDataOption,
  ],
  examples: ['show 洪府发〔2021〕14号', 'show 通知.pdf --full', 'show 3f0c5b1e9a7d2c44-c-1f0a'],
  async run({ args, options, terminal }) {
    const [wanted = ''] = args;
    await withStore(options, options.flag('json') ? terminal.asked : terminal.lang, async (store) => {
      const { find } = await import('../show/find.js');
      const found = await find(store, wanted);
      if (found === null) throw notFound(wanted);
      if (options.flag('json')) {
        const shown = found.kind === 'record' ? found.record : found.notices;
        await terminal.out(`${JSON.stringify(shown, null, 1)}\n`);
      } else if (found.kind === 'record') {
        const { recordPage } = await import('../show/record.js');
        await terminal.out(recordPage(found, terminal));
      } else {
        const { noticePage } = await import('../show/notice.js');
        for (const notice of found.notices) await terminal.out(await noticePage(store, notice, options.flag('full'), terminal));
      }
    });
    return EXIT.ok;
  },
});

function notFound(wanted: string): CommandError {
  return new CommandError(
    {
      en: `nothing in the store has the id, number or file name “${wanted}”`,
      zh: `数据库中没有编号、发文字号或文件名为“${wanted}”的内容`,
    },
    {
      en: 'the listing commands print ids: gongbao notices, gongbao obligations, …',
      zh: '列表命令会给出编号：gongbao notices、gongbao obligations 等',
    },
  );
}
