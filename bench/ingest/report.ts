import { table } from '../table.js';
import { counted, gain, LANGUAGE, LANGUAGE_AND_STORE, ratio, stageTime, taken, textRate } from './figures.js';
import { STAGES } from './ours.js';
import type { Runs } from './runs.js';

const fixed = (number: number, digits: number): string => (Number.isFinite(number) ? number.toFixed(digits) : '-');

/** How fast files of each format become records in a store. */
export function speeds(all: readonly Runs[]): string {
  const rows = all.map((runs) => {
    const { pages, notices, records, text } = counted(runs);
    const seconds = taken(runs, 'store', 'wall') / 1000;
    return [
      runs.name,
      String(runs.files),
      pages === 0 ? '-' : String(pages),
      String(records),
      fixed(text / 1e6, 2),
      pages === 0 ? '-' : fixed(pages / seconds, 0),
      fixed(notices / seconds, 1),
      fixed(text / 1e6 / seconds, 2),
      fixed(textRate(runs, LANGUAGE), 2),
      fixed(textRate(runs, LANGUAGE_AND_STORE), 2),
      fixed(taken(runs, 'store', 'peak') / 1e6, 0),
    ];
  });
  const head = [
    '',
    'files',
    'pages',
    'records',
    'MB of text',
    'pages/s',
    'notices/s',
    'MB/s',
    'reflow to audit, MB/s',
    'with store, MB/s',
    'peak, MB',
  ];
  return table(head, rows);
}

/** Where the time goes: milliseconds of processor a notice. */
export function stages(all: readonly Runs[]): string {
  const rows = all.map((runs) => [runs.name, ...STAGES.map((stage) => fixed(stageTime(runs, stage) / counted(runs).notices, 2))]);
  return table(['processor, ms a notice', ...STAGES], rows);
}

/** Ours beside what others take for the same files: milliseconds of processor a file, and ours as a multiple of it. */
export function neighbours(all: readonly Runs[]): string {
  const names: Record<string, string> = {
    'pdfjs-text': 'bare pdf.js, text',
    'pdfjs-operators': 'bare pdf.js, text and operators',
    mammoth: 'mammoth',
  };
  const rows = all.flatMap((runs) => {
    const perFile = (milliseconds: number): string => fixed(milliseconds / runs.files, 1);
    const ours = [
      `${runs.name}: gongbao, read to audit`,
      perFile(taken(runs, 'pipeline', 'cpu')),
      perFile(taken(runs, 'pipeline', 'wall')),
      '',
      '',
      fixed(taken(runs, 'pipeline', 'peak') / 1e6, 0),
    ];
    const libraries = Object.entries(names).flatMap(([task, name]) => {
      if (!runs.measures.has(task)) return [];
      const times = [ratio(runs, 'pipeline', task, 'cpu'), ratio(runs, 'pipeline', task, 'wall')].map((times) => fixed(times, 2));
      return [
        [
          `${runs.name}: ${name}`,
          perFile(taken(runs, task, 'cpu')),
          perFile(taken(runs, task, 'wall')),
          ...times,
          fixed(taken(runs, task, 'peak') / 1e6, 0),
        ],
      ];
    });
    const programs = [...runs.programs].map(([name, spent]) => {
      if (spent === null) return [`${runs.name}: ${name} is not installed`, '-', '-', '-', '-', '-'];
      const times = [taken(runs, 'pipeline', 'cpu') / spent.cpu, taken(runs, 'pipeline', 'wall') / spent.wall];
      return [`${runs.name}: ${name}`, perFile(spent.cpu), perFile(spent.wall), ...times.map((t) => fixed(t, 2)), '-'];
    });
    return [ours, ...libraries, ...programs];
  });
  return table(
    ['', 'processor, ms a file', 'clock, ms a file', 'ours, times (processor)', 'ours, times (clock)', 'peak, MB'],
    rows,
  );
}

/** What a second thread gains. */
export function threads(runs: Runs): string {
  const floor = gain(runs, 'threads');
  const names = { threads: 'bare pdf.js, text and operators', readers: 'gongbao, read to audit', ingest: 'gongbao, with store' };
  const rows = Object.entries(names).map(([task, name]) => [
    name,
    fixed(taken(runs, `${task} 1`, 'wall') / 1000, 2),
    fixed(taken(runs, `${task} 2`, 'wall') / 1000, 2),
    fixed(gain(runs, task), 2),
    fixed(gain(runs, task) / floor, 2),
    fixed(taken(runs, `${task} 2`, 'peak') / 1e6, 0),
  ]);
  return table([`${runs.files} PDFs`, 'one thread, s', 'two, s', 'gain', 'of pdf.js’s gain', 'peak of two, MB'], rows);
}
