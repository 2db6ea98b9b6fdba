// A process that ingests a folder into a store as the program does and tells its memory on the way: memory-child FOLDER STORE. A line of JSON a sample.
import { performance } from 'node:perf_hooks';
import { collect, compileLater, Session } from '../../intake/index.js';
import { openStore } from '../../output/index.js';

const [folder = '', path = ''] = process.argv.slice(2);
const JOBS = 2;
const SAMPLES = 20;

compileLater();
const { inputs } = await collect([folder], { store: null, prefix: null });
const store = await openStore(path);
const session = await Session.open({ jobs: JOBS, timeoutMs: 600_000, force: false, ocr: false, gazetteer: null });
const begun = performance.now();
let [taken, highest] = [0, 0];
const look = (): void => {
  highest = Math.max(highest, process.memoryUsage.rss());
};
const watch = setInterval(look, 50);
const sample = (): void => {
  look();
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(
    `${JSON.stringify({ files: taken, rss: highest, peak: process.resourceUsage().maxRSS * 1024, seconds })}\n`,
  );
  highest = 0;
};
await session.take(inputs, store, () => {
  taken += 1;
  if (taken % Math.max(1, Math.floor(inputs.length / SAMPLES)) === 0) sample();
});
// what comes after the last file: links over the whole store
sample();
clearInterval(watch);
await session.close();
await store.close();
