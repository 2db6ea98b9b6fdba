// Makes `dist/` whole: the program as modules, the same once more as one script for the commands that only ask, and what both need not work out at every
// start. `ensureBuilt` runs it in a process of its own. Types are checked by `npm test`, not here.
import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder, root } from './ensure.mjs';

const dist = join(root, 'dist');
/** What is started by its path: the program, the library, its reading threads, and what scripts ask. */
const entryPoints = {
  'program/run': 'cli/run.ts',
  'library/index': 'library/index.ts',
  'intake/thread': 'intake/thread.ts',
  'output/docs': 'output/docs.ts',
  'output/prints': 'output/store/prints.ts',
  'corpus/gazetteer': 'corpus/gazetteer.ts',
};
/** Packages that stay outside the build: native ones, and those that find files of their own beside them. */
const unbundled = ['sqlite3', 'nodejieba', '@napi-rs/canvas', 'pdfjs-dist', 'mammoth', 'word-extractor'];
/** What no question needs: rooms and packages that are left out of their script. */
const notAsked = [
  ...['./pipeline/index.ts', './intake/index.ts', './web/index.ts'],
  ...['echarts', 'iconv-lite', 'parse5', 'saxes', 'hono', 'hyparquet-writer', 'chokidar', 'cli-progress'],
];

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'linked',
  metafile: true,
};

/** A command loads a dozen files instead of six hundred, which more than halves the time to its first answer. */
function modules() {
  return buildSync({
    ...common,
    entryPoints,
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    format: 'esm',
    external: unbundled,
    // Packages in CommonJS that were bundled still ask for Node's own modules by require.
    banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
  });
}

/** What Node is given to start. Of its own kind by the package.json beside it. */
function start() {
  const built = buildSync({
    ...common,
    entryPoints: { 'cli/main': 'cli/start.ts' },
    outdir: 'dist',
    format: 'cjs',
    sourcemap: false,
    define: { 'import.meta.url': 'here' },
    banner: { js: "const here = require('node:url').pathToFileURL(__filename).href;" },
  });
  writeFileSync(join(dist, 'cli/package.json'), '{ "type": "commonjs" }\n');
  return built;
}

/** The script that cli/start.ts runs: one function, of what CommonJS gives a module and of the script's own address. */
function quickScript() {
  return buildSync({
    ...common,
    entryPoints: { 'cli/quick': 'cli/run.ts' },
    sourcemap: false,
    outdir: 'dist',
    format: 'cjs',
    minifyWhitespace: true,
    minifySyntax: true,
    external: [...unbundled, ...notAsked],
    // A script that comes out of V8's cache cannot import: https://github.com/nodejs/node/issues/35375
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'url' },
    banner: { js: '(function (exports, require, module, url) {' },
    footer: { js: '})' },
  });
}

/**
 * Makes the script plain ASCII, so that reading it is no decoding. esbuild has escaped all but patterns, where `\uXXXX` says the same; in a raw template
 * it would not.
 */
function escapeQuick() {
  const path = join(dist, 'cli/quick.js');
  const text = readFileSync(path, 'utf8');
  if (/String\.raw`[^`]*[^\0-\x7f]|[\ud800-\udfff]/.test(text)) throw new Error('the script has what cannot be escaped');
  writeFileSync(
    path,
    text.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** Copies the files that pages load; gives their paths. */
function copyAssets() {
  cpSync(join(root, 'web/assets'), join(dist, 'web/assets'), { recursive: true });
  return [...filesUnder(join(root, 'web/assets'))].map((path) => join('dist', relative(root, path)));
}

/** Removes what an earlier build left in `dist/`. */
function removeBut(outputs) {
  const made = new Set(outputs.map((path) => join(root, path)));
  for (const path of [...filesUnder(dist)]) if (!made.has(path) && !path.endsWith('.LEGAL.txt')) rmSync(path);
}

/** Writes what the program need not check and work out at every start. */
async function prepare() {
  const made = (module) => import(pathToFileURL(join(dist, module)).href);
  const { prepareFiles } = await made('corpus/gazetteer.js');
  const { prepareStorePrints } = await made('output/prints.js');
  const files = { ...prepareFiles(), 'store.json': JSON.stringify(prepareStorePrints()) };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
}

/** Has the script answer some questions and keeps what V8 compiled meanwhile. */
function compileQuick() {
  const work = mkdtempSync(join(tmpdir(), 'gongbao-build-'));
  // What it tells of its work is of interest only where it fails.
  const warm = (args) => {
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: work,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) process.stderr.write(stderr);
    return status === 0;
  };
  try {
    const ingested = warm([
      join(dist, 'cli/main.js'),
      'ingest',
      join(root, 'corpus/samples/joint.txt'),
      '--store',
      'warm.db',
      '--lang',
      'en',
    ]);
    if (!ingested || !warm([join(root, 'scripts/warm.mjs'), join(dist, 'cli')])) throw new Error('the program does not answer');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const outputs = [modules(), quickScript(), start()].flatMap(({ metafile }) => Object.keys(metafile.outputs));
removeBut([...outputs, 'dist/cli/package.json', ...copyAssets()]);
escapeQuick();
await prepare();
compileQuick();
