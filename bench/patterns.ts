import { check } from 'recheck';
import { patternsOfProgram } from '../test/sturdy/patterns/collect.js';
import { BOUNDED, KNOWN } from '../test/sturdy/patterns/known.js';
import { readVerdicts, verdictKey, writeVerdicts, type Verdict } from '../test/sturdy/patterns/verdicts.js';

// npm run patterns [-- --all]: asks recheck about every regular expression of the program that it was not asked about yet (all of
// them with --all), prints those that a text can hold up, and keeps what it said of the others for the tests. It takes minutes for all.

/** Milliseconds that recheck may think about one pattern. */
const PATIENCE = 4_000;

const kept = process.argv.includes('--all') ? new Map<string, Verdict>() : readVerdicts();
const verdicts = new Map<string, Verdict>();
let vulnerable = 0;
for (const pattern of patternsOfProgram()) {
  const key = verdictKey(pattern);
  const before = kept.get(key);
  if (before !== undefined) {
    verdicts.set(key, before);
    continue;
  }
  const told = await check(pattern.source, pattern.flags, { timeout: PATIENCE });
  if (told.status !== 'vulnerable') verdicts.set(key, told.status);
  else if (KNOWN.has(pattern.source) || BOUNDED.has(pattern.source)) verdicts.set(key, 'known');
  else {
    vulnerable += 1;
    console.log(`${pattern.places.join(', ')}: /${pattern.source}/${pattern.flags}`);
    console.log(`  ${told.complexity.summary}, as over ${told.attack.pattern}`);
  }
}
writeVerdicts(verdicts);
const count = (verdict: Verdict) => [...verdicts.values()].filter((each) => each === verdict).length;
console.log(`${count('safe')} safe, ${count('unknown')} not decided, ${count('known')} known, ${vulnerable} to be mended`);
process.exit(vulnerable > 0 ? 1 : 0);
