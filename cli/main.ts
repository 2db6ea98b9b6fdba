#!/usr/bin/env node
// The program from its sources; what stands in its place once built is start.ts.
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2));
