import type { SearchAnswer } from '../../schemas/index.js';
import type { Format } from '../kit/formats.js';
import type { Terminal } from '../kit/terminal.js';
import { answerPage } from './page.js';

export { answerNotes } from './notes.js';

/** Prints an answer: whole as JSON, a hit a line, or as a page for people. */
export async function printAnswer(answer: SearchAnswer, format: Format, terminal: Terminal): Promise<void> {
  if (format === 'json') await terminal.out(`${JSON.stringify(answer, null, 1)}\n`);
  else if (format === 'jsonl') for (const hit of answer.hits) await terminal.out(`${JSON.stringify(hit)}\n`);
  else await terminal.out(answerPage(answer, terminal));
}
