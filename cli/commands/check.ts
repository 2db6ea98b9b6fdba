import type { Checked, Fault, FaultWords } from '../../output/index.js';
import { defineCommand } from '../kit/command.js';
import { EXIT } from '../kit/errors.js';
import { storeOption, storePath, withPath } from '../kit/store.js';
import type { Terminal } from '../kit/terminal.js';

const FORMATS = ['lines', 'json', 'jsonl'] as const;

export const check = defineCommand({
  name: 'check',
  summary: {
    en: 'verify a store: the file itself, every record against the words it was read from, the search index, links',
    zh: '检查数据库：文件完整性、每条记录与其原文、检索索引、各类关联',
  },
  argument: { flags: '[store]', text: { en: 'the store, where --store does not name it', zh: '数据库，可代替 --store' } },
  options: [
    storeOption,
    {
      flags: '--format <format>',
      text: {
        en: 'lines (default), json (one array) or jsonl (one object a line)',
        zh: 'lines 每行一项（默认）、json 数组、jsonl 每行一个对象',
      },
      choices: FORMATS,
    },
    { flags: '--json', text: { en: 'the same as --format json', zh: '等同 --format json' } },
  ],
  details: [
    {
      en: 'It changes nothing and may run while others write: it sees the store as it was when it began. Exit code 0 means a sound store, 1 that something is wrong; each fault is a line with what it is, where, and the next step.',
      zh: '不作任何改动，可在写入时运行，检查的是开始时的内容。退出码 0 表示完好，1 表示有问题；每个问题一行，注明位置和下一步。',
    },
  ],
  examples: ['check', 'check notices.db', 'check --format json'],
  async run({ args, options, terminal }) {
    const { checkStore, faultWords } = await import('../../output/index.js');
    const path = args[0] ?? storePath(options);
    const format = options.flag('json') ? 'json' : (FORMATS.find((name) => name === options.text('format')) ?? 'lines');
    const lang = format === 'lines' ? terminal.lang : (terminal.asked ?? 'zh');
    const print = printer(format, terminal);
    const checked = await withPath(path, () => checkStore(path, (fault) => print.fault(fault, faultWords(fault, lang))));
    await print.end();
    tell(checked, terminal);
    return checked.faults === 0 ? EXIT.ok : EXIT.failed;
  },
});

interface Printer {
  fault(fault: Fault, words: FaultWords): Promise<void>;
  end(): Promise<void>;
}

/** Prints faults as they are found; none is kept. */
function printer(format: (typeof FORMATS)[number], terminal: Terminal): Printer {
  const asJson = ({ code, path, at }: Fault, { what, next }: FaultWords): string =>
    JSON.stringify({ check: code, path, at, what, next });
  if (format === 'jsonl')
    return { fault: (fault, words) => terminal.out(`${asJson(fault, words)}\n`), end: () => Promise.resolve() };
  if (format === 'lines')
    return { fault: (fault, words) => terminal.out(`${line(fault, words)}\n`), end: () => Promise.resolve() };
  let before = '[';
  return {
    async fault(fault, words) {
      await terminal.out(`${before}\n${asJson(fault, words)}`);
      before = ',';
    },
    end: () => terminal.out(before === '[' ? '[]\n' : '\n]\n'),
  };
}

function line({ path, at }: Fault, { what, next }: FaultWords): string {
  const where = [path, at].filter((part) => part !== null).join(' ');
  return `${where === '' ? '' : `${where}: `}${what} → ${next}`;
}

function tell({ inputs, notices, due, unlinked, faults }: Checked, terminal: Terminal): void {
  const looked = {
    en: `${inputs} files, ${notices} notices looked at: ${faults === 0 ? 'the store is sound' : `${faults} faults`}`,
    zh: `已检查 ${inputs} 个文件、${notices} 份公文：${faults === 0 ? '数据库完好' : `发现 ${faults} 个问题`}`,
  };
  terminal.note(looked);
  if (unlinked > 0)
    terminal.note({
      en: `links were not looked at: ${unlinked} files came in since they were made last (an ingest is at work, or was ended before its last step: run it again)`,
      zh: `未检查关联：上次关联之后又读入了 ${unlinked} 个文件（正在读入，或读入中途终止：请重新运行）`,
    });
  if (due > 0)
    terminal.note({
      en: `${due} files are due to be read again, as another version of the program read them: ingest them`,
      zh: `${due} 个文件由其他版本的程序读入，须重新读入`,
    });
}
