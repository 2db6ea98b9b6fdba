// What every script asks for first: installed packages and a fresh build. Says what it does on standard error,
// does nothing and says nothing when all is in place. Uses Node itself only: on a fresh clone nothing else is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const dist = join(root, 'dist');
const nativePackages = ['sqlite3', 'nodejieba'];

export function say(line) {
  process.stderr.write(`gongbao: ${line}\n`);
}

/** Ends the process with one line for the cause and one for the next step. */
export function giveUp(cause, nextStep) {
  say(cause);
  if (nextStep) say(nextStep);
  process.exit(1);
}

/** Runs Node on a script of ours or of a package; its output goes to standard error. Answers the exit code. */
export function node(args, options = {}) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  return status ?? 1;
}

/** Runs npm: the one that runs us if there is one, else the one on the path. */
function npm(args) {
  const env = { ...process.env, npm_config_yes: 'true' };
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return node([own, ...args], { env });
  const shell = process.platform === 'win32';
  return spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], env, shell }).status ?? 1;
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function lockStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

/** Does what npm says it has installed hold every package of the lock file in its version? */
function matchesLock() {
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const there = readJson(join(modules, '.package-lock.json'))?.packages;
  if (!there) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    path === '' ? true : there[path] ? there[path].version === version : optional === true,
  );
}

function loads(name) {
  // In a process of its own: nodejieba reads its dictionaries as soon as it is loaded.
  return spawnSync(process.execPath, ['-e', `require(${JSON.stringify(name)})`], { cwd: root, stdio: 'ignore' }).status === 0;
}

function checkNative() {
  const broken = () => nativePackages.filter((name) => !loads(name));
  let missing = broken();
  if (missing.length > 0) {
    say(`compiling ${missing.join(' and ')} …`);
    npm(['rebuild', ...missing]);
    missing = broken();
  }
  if (missing.length === 0) return;
  giveUp(
    `${missing.join(' and ')} could not be built on this machine.`,
    'Native packages need python3, make and a C++ compiler (Debian: apt-get install python3 make g++; macOS: xcode-select --install). Then run the command again.',
  );
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(`Node ${process.versions.node} is too old: gongbao needs 20.19 or newer.`, 'Install a newer Node and run it again.');
}

export function ensureInstalled() {
  checkNode();
  const stamp = join(modules, '.gongbao-installed');
  const want = lockStamp();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return;
  if (!matchesLock()) {
    // npm empties the folder first: behind a link that is one which others use.
    if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink())
      giveUp(
        'node_modules is a link to packages other than those of package-lock.json.',
        'Remove the link, or install the packages where it leads.',
      );
    say('installing packages (npm ci). Where native packages must be compiled this takes 2 to 4 minutes');
    say('and needs python3, make and a C++ compiler (Debian: apt-get install python3 make g++; macOS: xcode-select --install).');
    const code = npm(['ci', '--include=dev', '--no-fund', '--no-audit']);
    if (code !== 0)
      giveUp('npm ci failed; its own words stand above.', 'Check the network and the build tools, then run it again.');
  }
  checkNative();
  writeFileSync(stamp, want);
}

/** The folders whose sources go into the build. */
const sourceFolders = [
  'schemas',
  'corpus',
  'names',
  'extractors',
  'pipeline',
  'output',
  'questions',
  'intake',
  'web',
  'library',
  'cli',
];
export function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** Everything a build is made from, by path, size and time: equal prints need no build. */
function sourcePrint(files) {
  const print = createHash('sha256');
  for (const file of files) {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) continue;
    print.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
  return print.digest('hex');
}

/** Only one build at a time; a lock whose owner is gone is taken over. */
function withBuildLock(work) {
  const lock = join(modules, '.gongbao-building');
  const owner = join(lock, 'pid');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isStale(lock, owner)) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    writeFileSync(owner, String(process.pid));
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isStale(lock, owner) {
  try {
    if (!existsSync(owner)) return Date.now() - statSync(lock).mtimeMs > 5_000;
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Builds `dist/` when a source is newer than the last build. */
export function ensureBuilt() {
  const stamp = join(dist, '.gongbao-built');
  const current = () => {
    const configs = ['package-lock.json', 'scripts/ensure.mjs', 'scripts/bundle.mjs'].map((name) => join(root, name));
    const folders = sourceFolders.map((folder) => join(root, folder));
    return sourcePrint([
      ...configs,
      ...folders.filter((folder) => existsSync(folder)).flatMap((folder) => [...filesUnder(folder)]),
    ]);
  };
  const fresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === current();
  if (fresh()) return;
  withBuildLock(() => {
    if (fresh()) return;
    say('building …');
    const print = current();
    if (node([join(root, 'scripts/bundle.mjs')]) !== 0) giveUp('the build failed; what is wrong stands above.');
    writeFileSync(stamp, print);
  });
}

/** Runs the built program in a process of its own, its output being ours. Answers the exit code. */
export function gongbao(args) {
  return node([join(dist, 'cli/main.js'), ...args], { cwd: process.cwd(), stdio: 'inherit' });
}

/** Scripts that npm runs start in the project's folder; paths are meant from where the user stands. */
export function standWhereTheUserStands(script) {
  if (process.env.npm_lifecycle_event === script && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
}
