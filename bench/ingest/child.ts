// A process of its own for one task, given as JSON on standard input: its memory and its compiled code are nobody else's. Prints what it took as JSON.
import { readFileSync } from 'node:fs';
import { measure, taskSchema } from './tasks.js';

const task = taskSchema.parse(JSON.parse(readFileSync(0, 'utf8')));
process.stdout.write(JSON.stringify(await measure(task)));
process.exit(0);
