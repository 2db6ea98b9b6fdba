#!/usr/bin/env node
// What the built program starts with. Most of a question's time went into finding, reading and compiling modules; so the commands that only ask are
// kept once more as a single script, `quick.js`, and beside it what V8 made of that script when the program was built (`quick.VERSION.cache`). Other commands,
// and all of them under another version of Node or with options for V8 of its own, go by the modules as they are.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import type { run } from './run.js';

type Program = { run: typeof run };
/** What the build wraps the script in: see scripts/bundle.mjs. */
type Quick = (exports: object, require: NodeJS.Require, module: { exports: Program }, url: string) => void;

/** The commands whose all is in the script. */
const QUICK = new Set([
  ...['notices', 'clusters', 'ratings', 'targets', 'obligations', 'projects', 'observations', 'findings'],
  ...['search', 'stats', 'unresolved'],
]);

const argv = process.argv.slice(2);
// Built as CommonJS, which starts sooner than a module does and knows no await out here.
void start().then((code) => {
  process.exitCode = code;
});

async function start(): ReturnType<Program['run']> {
  return (quickProgram() ?? (await wholeProgram())).run(argv);
}

async function wholeProgram(): Promise<Program> {
  // As the build has laid it: no import that a bundler follows.
  return (await import(new URL('../program/run.js', import.meta.url).href)) as Program;
}

function quickProgram(): Program | null {
  const path = new URL('quick.js', import.meta.url);
  const made = new URL(`quick.${process.version}-${process.arch}.cache`, import.meta.url);
  if (!QUICK.has(argv[0] ?? '') || !existsSync(made)) return null;
  const script = new Script(readFileSync(path, 'latin1'), { filename: 'quick.js', cachedData: readFileSync(made) });
  if (script.cachedDataRejected === true) return null;
  const module = { exports: {} as Program };
  (script.runInThisContext() as Quick)(module.exports, createRequire(path), module, path.href);
  return module.exports;
}
