import { basename } from 'node:path';
import { defineCommand, type Options } from '../kit/command.js';
import { CommandError, EXIT, systemCode } from '../kit/errors.js';
import { ocrOption } from '../kit/ocr.js';
import type { Terminal } from '../kit/terminal.js';
import type { Look } from '../../pipeline/index.js';
import type { Refusal } from '../../intake/index.js';

export const read = defineCommand({
  name: 'read',
  summary: {
    en: 'show how a file is read: its pages, blocks and tables, and what became of them',
    zh: '查看文件的读取过程：页、块、表格及整理结果',
  },
  argument: { flags: '<file>', text: { en: 'a notice in any format that ingest takes', zh: 'ingest 支持的任一格式的公文' } },
  options: [
    {
      flags: '--html <file>',
      text: { en: 'write a page to look at: every page drawn, beside what was read', zh: '生成网页：逐页绘出版面，并列读取结果' },
    },
    ocrOption,
    { flags: '--full', text: { en: 'cut nothing at a terminal', zh: '完整输出，不截短' } },
    { flags: '--json', text: { en: 'print the document as read as JSON', zh: '以 JSON 输出读取结果' } },
  ],
  examples: ['read 通知.pdf', 'read 通知.pdf --html look.html', 'read 扫描件.pdf --ocr', 'read 通知.docx --json'],
  async run({ args, options, terminal }) {
    const [path = ''] = args;
    const look = await lookAtFile(path, options.flag('ocr'));
    if ('code' in look) {
      const { refusalLine } = await import('../intake/tell.js');
      terminal.note(refusalLine(look, terminal));
      return EXIT.refused;
    }
    await show(look, path, options, terminal);
    return EXIT.ok;
  },
});

/** What reading the file gives, or why it is refused. */
async function lookAtFile(path: string, ocr: boolean): Promise<Look | Refusal> {
  const { readFile } = await import('node:fs/promises');
  const { InputRefused, loadTools, lookAt } = await import('../../pipeline/index.js');
  const { lend, refusalOfPipeline, refusalOfSystemError } = await import('../../intake/index.js');
  const bytes = await readFile(path).catch((error: unknown) => refusalOfSystemError(path, error));
  if (!Buffer.isBuffer(bytes)) return bytes;
  try {
    return await lookAt(new Uint8Array(bytes), basename(path), await loadTools(), await lend({ ocr }));
  } catch (error) {
    if (error instanceof InputRefused) return refusalOfPipeline(path, error.code, error.message, error.hint);
    throw error;
  }
}

async function show(look: Look, path: string, options: Options, terminal: Terminal): Promise<void> {
  const html = options.text('html');
  if (html !== undefined) {
    const { pageOf } = await import('../read/page/index.js');
    await writePage(html, pageOf(look, basename(path), terminal.lang));
    terminal.note({ en: `written: ${html}`, zh: `已写入：${html}` });
  }
  if (options.flag('json')) {
    const { document, flow } = look;
    await terminal.out(`${JSON.stringify({ document, text: flow.text, aside: flow.aside, repairs: flow.repairs }, null, 1)}\n`);
  } else if (html === undefined) {
    const { report } = await import('../read/report.js');
    await terminal.out(report(look, basename(path), terminal, options.flag('full')));
  }
}

async function writePage(path: string, page: string): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  try {
    await writeFile(path, page);
  } catch (error) {
    throw new CommandError(
      {
        en: `${path} cannot be written (${systemCode(error) ?? 'unknown'})`,
        zh: `无法写入 ${path}（${systemCode(error) ?? '未知'}）`,
      },
      { en: 'check the folder and its permissions', zh: '请检查文件夹及其权限' },
      EXIT.failed,
      { cause: error },
    );
  }
}
