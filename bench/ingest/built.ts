import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Packages outside the build, as in the program's own: native ones, and those that find files of their own beside them. */
const UNBUNDLED = ['sqlite3', 'nodejieba', '@napi-rs/canvas', 'pdfjs-dist', 'mammoth', 'word-extractor'];

/**
 * Bundles what is measured as the program is bundled, since that is what people run: run from the sources, every function is given its name
 * again wherever it is made. Gives the path of the process for one task. It lies in `dist`, where packages and the gazetteer are found.
 */
export function buildChild(): string {
  buildSync({
    absWorkingDir: root,
    entryPoints: {
      child: 'bench/ingest/child.ts',
      'bare-thread': 'bench/ingest/bare-thread.ts',
      'memory-child': 'bench/ingest/memory-child.ts',
      'intake/thread': 'intake/thread.ts',
    },
    outdir: 'dist/bench',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    external: UNBUNDLED,
    logLevel: 'error',
    banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
  });
  return `${root}dist/bench/child.js`;
}
