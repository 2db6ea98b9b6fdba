import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkStore, type Fault } from '../../output/index.js';
import { program } from '../cli/support/program.js';

/** A small notice of a city of its own, with a record of most types in it. */
export function noticeText(city: string): string {
  return `${city}人民政府关于印发产业集群发展方案的通知
${city.slice(0, 1)}府发〔2025〕7号

各县（市、区）人民政府：
    现将方案印发给你们，请认真贯彻执行。
一、总体要求
    到2027年，全市规模以上工业营业收入突破3500亿元，年均增长8%左右。
（一）培育产业集群。支持${city}铜基新材料产业集群发展。（责任单位：市工信局、市发展改革委）
重点项目清单
序号\t项目名称\t总投资（万元）
1\t铜箔生产项目\t128000
2\t显示模组项目\t96500

${city}人民政府
2025年3月6日
`;
}

/** Writes `count` notices into a folder, the one of number `n` as \`nnn.txt\`; gives their paths. */
export function writeNotices(folder: string, count: number, of: (n: number) => string = cityOf): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, n) => {
    const path = join(folder, `${String(n).padStart(3, '0')}.txt`);
    writeFileSync(path, noticeText(of(n)));
    return path;
  });
}

const SYLLABLES = Array.from('抚临章庐昌浔饶信袁吉赣萍');
export const cityOf = (n: number): string =>
  `${SYLLABLES[n % SYLLABLES.length] ?? ''}${SYLLABLES[Math.floor(n / SYLLABLES.length) % SYLLABLES.length] ?? ''}市`;

/** The built program in a process of its own, not waited for. */
export interface Running {
  process: ChildProcess;
  /** exit code, or null where a signal ended it, with what it wrote to standard error */
  ended: Promise<{ code: number | null; err: string }>;
}

/** Starts the program, behind `command` where one is given; `onNote` hears of each line of standard error as it comes. */
export function start(
  args: readonly string[],
  options: { command?: readonly string[]; onNote?: (line: string) => void } = {},
): Running {
  const [file = '', ...rest] = [...(options.command ?? []), process.execPath, program, ...args];
  const child = spawn(file, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' },
  });
  let said = '';
  let told = 0;
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    const lines = said.split('\n');
    for (const line of lines.slice(told, -1)) options.onNote?.(line);
    told = lines.length - 1;
  });
  const ended = new Promise<{ code: number | null; err: string }>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, err: said });
    });
  });
  return { process: child, ended };
}

/** What a check tells of a store. */
export async function faultsIn(path: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  await checkStore(path, (fault) => {
    faults.push(fault);
  });
  return faults;
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
