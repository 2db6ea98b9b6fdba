import { Command, Option } from 'commander';
import { commands } from './commands/index.js';
import { Options, type CommandDefinition } from './kit/command.js';
import type { ExitCode } from './kit/errors.js';
import type { Text } from './kit/language.js';
import type { Terminal } from './kit/terminal.js';
import { version } from './kit/version.js';

const about: Text = {
  en: 'Reads Chinese government notices into a store that answers questions; every record points at the words it was read from.',
  zh: '把政府公文读成可查询的数据库，每条记录都指向其原文出处。',
};
const languageOption: Text = { en: 'language of messages (default: from LANG)', zh: '提示语言（默认取自 LANG）' };
const helpText: Text = { en: 'show help', zh: '显示帮助' };
const versionText: Text = { en: 'show the version', zh: '显示版本' };
const headings: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** The program as commander sees it; `defaults` are for options that the command line does not set, `done` hears the exit code of the command that ran. */
export function buildProgram(terminal: Terminal, defaults: Record<string, string>, done: (code: ExitCode) => void): Command {
  const program = new Command('gongbao')
    .description(terminal.say(about))
    .addOption(languageFlag(terminal))
    .version(version(), '-V, --version', terminal.say(versionText))
    .helpOption('-h, --help', terminal.say(helpText))
    .helpCommand('help [command]', terminal.say(helpText))
    // An option after a command is the command's own: `diff --version 2` does not ask for the program's version.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  if (terminal.lang === 'zh') program.configureHelp({ styleTitle: (title) => headings[title] ?? title });
  for (const definition of commands) {
    addCommand(program, definition, terminal, async ({ args, options }) => {
      done(await definition.run({ args, options: new Options({ ...defaults, ...options }), terminal }));
    });
  }
  return program.addHelpText(
    'after',
    examples(terminal, ['ingest notices/', 'obligations --unit 工业和信息化局 --due-before 2026']),
  );
}

/** A command line as commander has read it. */
interface ParsedCall {
  args: readonly string[];
  options: Record<string, unknown>;
}

function addCommand(
  program: Command,
  definition: CommandDefinition,
  terminal: Terminal,
  run: (call: ParsedCall) => Promise<void>,
): void {
  const command = program.command(definition.name).description(terminal.say(definition.summary));
  if (definition.argument) command.argument(definition.argument.flags, terminal.say(definition.argument.text));
  for (const { flags, text, choices } of definition.options) {
    const option = new Option(flags, terminal.say(text));
    command.addOption(choices ? option.choices(choices) : option);
  }
  command
    .addOption(languageFlag(terminal))
    .helpOption('-h, --help', terminal.say(helpText))
    .addHelpText('after', helpBelow(definition, terminal))
    .action(() => run({ args: command.args, options: command.opts() }));
}

function languageFlag(terminal: Terminal): Option {
  return new Option('--lang <language>', terminal.say(languageOption)).choices(['zh', 'en']);
}

/** What a command's help says below its options: particulars, examples, and what holds for all commands. */
function helpBelow({ details = [], examples: lines, options }: CommandDefinition, terminal: Terminal): string {
  const paragraphs = details.map((text) => `\n${terminal.say(text)}\n`);
  const usesStore = options.some(({ flags }) => flags.startsWith('--store'));
  return [
    ...paragraphs,
    examples(terminal, lines),
    section(terminal, exitCodes),
    ...(usesStore ? [section(terminal, settings)] : []),
  ].join('');
}

function section(terminal: Terminal, { head, lines }: { head: Text; lines: readonly (readonly [string, Text])[] }): string {
  const width = Math.max(...lines.map(([term]) => term.length));
  return `\n${terminal.say(head)}\n${lines.map(([term, text]) => `  ${term.padEnd(width)}  ${terminal.say(text)}`).join('\n')}\n`;
}

const exitCodes = {
  head: { en: 'Exit codes:', zh: '退出码：' },
  lines: [
    ['0', { en: 'all went well', zh: '成功' }],
    ['1', { en: 'the command could not run', zh: '命令无法执行' }],
    ['2', { en: 'the command line cannot be read', zh: '命令行有误' }],
    ['3', { en: 'one input or more was refused', zh: '有文件被拒收' }],
  ],
} as const;

const settings = {
  head: { en: 'Settings:', zh: '设置：' },
  lines: [
    ['GONGBAO_STORE, GONGBAO_GAZETTEER', { en: 'stand in for --store and --gazetteer', zh: '代替 --store 和 --gazetteer' }],
    ['GONGBAO_PAGER, PAGER', { en: 'page long lists on a terminal; empty for none', zh: '终端分页程序，留空则不分页' }],
    [
      'gongbao.config.json',
      {
        en: 'store, gazetteer, lang, pager: here, in a folder above, or the file that GONGBAO_CONFIG names',
        zh: 'store、gazetteer、lang、pager：当前或上级文件夹，或由 GONGBAO_CONFIG 指定',
      },
    ],
    ['~/.config/gongbao/config.json', { en: 'the same for all folders', zh: '同上，适用于所有文件夹' }],
  ],
} as const;

function examples(terminal: Terminal, lines: readonly string[]): string {
  return `\n${terminal.say({ en: 'Examples:', zh: '示例：' })}\n${lines.map((line) => `  gongbao ${line}`).join('\n')}\n`;
}
