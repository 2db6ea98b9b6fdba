import { beforeAll, describe, expect, it } from 'vitest';
import { loadTools, runPipeline, type PipelineTools } from '../../pipeline/index.js';
import type { Ingested } from '../../schemas/index.js';

let tools: PipelineTools;
beforeAll(async () => {
  tools = await loadTools();
});

const PAGE = (links: string, text = ''): Uint8Array =>
  new TextEncoder().encode(
    `<!doctype html><body><h1>抚河市人民政府关于加快产业发展的通知</h1><div id="zoom"><p>各县（市、区）人民政府：</p><p>为加快产业发展，经研究，现将有关事项通知如下，请认真贯彻执行。</p><p>抚河市人民政府</p><p>2026年1月5日</p>${text}</div><div class="fujian">${links}</div>`,
  );
const run = (links: string, beside: string[] = [], text = ''): Promise<Ingested> =>
  runPipeline(PAGE(links, text), { path: 'a/通知.html', beside }, tools);
const FILES = '<p><a href="files/1.pdf">附件1：任务清单.pdf</a></p><p><a href="/d.jsp?fileid=2">项目表.xlsx</a></p>';

describe('files that a page links', () => {
  it('are attachments of its notice', async () => {
    const { notices, document } = await run(FILES, ['a/files/1.pdf']);
    expect(notices.map((n) => n.head.attachments)).toEqual([['任务清单', '项目表']]);
    expect(document.linkedFiles.map((f) => f.path)).toEqual(['a/files/1.pdf', null]);
  });

  it('are found by the words of a link too', async () => {
    const { document } = await run(FILES, ['a/项目表.xlsx']);
    expect(document.linkedFiles.map((f) => f.path)).toEqual([null, 'a/项目表.xlsx']);
  });

  it('raise no warning that an attachment is missing', async () => {
    const text =
      '<p>附件：1.任务清单</p><p>2.项目表</p><p>附件1</p><p>任务清单</p><table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>延链</td></tr></table>';
    const missing = async (links: string): Promise<unknown[]> =>
      (await run(links, [], text)).notices.flatMap((n) =>
        n.findings.filter((f) => f.params['what'] === 'missing').map((f) => f.expected),
      );
    expect(await missing('')).toEqual(['项目表']);
    expect(await missing('<p><a href="2.xlsx">2.项目表</a></p>')).toEqual([]);
  });
});
