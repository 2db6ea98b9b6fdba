import type { CommanderError } from 'commander';
import { didYouMean, usageError, type CommandError } from './errors.js';

/** What is wrong with a command line, in Chinese, by commander's name for it; `it` is the word in question, quoted. */
const inChinese: Record<string, (it: string) => string> = {
  'commander.unknownCommand': (it) => `没有命令 ${it}`,
  'commander.unknownOption': (it) => `没有选项 ${it}`,
  'commander.missingArgument': (it) => `缺少参数 ${it}`,
  'commander.optionMissingArgument': (it) => `选项 ${it} 缺少取值`,
  'commander.invalidArgument': (it) => `选项 ${it} 的取值无效`,
  'commander.excessArguments': () => '参数过多',
};

/** Commander's complaint in the shape and the language of all others. */
export function usageErrorOf({ code, message }: CommanderError): CommandError {
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n');
  const meant = /\(Did you mean (?:one of )?([^?(]{1,200})\?\)/.exec(rest.join(' '))?.[1];
  const [it = ''] = /'[^']*'/.exec(first) ?? [];
  const [, choices] = /Allowed choices are (.+)\.$/.exec(first) ?? [];
  const zh = (inChinese[code]?.(it) ?? first) + (choices === undefined ? '' : `，可选 ${choices}`);
  return usageError(
    { en: first, zh },
    meant === undefined
      ? { en: 'gongbao --help, or --help after a command, tells more', zh: '用 gongbao --help 或在命令后加 --help 查看说明' }
      : didYouMean(meant),
  );
}
