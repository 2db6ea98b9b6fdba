import { defineCommand } from '../kit/command.js';
import { EXIT, usageError } from '../kit/errors.js';
import { wholeNumber } from '../kit/filters.js';
import { personalDataOf, personalDataOption, storeOption, withStore } from '../kit/store.js';

export const diff = defineCommand({
  name: 'diff',
  summary: {
    en: 'show what differs between two notices, or between a notice and its older version: tasks, targets, figures, clusters, ratings, projects',
    zh: '比较两份公文，或一份公文的前后版本：任务、目标、指标、集群、评价、项目的增删改',
  },
  argument: {
    flags: '<notice...>',
    text: {
      en: 'one notice, to compare with what its file held before, or two: id, document number or file name',
      zh: '一份公文（与其旧版本比较）或两份公文：编号、发文字号或文件名',
    },
  },
  options: [
    {
      flags: '--version <number>',
      text: {
        en: 'of one notice, the older version to compare with, from 1 (default: the one before)',
        zh: '与第几个版本比较，从 1 起（默认上一版本）',
      },
    },
    storeOption,
    personalDataOption,
    { flags: '--json', text: { en: 'print it as JSON, records and fields in full', zh: '以 JSON 输出，含完整记录与字段' } },
  ],
  details: [
    {
      en: 'Records are compared by what the notice says: pages, places in the text, ids, white space and widths are no difference. A record that says the same under another number, heading or table has moved. Reworded ones are found again by how alike their texts are.',
      zh: '按公文内容比较：页码、位置、编号、空白和全半角不算差异；内容相同而序号、标题或表不同的记为移位；改写过的按文字相似度对应。',
    },
  ],
  examples: [
    'diff 洪府发〔2021〕14号',
    'diff 通知.pdf --version 1',
    'diff 征求意见稿.docx 洪府发〔2021〕14号',
    'diff 旧.pdf 新.pdf --json',
  ],
  async run({ args, options, terminal }) {
    const [one = '', other, ...more] = args;
    if (more.length > 0) throw usageError({ en: 'diff compares two notices at most', zh: 'diff 最多比较两份公文' });
    const asked = options.text('version');
    if (other !== undefined && asked !== undefined)
      throw usageError({ en: '--version says nothing beside two notices', zh: '给出两份公文时不能用 --version' });
    const version = asked === undefined ? null : wholeNumber('version', asked);
    await withStore(options, options.flag('json') ? terminal.asked : terminal.lang, async (store) => {
      const { twoNotices, twoVersions } = await import('../diff/sides.js');
      const { diffContents } = await import('../../output/index.js');
      const shown = { lang: terminal.lang, personalData: personalDataOf(options) };
      const sides = await (other === undefined
        ? twoVersions(store, one, version, shown)
        : twoNotices(store, [one, other], shown));
      if (sides.reread)
        terminal.note({
          en: 'the two had been read by different versions of the program; both were read anew from the stored documents',
          zh: '两者由不同版本的程序读取，已据库中文档重新读取后比较',
        });
      const found = await diffContents(sides.before, sides.after);
      if (options.flag('json')) await terminal.out(`${JSON.stringify(found, null, 1)}\n`);
      else {
        const { diffPage } = await import('../diff/page.js');
        await terminal.out(diffPage(found, terminal));
      }
    });
    return EXIT.ok;
  },
});
