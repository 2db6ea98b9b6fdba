import type { CommandWords, OptionWords } from './words.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The script that makes a shell complete the program's commands, options and values. */
export const completionScript: Record<Shell, (commands: readonly CommandWords[]) => string> = { bash, zsh, fish };

/** Inside single quotes; the one way out is closing them around an escaped quote. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Needs no package: `compgen` is bash's own. Without a match files are offered, as for any program. */
function bash(commands: readonly CommandWords[]): string {
  const cases = commands.flatMap(({ name, options }) => [
    ...options.flatMap(({ names, value }) => {
      const pattern = names.map((option) => `${name}:${option}`).join('|');
      if (typeof value === 'object') return [`    ${pattern}) words=${quoted(value.join(' '))} ;;`];
      return value === 'none' ? [] : [`    ${pattern}) return ;;`];
    }),
    `    ${name}:*) [[ $cur == -* ]] && words=${quoted(options.flatMap(({ names }) => names).join(' '))} ;;`,
  ]);
  return `# bash completion for gongbao: source <(gongbao completion bash)
_gongbao() {
  local cur=\${COMP_WORDS[COMP_CWORD]} words=
  COMPREPLY=()
  if (( COMP_CWORD == 1 )); then
    words=${quoted(commands.map(({ name }) => name).join(' '))}
  else case "\${COMP_WORDS[1]}:\${COMP_WORDS[COMP_CWORD-1]}" in
${cases.join('\n')}
  esac; fi
  [[ -n $words ]] && COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _gongbao gongbao
`;
}

function zsh(commands: readonly CommandWords[]): string {
  const described = (text: string) => text.replace(/[[\]:\\]/g, '\\$&');
  const option = ({ names, about, value }: OptionWords) =>
    names.map((name) => {
      const action =
        value === 'none' ? '' : value === 'file' ? ':file:_files' : value === 'any' ? ':value:' : `:value:(${value.join(' ')})`;
      return quoted(`${name}[${described(about)}]${action}`);
    });
  const cases = commands.map(({ name, options, files }) => {
    const rest = files ? ` ${quoted('*:file:_files')}` : '';
    return `    ${name}) _arguments ${options.flatMap(option).join(' ')}${rest} ;;`;
  });
  return `#compdef gongbao
# zsh completion for gongbao: source <(gongbao completion zsh)
_gongbao() {
  local -a commands
  commands=(${commands.map(({ name, about }) => quoted(`${name}:${described(about)}`)).join(' ')})
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  shift words; (( CURRENT-- ))
  case $words[1] in
${cases.join('\n')}
  esac
}
compdef _gongbao gongbao
`;
}

function fish(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ name, about, options, files }) => {
    const inside = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      `complete -c gongbao -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`,
      ...(files ? [] : [`complete -c gongbao ${inside} -f`]),
      ...options.flatMap(({ names, about: text, value }) =>
        names.map((option) => {
          const takes =
            value === 'none' ? '' : value === 'file' ? ' -rF' : value === 'any' ? ' -x' : ` -xa ${quoted(value.join(' '))}`;
          return `complete -c gongbao ${inside} -l ${option.slice(2)}${takes} -d ${quoted(text)}`;
        }),
      ),
    ];
  });
  return `# fish completion for gongbao: gongbao completion fish | source\n${lines.join('\n')}\n`;
}
