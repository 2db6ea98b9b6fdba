import { noticeFile, noticeFiles, type Format } from './files.js';
import { inFreshProcess } from './fresh.js';
import { byProgram, type PROGRAMS } from './programs.js';
import type { Spent } from './spent.js';
import type { Measure, Task } from './tasks.js';

/** How much is measured. */
export interface Plan {
  files: Record<Format, number>;
  rounds: number;
}
export const PLANS = {
  quick: { files: { txt: 100, docx: 40, pdf: 16 }, rounds: 1 },
  whole: { files: { txt: 300, docx: 120, pdf: 50 }, rounds: 3 },
} satisfies Record<string, Plan>;

/** This share of the files is read once before, so that code is compiled, as it is in any long run. */
const WARM = 1;
/** Characters of the long notice: some 83 pages with tables. */
const LONG = 48_000;
const LONG_SEED = 7;

/** What one kind of files gave: every round's measures, by what was measured. */
export interface Runs {
  name: string;
  files: number;
  measures: Map<string, Measure[]>;
  programs: Map<string, Spent | null>;
}

/** The tasks of a kind of files. They take turns, so that other work on the machine falls on all alike. */
const TASKS: Record<Format, readonly Task['name'][]> = {
  txt: ['pipeline', 'store'],
  docx: ['pipeline', 'store', 'mammoth'],
  pdf: ['pipeline', 'pdfjs-text', 'pdfjs-operators', 'store'],
};
const PROGRAMS_OF: Record<Format, readonly (keyof typeof PROGRAMS)[]> = { txt: [], docx: ['pandoc'], pdf: ['pdftotext'] };

/** Notices of one format, as archives have them. */
export async function formatRuns(format: Format, { files: counts, rounds }: Plan): Promise<Runs> {
  const files = await noticeFiles(format, counts[format]);
  return runsOver(format, format, files, files.slice(0, Math.ceil(WARM * files.length)), rounds);
}

/** One long PDF, after a few others as warm-up; `path` names one of the user's. */
export async function longRuns({ rounds }: Plan, path: string | null): Promise<Runs> {
  const file = path ?? (await noticeFile('pdf', LONG_SEED, LONG));
  return runsOver('one long pdf', 'pdf', [file], await noticeFiles('pdf', 6), Math.max(3, rounds));
}

function runsOver(name: string, format: Format, files: string[], warm: string[], rounds: number): Runs {
  const measures = new Map<string, Measure[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const task of TASKS[format]) {
      const measured = inFreshProcess({ name: task, warm, files, jobs: 1 });
      measures.set(task, [...(measures.get(task) ?? []), measured]);
      console.error(
        `${name}, round ${round + 1}: ${task} ${(measured.wall / 1000).toFixed(1)} s, processor ${(measured.cpu / 1000).toFixed(1)} s`,
      );
    }
  const programs = new Map(PROGRAMS_OF[format].map((program) => [program, byProgram(program, files)]));
  return { name, files: files.length, measures, programs };
}

/** One thread and two, of bare pdf.js, of our readers, and of our readers with a store behind them. */
export async function threadRuns({ files: counts, rounds }: Plan): Promise<Runs> {
  const files = await noticeFiles('pdf', counts.pdf);
  const measures = new Map<string, Measure[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const name of ['threads', 'readers', 'ingest'] as const)
      for (const jobs of [1, 2]) {
        // every thread has to be warm: the files that warm up are as many as are measured
        const measured = inFreshProcess({ name, warm: files, files, jobs });
        measures.set(`${name} ${jobs}`, [...(measures.get(`${name} ${jobs}`) ?? []), measured]);
        console.error(`threads, round ${round + 1}: ${name} with ${jobs}: ${(measured.wall / 1000).toFixed(1)} s`);
      }
  return { name: 'threads', files: files.length, measures, programs: new Map() };
}
