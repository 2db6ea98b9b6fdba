import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { barePdf } from './bare-pdf.js';

// One thread of bare pdf.js: takes a path, answers the pages.
const read = await barePdf();
parentPort?.on('message', (file: unknown) => {
  void read(z.string().parse(file), 'text and operators').then((pages) => {
    parentPort?.postMessage(pages);
  });
});
