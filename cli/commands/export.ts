import { exportFilters, formats } from '../export/choices.js';
import { defineCommand } from '../kit/command.js';
import { EXIT } from '../kit/errors.js';
import { filterDefinitions } from '../kit/filters.js';
import { personalDataOption, storeOption, withStore } from '../kit/store.js';

export const exportCommand = defineCommand({
  name: 'export',
  summary: {
    en: 'write records to files: tables, workbooks, the list of tasks that offices keep (督查台账), calendars, reports',
    zh: '导出记录：表格、工作簿、督查台账、日历、公文报告等',
  },
  options: [
    {
      flags: '--format <format>',
      text: {
        en: 'jsonl (default), csv, xlsx, ledger (督查台账), datapackage, ics, html, parquet or sqlite',
        zh: 'jsonl（默认）、csv、xlsx、ledger（督查台账）、datapackage、ics、html、parquet、sqlite',
      },
      choices: formats,
    },
    {
      flags: '--out <file or folder>',
      text: {
        en: 'folder to write to, made where missing; or a file, by its ending, where the export is one',
        zh: '输出文件夹，不存在则创建；只有一个文件时也可写文件名',
      },
    },
    {
      flags: '--type <types>',
      text: { en: 'of these types only, with commas between', zh: '只导出这些类型，以逗号分隔' },
    },
    {
      flags: '--since <cursor>',
      text: {
        en: 'only what was added, changed or removed since; “start” for all; the next cursor is printed',
        zh: '只导出此游标之后新增、变更、删除的记录；start 表示全部；结束时给出下一个游标',
      },
    },
    {
      flags: '--no-bom',
      text: { en: 'CSV for machines: no BOM, cells as they are', zh: '供程序读取的 CSV：无 BOM，单元格不作防公式处理' },
    },
    ...filterDefinitions(exportFilters),
    storeOption,
    personalDataOption,
  ],
  examples: [
    'export --out out',
    'export --format xlsx --out 公文数据.xlsx',
    'export --format ledger --unit 市工信局 --out 台账.xlsx',
    'export --format ics --place 景德镇市 --out calendars',
    'export --format html --notice 洪府发〔2021〕14号 --out 报告.html',
    'export --format csv --type projects --year 2021 --no-bom --out projects.csv',
    'export --since start --out changes',
  ],
  async run({ options, terminal }) {
    const { planOf } = await import('../export/plan.js');
    const plan = planOf(options);
    await withStore(options, terminal.asked, async (store) => {
      const { runExport, tellExport } = await import('../export/run.js');
      tellExport(await runExport(store, plan, terminal.asked, options), plan, terminal);
    });
    return EXIT.ok;
  },
});
