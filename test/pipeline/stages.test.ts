import { describe, expect, it } from 'vitest';
import { noticeOf } from '../../bench/ingest/notice.js';
import { asDocx } from '../../bench/ingest/docx.js';
import { textOf } from '../../bench/ingest/sheet.js';
import { loadTools, readDocument, rerun, runPipeline, type Stage } from '../../pipeline/index.js';

const tools = await loadTools();
const asTxt = (seed: number): Uint8Array => new TextEncoder().encode(textOf(noticeOf(seed)));

describe('stages, for those who measure', () => {
  it('are told in their order, the last ones once for each notice', async () => {
    const passed: Stage[] = [];
    const input = { path: 'a.txt', file: 'a.txt', sha256: '', bytes: 0 };
    rerun(await readDocument(asTxt(3), 'a.txt'), input, tools, (stage) => passed.push(stage));
    expect(passed).toEqual(['reflow', 'segment', 'resolve', 'extract', 'resolve', 'audit']);
  });
});

describe('the made-up notices of the bench', () => {
  it('are the same for a seed', () => {
    expect(noticeOf(11)).toEqual(noticeOf(11));
    expect(noticeOf(11)).not.toEqual(noticeOf(12));
  });

  it.each([4, 8])('give the same records as TXT and as DOCX (seed %i)', async (seed) => {
    const counts = async (bytes: Uint8Array, path: string): Promise<number[][]> => {
      const { notices } = await runPipeline(bytes, { path }, tools);
      return notices.map(({ records }) => Object.values(records).map((list) => list.length));
    };
    const fromTxt = await counts(asTxt(seed), 'a.txt');
    expect(fromTxt).toHaveLength(1);
    expect(await counts(await asDocx(noticeOf(seed)), 'a.docx')).toEqual(fromTxt);
  });
});
