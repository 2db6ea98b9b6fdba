import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { handmadeZip } from '../../support/zip.js';
import { gongbao } from '../../cli/support/program.js';
import { cityOf, noticeText, writeNotices } from '../support.js';
import { outcomeOf, type Outcome } from './outcome.js';

/** A folder to ingest over a store that holds an older state of it, and what that gives where nothing goes wrong. */
export interface Stage {
  /** what is ingested */
  inputs: string;
  /** the store before */
  before: string;
  expected: Outcome;
  /** files that the ingest tells of, one line each */
  lines: number;
}

const NOTICES = 10;

/** Notices of which some are equal and some were other ones before, a page with the file that it offers, an archive. */
export async function makeStage(folder: string): Promise<Stage> {
  const inputs = join(folder, 'in');
  mkdirSync(inputs, { recursive: true });
  writeNotices(inputs, NOTICES / 2, (n) => cityOf(50 + n));
  const before = join(folder, 'before.db');
  ingested(inputs, before);

  writeNotices(inputs, NOTICES, (n) => cityOf(n % 7));
  const body = noticeText('鄱阳市')
    .split('\n')
    .map((line) => `<p>${line}</p>`);
  writeFileSync(join(inputs, '通知.html'), `<html><body>${body.join('')}<a href="清单.csv">附件：清单.csv</a></body></html>`);
  writeFileSync(join(inputs, '清单.csv'), '序号,项目名称,总投资（万元）\n1,铜箔项目,128000\n2,模组项目,96500\n');
  writeFileSync(join(inputs, '附件.zip'), handmadeZip([{ name: '浮梁.txt', data: strToU8(noticeText('浮梁市')) }]));
  const store = join(folder, 'undisturbed.db');
  copyFileSync(before, store);
  const lines = ingested(inputs, store);
  return { inputs, before, expected: await outcomeOf(store), lines };
}

/** Runs an ingest to its end; gives the number of files that it told of. */
function ingested(inputs: string, store: string): number {
  const { code, notes } = gongbao(['ingest', inputs, '--store', store]);
  if (code !== 0) throw new Error(`the undisturbed ingest failed:\n${notes.join('\n')}`);
  return notes.length - 1;
}
