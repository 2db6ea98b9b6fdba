import { existsSync, readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { commands } from './commands/index.js';
import { Options, type CommandDefinition } from './kit/command.js';
import type { ExitCode } from './kit/errors.js';
import type { Text } from './kit/language.js';
import type { Terminal } from './kit/terminal.js';

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

/** The program as commander sees it; `done` hears the exit code of the command that ran. */
export function buildProgram(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const program = new Command('gongbao')
    .description(terminal.say(about))
    .addOption(languageFlag(terminal))
    .version(version(), '-V, --version', terminal.say(versionText))
    .helpOption('-h, --help', terminal.say(helpText))
    .helpCommand('help [command]', terminal.say(helpText))
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  if (terminal.lang === 'zh') program.configureHelp({ styleTitle: (title) => headings[title] ?? title });
  for (const definition of commands) addCommand(program, definition, terminal, done);
  return program.addHelpText(
    'after',
    examples(terminal, ['ingest notices/', 'obligations --unit 工业和信息化局 --due-before 2026']),
  );
}

function addCommand(program: Command, definition: CommandDefinition, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = program.command(definition.name).description(terminal.say(definition.summary));
  if (definition.argument) command.argument(definition.argument.flags, terminal.say(definition.argument.text));
  for (const { flags, text, choices } of definition.options) {
    const option = new Option(flags, terminal.say(text));
    command.addOption(choices ? option.choices(choices) : option);
  }
  command
    .addOption(languageFlag(terminal))
    .helpOption('-h, --help', terminal.say(helpText))
    .addHelpText('after', examples(terminal, definition.examples))
    .action(async () => {
      const options = new Options(command.opts());
      done(await definition.run({ args: command.args, options, terminal }));
    });
}

function languageFlag(terminal: Terminal): Option {
  return new Option('--lang <language>', terminal.say(languageOption)).choices(['zh', 'en']);
}

function examples(terminal: Terminal, lines: readonly string[]): string {
  return `\n${terminal.say({ en: 'Examples:', zh: '示例：' })}\n${lines.map((line) => `  gongbao ${line}`).join('\n')}\n`;
}

function version(): string {
  // One folder up from the source, two from the build.
  const places = ['../package.json', '../../package.json'].map((place) => new URL(place, import.meta.url));
  const file = places.find((place) => existsSync(place));
  if (file === undefined) return 'unknown';
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
