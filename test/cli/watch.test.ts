import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { notice } from './support/files.js';
import { Workplace } from './support/place.js';
import { gongbao, program } from './support/program.js';

const place = new Workplace();
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** The program watching, with the lines that it has noted so far. */
function watching(args: readonly string[]) {
  const child = spawn(process.execPath, [program, 'watch', ...args, '--lang', 'en'], {
    cwd: place.path,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  let err = '';
  let heard: () => void = () => undefined;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    heard();
  });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    child,
    closed,
    text: () => err,
    /** Waits for a line; the test's own time limit ends waiting in vain. */
    line: async (pattern: RegExp): Promise<string> => {
      for (;;) {
        const found = err.split('\n').find((line) => pattern.test(line));
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => (heard = resolve));
      }
    },
  };
}

describe('gongbao watch', () => {
  it('takes in what is there, then what comes, and ends cleanly', async () => {
    place.write('inbox/2024/通知.txt', notice);
    const watch = watching(['inbox', '--store', 'watch.db', '--prefix', 'in']);
    expect(await watch.line(/通知\.txt/)).toMatch(/^in\/2024\/通知\.txt: 1 notice, \d+ records/);
    expect(await watch.line(/^watching/)).toMatch(/: 1 stored, 0 unchanged, 0 refused; Ctrl-C ends$/);

    // the store is free meanwhile
    expect(gongbao(['notices', '--jsonl', '--store', 'watch.db'], { cwd: place.path }).out.trim().split('\n')).toHaveLength(1);
    place.write('inbox/.hidden.txt', notice);
    place.write('inbox/~$锁.docx', 'x');
    place.write('inbox/下载.pdf.crdownload', 'x');
    place.write('inbox/空.txt', ' ');
    mkdirSync(place.at('inbox/2025'));
    // as programs save: under another name first
    writeFileSync(place.at('new.part'), notice.replaceAll('2024', '2025'));
    renameSync(place.at('new.part'), place.at('inbox/2025/通知.txt'));
    expect(await watch.line(/2025\/通知/)).toMatch(/^in\/2025\/通知\.txt: 1 notice/);
    expect(await watch.line(/空\.txt/)).toMatch(/^refused .*空\.txt: /);

    writeFileSync(place.at('inbox/2024/通知.txt'), notice.replace('铜基新材料', '铜精深加工'));
    rmSync(place.at('inbox/2025/通知.txt'));
    expect(await watch.line(/2024\/通知.*history/)).toMatch(/the version before is kept as history$/);
    expect(await watch.line(/gone/)).toBe('in/2025/通知.txt: the file is gone; the store keeps what it gave');

    watch.child.kill('SIGINT');
    expect(await watch.closed).toBe(0);
    expect(watch.text()).not.toMatch(/hidden|锁|crdownload/);
  });

  it('counts unchanged files when it starts anew, and ends on SIGTERM', async () => {
    place.write('again/a.txt', notice);
    expect(gongbao(['ingest', 'again', '--store', 'again.db'], { cwd: place.path }).code).toBe(0);
    const watch = watching(['again', '--store', 'again.db']);
    expect(await watch.line(/^watching/)).toMatch(/: 0 stored, 1 unchanged, 0 refused/);
    watch.child.kill('SIGTERM');
    expect(await watch.closed).toBe(0);
    expect(watch.text()).not.toContain('a.txt');
  });

  it('takes folders only', () => {
    place.write('file.txt', notice);
    for (const [path, message] of [
      ['file.txt', 'is no folder'],
      ['none', 'there is no such folder'],
    ] as const) {
      const { code, err } = gongbao(['watch', path, '--store', 'x.db'], { cwd: place.path });
      expect(code).toBe(1);
      expect(err).toContain(message);
    }
  });
});
