import type { Input, Refusal, Result } from '../../intake/index.js';
import { withSession } from '../intake/session.js';
import { intakeOptions, readSettings, type IntakeSettings } from '../intake/settings.js';
import { defineCommand } from '../kit/command.js';
import { EXIT } from '../kit/errors.js';
import { lendStore } from '../kit/store.js';
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
    ...intakeOptions,
    { flags: '--force', text: { en: 'read again what is stored already', zh: '重新读取已入库的文件' } },
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
    const { collect } = await import('../../intake/index.js');
    const { inputs, refused } = await collect(args, settings);
    const results = inputs.length > 0 ? await takeAllIn(inputs, settings, terminal) : [];
    await tellRefused(refused, terminal);
    summarise(results, refused, terminal);
    if (options.flag('json')) await terminal.out(`${JSON.stringify(reportOf(results, refused, terminal), null, 1)}\n`);
    return refused.length > 0 || results.some((result) => result.status === 'refused') ? EXIT.refused : EXIT.ok;
  },
});

async function takeAllIn(inputs: readonly Input[], settings: IntakeSettings, terminal: Terminal): Promise<Result[]> {
  const { openProgress } = await import('../intake/progress.js');
  const { tell } = await import('../intake/tell.js');
  return withSession(settings, (session) => {
    session.endOnSignals();
    return lendStore(settings.store, {}, async (store) => {
      const progress = await openProgress(inputs.length, terminal);
      try {
        return await session.take(inputs, store, (result) => {
          tell(result, progress, terminal);
        });
      } finally {
        progress.stop();
      }
    });
  });
}

async function tellRefused(refused: readonly Refusal[], terminal: Terminal): Promise<void> {
  if (refused.length === 0) return;
  const { refusalLine } = await import('../intake/tell.js');
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
