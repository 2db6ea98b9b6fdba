// Part of the build: `node warm.mjs FOLDER` in a folder with a store `warm.db` runs the script of the questions and writes V8's cache of it, with
// all functions that the answers needed. Nothing is printed: what the answers are is not looked at here.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

const folder = process.argv[2];
const path = join(folder, 'quick.js');
const script = new Script(readFileSync(path, 'latin1'), { filename: 'quick.js' });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(path), module, pathToFileURL(path).href);
const questions = [
  ['obligations', '--unit', '市工业和信息化局', '--limit', '5'],
  ['obligations', '--role', 'lead', '--place', '江西省', '--json'],
  ['search', '发展'],
  ['notices'],
  ...['clusters', 'ratings', 'targets', 'projects', 'observations', 'findings', 'stats', 'unresolved'].map((name) => [name]),
];
const { write } = process.stderr;
process.stderr.write = () => true;
for (const question of questions) {
  const code = await module.exports.run([...question, '--store', 'warm.db']);
  if (code !== 0) throw new Error(`gongbao ${question.join(' ')} ended with ${code}`);
}
process.stderr.write = write;
writeFileSync(join(folder, `quick.${process.version}-${process.arch}.cache`), script.createCachedData());
