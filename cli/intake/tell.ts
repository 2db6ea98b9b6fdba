import type { Refusal, Result } from '../../intake/index.js';
import type { Terminal } from '../kit/terminal.js';
import type { Progress } from './progress.js';

/** Says what came of one input: a refusal in one line, and a warning where it takes the place of another file. */
export function tell(result: Result, progress: Progress, terminal: Terminal): void {
  const { path } = result;
  switch (result.status) {
    case 'refused':
      progress.note(resultLine(result, terminal));
      progress.step(null);
      return;
    case 'replaced':
      progress.note(
        terminal.say({
          en: `replaced ${path}: the store held another file under this path, which is history now (--prefix keeps both)`,
          zh: `替换 ${path}：库中同一路径的旧文件已转入历史（如需并存请用 --prefix）`,
        }),
      );
      progress.step(countsLine(result, terminal));
      return;
    case 'opened':
      progress.more(result.members);
      break;
    case 'unchanged':
    case 'stored':
    case 'reread':
  }
  progress.step(resultLine(result, terminal));
}

/** What came of one input, in one line whatever it was. */
export function resultLine(result: Result, terminal: Terminal): string {
  const { path } = result;
  switch (result.status) {
    case 'unchanged':
      return terminal.say({ en: `${path}: unchanged`, zh: `${path}：未变` });
    case 'opened': {
      const { members } = result;
      return terminal.say({ en: `${path}: ${plural(members, 'file')} inside`, zh: `${path}：内含 ${members} 个文件` });
    }
    case 'refused':
      return refusalLine(result.refusal, terminal) + olderStays(result, terminal);
    case 'replaced': {
      const kept = terminal.say({ en: '; the version before is kept as history', zh: '；旧版本转入历史' });
      return countsLine(result, terminal) + kept;
    }
    case 'stored':
    case 'reread':
      return countsLine(result, terminal);
  }
}

function countsLine({ path, notices, records, findings }: Extract<Result, { notices: number }>, terminal: Terminal): string {
  return terminal.say({
    en: `${path}: ${plural(notices, 'notice')}, ${plural(records, 'record')}, ${plural(findings, 'finding')}`,
    zh: `${path}：公文 ${notices}，记录 ${records}，发现 ${findings}`,
  });
}

function olderStays(result: Extract<Result, { status: 'refused' }>, terminal: Terminal): string {
  if (!result.olderStays) return '';
  return terminal.say({ en: '; the version stored before stays', zh: '；库中保留此前的版本' });
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `refused FILE: cause (hint)`, on one line. */
export function refusalLine({ shown, cause, hint }: Refusal, terminal: Terminal): string {
  const line = terminal.say({
    en: `refused ${shown}: ${cause.en} (${hint.en})`,
    zh: `拒收 ${shown}：${cause.zh}（${hint.zh}）`,
  });
  return line.replace(/\s+/g, ' ').replace(/[.。]([)）])$/, '$1');
}
