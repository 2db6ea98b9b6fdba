// npm test: installs what is missing, then type-check, format, lint and every test, a line each with its duration.
// The last line counts the tests; a step that fails before them counts as one failed test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
const work = mkdtempSync(join(tmpdir(), 'gongbao-test-'));
const report = join(work, 'vitest.json');
const steps = [
  ['types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.']],
  ['tests', ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
];

/** Counts from vitest's report; a test file that could not even be loaded is one failure. */
function countTests() {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const unloadable = result.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    );
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + unloadable.length,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** Runs one step. What it says goes out as it comes, or together at the end where others run beside it. */
async function run([name, args], { together }) {
  const begun = performance.now();
  const step = spawn(process.execPath, args, { cwd: root, stdio: together ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  const said = [];
  for (const stream of [step.stdout, step.stderr]) stream?.on('data', (chunk) => said.push(chunk));
  const [code] = await once(step, 'close');
  process.stdout.write(Buffer.concat(said));
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  return { name, ok: code === 0 };
}

// Those that only read share the processors; the tests want all of them.
const tests = steps.pop();
const results = await Promise.all(steps.map((step) => run(step, { together: true })));
results.push(await run(tests, { together: false }));
const count = countTests();
rmSync(work, { recursive: true, force: true });

const failedSteps = results.filter(({ name, ok }) => !ok && (name !== 'tests' || count.failed === 0));
if (failedSteps.length > 0) console.log(`failed: ${failedSteps.map(({ name }) => name).join(', ')}`);
const failed = count.failed + failedSteps.length;
console.log(`${count.passed} passed, ${failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
