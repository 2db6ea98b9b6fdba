import { spawnSync } from 'node:child_process';
import { expect, it, test } from 'vitest';
import { commands } from '../../cli/commands/index.js';
import { completionScript, SHELLS } from '../../cli/completion/shells.js';
import { wordsOf } from '../../cli/completion/words.js';
import { Workplace } from './support/place.js';
import { gongbao } from './support/program.js';

const place = new Workplace();
const words = wordsOf(commands, {
  lang: 'en',
  asked: undefined,
  columns: null,
  moving: false,
  out: () => Promise.resolve(),
  note: () => undefined,
  say: (text) => text.en,
});

/** What bash offers behind these words, the last one being typed. */
function offered(...line: string[]): string[] {
  const script = `${completionScript.bash(words)}
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gongbao; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', 'gongbao', ...line], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

it.each([
  [['cl'], ['clusters']],
  [['obligations', '--du'], ['--due-before']],
  [
    ['obligations', '--role', ''],
    ['lead', 'responsible', 'support'],
  ],
  [['findings', '--severity', 'w'], ['warning']],
  [['ingest', 'not'], []],
])('bash completes %j', (line, expected) => {
  expect(offered(...line)).toEqual(expected);
});

it('bash completes every command and every option', () => {
  expect(offered('')).toEqual(commands.map(({ name }) => name));
  for (const { name, options } of words) expect(offered(name, '-').sort()).toEqual(options.flatMap(({ names }) => names).sort());
});

test.each(SHELLS)('%s reads its script without a complaint, where it is installed', (shell) => {
  const { status, stderr, error } = spawnSync(shell, ['-n', place.write(shell, completionScript[shell](words))], {
    encoding: 'utf8',
  });
  if (error) return;
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('is printed by the command, which knows three shells', () => {
  expect(gongbao(['completion', 'bash']).out).toContain('complete -o default -F _gongbao gongbao');
  const { code, notes } = gongbao(['completion', 'tcsh']);
  expect({ code, notes }).toEqual({
    code: 2,
    notes: ['gongbao: there is no completion for “tcsh”', '  → the shells are bash, zsh, fish'],
  });
});
