import { defineCommand, type CommandDefinition } from '../kit/command.js';
import { EXIT, usageError } from '../kit/errors.js';

/** The command that prints a shell's completion of `commands`, itself among them. */
export const completionOf = (commands: () => readonly CommandDefinition[]): CommandDefinition =>
  defineCommand({
    name: 'completion',
    summary: { en: 'print the script by which a shell completes commands and options', zh: '输出命令行补全脚本' },
    argument: { flags: '<shell>', text: { en: 'bash, zsh or fish', zh: 'bash、zsh 或 fish' } },
    options: [],
    details: [
      {
        en: 'For yourself alone: put “source <(gongbao completion bash)” into ~/.bashrc, the same with zsh into ~/.zshrc, or the last example into ~/.config/fish/config.fish.',
        zh: '仅供自己使用：将“source <(gongbao completion bash)”写入 ~/.bashrc，zsh 则写入 ~/.zshrc；fish 将最后一个示例写入 ~/.config/fish/config.fish。',
      },
    ],
    examples: ['completion bash > /etc/bash_completion.d/gongbao', 'completion zsh', 'completion fish | source'],
    async run({ args, terminal }) {
      const { completionScript, SHELLS } = await import('../completion/shells.js');
      const shell = SHELLS.find((name) => name === args[0]);
      if (shell === undefined)
        throw usageError(
          { en: `there is no completion for “${args[0] ?? ''}”`, zh: `没有 ${args[0] ?? ''} 的补全脚本` },
          { en: `the shells are ${SHELLS.join(', ')}`, zh: `可选 ${SHELLS.join('、')}` },
        );
      const { wordsOf } = await import('../completion/words.js');
      await terminal.out(completionScript[shell](wordsOf(commands(), terminal)));
      return EXIT.ok;
    },
  });
