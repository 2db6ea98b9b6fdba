import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { threadId } from 'node:worker_threads';
import type { Converter } from '../read/index.js';
import { InputRefused } from '../refused.js';
import { scratchPrefix, type ProcessWatch } from './watch.js';

const PROGRAMS = ['soffice', 'libreoffice'];
/** A conversion that takes longer, in milliseconds, is ended: below the usual limit of a file's reading. */
const TIME_LIMIT = 120_000;

/** Settings of the private profile: no macro runs, no link is followed. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
</oor:items>
`;

/** LibreOffice as a converter where it is on the path, else null. Nothing is started before a file needs it. */
export function libreOffice(
  path = process.env['PATH'] ?? '',
  timeLimit = TIME_LIMIT,
  watch: ProcessWatch | null = null,
): Converter | null {
  const program = path
    .split(delimiter)
    .flatMap((folder) => (folder === '' ? [] : PROGRAMS.map((name) => join(folder, name))))
    .find(isProgram);
  return program === undefined ? null : new LibreOffice(program, timeLimit, watch);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

class LibreOffice implements Converter {
  private version = '';

  constructor(
    private readonly program: string,
    private readonly timeLimit: number,
    private readonly watch: ProcessWatch | null,
  ) {}

  /** With its version as soon as it has been started once. */
  get name(): string {
    return this.version === '' ? 'libreoffice' : `libreoffice@${this.version}`;
  }

  /** Converts in a temporary folder of its own, with a profile of its own, which are gone afterwards. */
  async convert(bytes: Uint8Array, from: 'doc' | 'xls' | 'rtf', to: 'docx' | 'pdf' | 'xlsx'): Promise<Uint8Array> {
    const folder = await mkdtemp(join(tmpdir(), scratchPrefix(threadId)));
    try {
      const profile = join(folder, 'profile');
      await mkdir(join(profile, 'user'), { recursive: true });
      await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
      const input = join(folder, `input.${from}`);
      await writeFile(input, bytes);
      const options = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', '--nolockcheck'];
      const told = await this.run([...options, '--version'], folder);
      this.version = /\d+(?:\.\d+)+/.exec(told)?.[0] ?? '';
      await this.run([...options, '--convert-to', to, '--outdir', join(folder, 'out'), input], folder);
      return await readFile(join(folder, 'out', `input.${to}`)).catch((error: unknown) => {
        throw refused('it could not load the file, which may be damaged or protected with a password', error, to);
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  /** Runs the program without a shell, in a process group of its own that is ended as a whole. @returns what it prints */
  private run(options: readonly string[], folder: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(this.program, options, {
        cwd: folder,
        detached: true,
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8', TMPDIR: folder },
      });
      let printed = '';
      const end = (): void => {
        try {
          if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        } catch {
          // The group has ended already.
        }
      };
      const { pid } = child;
      if (pid !== undefined) this.watch?.started(-pid);
      const watchdog = setTimeout(() => {
        end();
        reject(refused(`it took longer than ${this.timeLimit / 1000} seconds`, null));
      }, this.timeLimit);
      process.once('exit', end);
      child.stdout.on('data', (part: Buffer) => {
        printed = (printed + part.toString('utf8')).slice(0, 10_000);
      });
      child.on('error', (error) => {
        settle();
        reject(refused('it could not be started', error));
      });
      child.on('close', () => {
        settle();
        resolve(printed);
      });
      const settle = (): void => {
        clearTimeout(watchdog);
        process.off('exit', end);
        if (pid !== undefined) this.watch?.ended(-pid);
      };
    });
  }
}

function refused(why: string, cause: unknown, to = 'docx'): InputRefused {
  const hint = `Open it yourself and save it as ${to === 'xlsx' ? 'XLSX' : 'DOCX'}.`;
  return new InputRefused('damaged', `LibreOffice did not convert the file: ${why}`, hint, { cause });
}
