import { BOUNDS } from '../bounds.js';

/** Codes of a path as the table finder takes it, each followed by its operands: points with x before y. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** Commands of a path (GB/T 33190-2016, clause 9): the code and how many numbers follow. */
const COMMANDS: Readonly<Record<string, { code: number; operands: number }>> = {
  S: { code: MOVE, operands: 2 },
  M: { code: MOVE, operands: 2 },
  L: { code: LINE, operands: 2 },
  Q: { code: QUADRATIC, operands: 4 },
  B: { code: CURVE, operands: 6 },
  A: { code: CURVE, operands: 7 },
  C: { code: CLOSE, operands: 0 },
};

/**
 * The data of a path such as `M 0 0 L 10 0 C`, as codes and operands. An arc becomes a curve to its end, which is all
 * that matters to lines. What is no path ends where it stops making sense.
 */
export function pathData(abbreviated: string): Float32Array {
  const data: number[] = [];
  const words = abbreviated.match(/[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? [];
  for (let i = 0; i < words.length && data.length < BOUNDS.pathOperatorsPerPage;) {
    const command = COMMANDS[words[i]?.toUpperCase() ?? ''];
    if (command === undefined) break;
    const operands = words.slice(i + 1, i + 1 + command.operands).map(Number);
    if (operands.length < command.operands || operands.some((operand) => !Number.isFinite(operand))) break;
    data.push(command.code, ...(command.operands === 7 ? arcEnd(operands) : operands));
    i += 1 + command.operands;
  }
  return Float32Array.from(data);
}

function arcEnd(operands: readonly number[]): number[] {
  const [x, y] = operands.slice(-2);
  return [x ?? 0, y ?? 0, x ?? 0, y ?? 0, x ?? 0, y ?? 0];
}
