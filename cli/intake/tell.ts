import type { Terminal } from '../kit/terminal.js';
import type { Progress } from './progress.js';
import { refusalLine } from './refusal.js';
import type { Result } from './run.js';

/** Says what came of one input: a refusal in one line, and a warning where it takes the place of another file. */
export function tell(result: Result, progress: Progress, terminal: Terminal): void {
  const { path } = result;
  switch (result.status) {
    case 'unchanged':
      progress.step(terminal.say({ en: `${path}: unchanged`, zh: `${path}：未变` }));
      return;
    case 'opened':
      progress.more(result.members);
      progress.step(
        terminal.say({ en: `${path}: ${plural(result.members, 'file')} inside`, zh: `${path}：内含 ${result.members} 个文件` }),
      );
      return;
    case 'refused':
      progress.note(refusalLine(result.refusal, terminal) + olderStays(result, terminal));
      progress.step(null);
      return;
    case 'replaced':
      progress.note(
        terminal.say({
          en: `replaced ${path}: the store held another file under this path, which is history now (--prefix keeps both)`,
          zh: `替换 ${path}：库中同一路径的旧文件已转入历史（如需并存请用 --prefix）`,
        }),
      );
      break;
    case 'stored':
    case 'reread':
  }
  const { notices, records, findings } = result;
  progress.step(
    terminal.say({
      en: `${path}: ${plural(notices, 'notice')}, ${plural(records, 'record')}, ${plural(findings, 'finding')}`,
      zh: `${path}：公文 ${notices}，记录 ${records}，发现 ${findings}`,
    }),
  );
}

function olderStays(result: Extract<Result, { status: 'refused' }>, terminal: Terminal): string {
  if (!result.olderStays) return '';
  return terminal.say({ en: '; the version stored before stays', zh: '；库中保留此前的版本' });
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
