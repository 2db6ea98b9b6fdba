import { resolve } from 'node:path';
import type { GazetteerFile } from '../../pipeline/index.js';
import type { Input } from '../intake/paths.js';
import type { Refusal } from '../intake/refusal.js';
import type { Result } from '../intake/run.js';
import { defineCommand, type Options } from '../kit/command.js';
import { EXIT } from '../kit/errors.js';
import { wholeNumber } from '../kit/filters.js';
import { gazetteerOption, readGazetteer, toolsWith } from '../kit/gazetteer.js';
import { ocrOption } from '../kit/ocr.js';
import { lendStore, storeOption, storePath } from '../kit/store.js';
import type { Terminal } from '../kit/terminal.js';

export const ingest = defineCommand({
  name: 'ingest',
  summary: { en: 'read files, folders or globs into the store', zh: '将文件、文件夹或通配符匹配的文件读入数据库' },
  argument: {
    flags: '<path...>',
    text: {
      en: 'notices as TXT, Markdown, HTML, DOCX, DOC, WPS, PDF, OFD, XLSX or CSV, ZIP archives and folders of them; RTF and XLS where LibreOffice is installed; PNG and JPEG with --ocr',
      zh: 'TXT、Markdown、HTML、DOCX、DOC、WPS、PDF、OFD、XLSX、CSV 公文，或其压缩包（ZIP）、文件夹；RTF、XLS 须装有 LibreOffice；PNG、JPEG 须加 --ocr',
    },
  },
  options: [
    storeOption,
    { flags: '--jobs <number>', text: { en: 'files in work at once (default: 2)', zh: '同时处理的文件数（默认 2）' } },
    { flags: '--force', text: { en: 'read again what is stored already', zh: '重新读取已入库的文件' } },
    {
      flags: '--prefix <name>',
      text: {
        en: 'put NAME/ before every path, to keep folders with equal file names apart',
        zh: '在路径前加“名称/”，以区分同名文件',
      },
    },
    {
      flags: '--timeout <seconds>',
      text: { en: 'refuse a file that takes longer (default: 300)', zh: '单个文件的时限，秒（默认 300）' },
    },
    ocrOption,
    gazetteerOption,
    { flags: '--json', text: { en: 'print what came of each input as one JSON array', zh: '以 JSON 数组输出各文件的结果' } },
  ],
  examples: [
    'ingest notices/',
    "ingest notices/ '2025/**/*.pdf' --store gongbao.db",
    'ingest 2024/ --prefix 2024',
    'ingest scans/ --ocr --timeout 1800',
  ],
  async run({ args, options, terminal }) {
    const settings = readSettings(options);
    const gazetteer = await readGazetteer(options);
    const { inputs, refused } = await collect(args, settings);
    const results = inputs.length > 0 ? await takeAllIn(inputs, settings, gazetteer, terminal) : [];
    await tellRefused(refused, terminal);
    summarise(results, refused, terminal);
    if (options.flag('json')) await terminal.out(`${JSON.stringify(reportOf(results, refused, terminal), null, 1)}\n`);
    return refused.length > 0 || results.some((result) => result.status === 'refused') ? EXIT.refused : EXIT.ok;
  },
});

interface Settings {
  store: string;
  jobs: number;
  timeoutMs: number;
  force: boolean;
  ocr: boolean;
  prefix: string | null;
}

function readSettings(options: Options): Settings {
  const prefix = options.text('prefix')?.replace(/^\/+|\/+$/g, '');
  return {
    store: storePath(options),
    jobs: wholeNumber('jobs', options.text('jobs') ?? '2'),
    timeoutMs: wholeNumber('timeout', options.text('timeout') ?? '300') * 1000,
    force: options.flag('force'),
    ocr: options.flag('ocr'),
    prefix: prefix ? prefix : null,
  };
}

async function collect(args: readonly string[], { store, prefix }: Settings): Promise<{ inputs: Input[]; refused: Refusal[] }> {
  const { collectInputs } = await import('../intake/inputs.js');
  const ofTheStore = new Set(['', '-wal', '-shm', '-journal'].map((ending) => resolve(store) + ending));
  const { inputs, refused } = await collectInputs(args, ofTheStore);
  return { refused, inputs: prefix === null ? inputs : inputs.map((input) => under(prefix, input)) };
}

function under(prefix: string, input: Input): Input {
  const beside = input.beside?.map((path) => `${prefix}/${path}`);
  return { ...input, path: `${prefix}/${input.path}`, ...(beside && { beside }) };
}

async function takeAllIn(
  inputs: readonly Input[],
  settings: Settings,
  gazetteer: GazetteerFile | null,
  terminal: Terminal,
): Promise<Result[]> {
  const { isCurrent } = await import('../../pipeline/index.js');
  const { Readers } = await import('../intake/readers.js');
  const { takeIn } = await import('../intake/run.js');
  const { openProgress } = await import('../intake/progress.js');
  const { tell } = await import('../intake/tell.js');
  const tools = await toolsWith(gazetteer);
  const readers = new Readers(settings.timeoutMs, { gazetteer, ocr: settings.ocr });
  return lendStore(settings.store, {}, async (store) => {
    const progress = await openProgress(inputs.length, terminal);
    try {
      const results = await takeIn(
        inputs,
        { ...settings, store, readers, isCurrent: (stored) => isCurrent(stored, tools, settings) },
        (result) => {
          tell(result, progress, terminal);
        },
      );
      await store.link();
      return results;
    } finally {
      progress.stop();
      await readers.close();
    }
  });
}

async function tellRefused(refused: readonly Refusal[], terminal: Terminal): Promise<void> {
  if (refused.length === 0) return;
  const { refusalLine } = await import('../intake/refusal.js');
  for (const refusal of refused) terminal.note(refusalLine(refusal, terminal));
}

function summarise(results: readonly Result[], refused: readonly Refusal[], terminal: Terminal): void {
  const count = (...statuses: Result['status'][]) => results.filter(({ status }) => statuses.includes(status)).length;
  const stored = count('stored', 'replaced', 'reread');
  const bad = count('refused') + refused.length;
  terminal.note({
    en: `${stored} stored, ${count('unchanged')} unchanged, ${bad} refused`,
    zh: `入库 ${stored}，未变 ${count('unchanged')}，拒收 ${bad}`,
  });
}

function reportOf(results: readonly Result[], refused: readonly Refusal[], terminal: Terminal): object[] {
  const words = ({ code, cause, hint }: Refusal) => ({ code, cause: terminal.say(cause), hint: terminal.say(hint) });
  const unnamed = refused.map((refusal) => ({ status: 'refused', path: refusal.shown, ...words(refusal) }));
  const named = results.map((result) => {
    if (result.status !== 'refused') return result;
    const { refusal, ...rest } = result;
    return { ...rest, ...words(refusal) };
  });
  return [...named, ...unnamed];
}
