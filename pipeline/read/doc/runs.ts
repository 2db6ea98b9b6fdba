import { sliceOf, type WordFile } from './fib.js';

/** A run of bytes of the main stream with its property changes; of paragraphs also the style. */
export interface Run {
  start: number;
  end: number;
  style: number;
  changes: DataView;
}

/** The runs of a document's characters or paragraphs, in the order of the file (MS-DOC 2.8.5, 2.8.6). */
export function runsOf(file: WordFile, kind: 'characterPages' | 'paragraphPages'): Run[] {
  const pages = file.part(kind);
  const count = Math.max(Math.floor((pages.byteLength - 4) / 8), 0);
  const runs: Run[] = [];
  for (let i = 0; i < count; i += 1) {
    const page = pages.getUint32((count + 1) * 4 + i * 4, true) & 0x3fffff;
    const start = page * 512;
    if (start + 512 <= file.main.byteLength) runs.push(...pageRuns(sliceOf(file.main, start, 512), kind));
  }
  return runs.sort((a, b) => a.start - b.start);
}

function pageRuns(page: DataView, kind: 'characterPages' | 'paragraphPages'): Run[] {
  const count = Math.min(page.getUint8(511), 0x65);
  const entry = kind === 'characterPages' ? 1 : 13;
  return Array.from({ length: count }, (_, i) => {
    const offset = page.getUint8((count + 1) * 4 + i * entry) * 2;
    const found = kind === 'characterPages' ? characterChanges(page, offset) : paragraphChanges(page, offset);
    return { start: page.getUint32(i * 4, true), end: page.getUint32(i * 4 + 4, true), ...found };
  });
}

const NOTHING = new DataView(new ArrayBuffer(0));

function characterChanges(page: DataView, offset: number): Pick<Run, 'style' | 'changes'> {
  if (offset === 0) return { style: 0, changes: NOTHING };
  return { style: 0, changes: sliceOf(page, offset + 1, page.getUint8(offset)) };
}

/** The length counts words; 0 says that the real one stands in the next byte (2.9.181). */
function paragraphChanges(page: DataView, offset: number): Pick<Run, 'style' | 'changes'> {
  if (offset === 0) return { style: 0, changes: NOTHING };
  const words = page.getUint8(offset);
  const start = words === 0 ? offset + 2 : offset + 1;
  const length = words === 0 ? page.getUint8(offset + 1) * 2 : words * 2 - 1;
  if (start + 2 > 512) return { style: 0, changes: NOTHING };
  return { style: page.getUint16(start, true), changes: sliceOf(page, start + 2, Math.max(length - 2, 0)) };
}

/** The run that holds an offset, undefined where none does. */
export function runAt(runs: readonly Run[], offset: number): Run | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = runs[low];
  return found !== undefined && found.start <= offset && offset < found.end ? found : undefined;
}
