import { createContext, Script } from 'node:vm';
import type { Pattern } from './collect.js';
import { pumpsOf } from './pumps.js';

/** Characters of the shorter string; the longer one has four times as many. */
const SHORT = 2_500;
/** Milliseconds that a match of the longer string takes before its growth is looked at: below, the clock tells nothing. */
const TOLD = 4;
/** The longer string may take so many times the shorter one's time: 4 is linear, 16 quadratic. */
const MOST = 10;
/** What takes longer than this, in milliseconds, need not be measured to its end. */
const HANG = 1_500;

/** How a pattern's time grows with the length of a text; the pump is what was repeated. */
export interface Growth {
  ratio: number;
  pump: string;
}

const sandbox: { pattern: RegExp; text: string; at: number } = { pattern: /x/, text: '', at: 0 };
const context = createContext(sandbox);
const match = new Script(`if (pattern.global) text.replace(pattern, ''); else { pattern.lastIndex = 0; pattern.test(text); }`);

/** The worst growth of a pattern over its adversarial strings; null where it is linear. The two times are taken in one run. */
export function growthOf({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Growth | null {
  sandbox.pattern = new RegExp(source, flags);
  for (const pump of pumpsOf(source)) {
    for (const end of source.includes('$') ? ['\u0000', '\n'] : ['\u0000']) {
      const ratio = ratioOf(pump, end);
      if (ratio > MOST && [1, 2, 3].every(() => ratioOf(pump, end) > MOST)) return { ratio: Math.round(ratio), pump };
    }
  }
  return null;
}

function ratioOf(pump: string, end: string): number {
  const long = timeOf(textOf(pump, 4 * SHORT, end));
  if (long < TOLD) return 0;
  if (long >= HANG) return Infinity;
  return long / Math.max(timeOf(textOf(pump, SHORT, end)), 0.01);
}

const textOf = (pump: string, length: number, end: string): string =>
  `\u0001${pump.repeat(Math.ceil(length / pump.length)).slice(0, length)}${end}\u0001`;

/** The shortest of three runs: what else the machine does only adds. */
function timeOf(text: string): number {
  sandbox.text = text;
  let best = Infinity;
  for (let run = 0; run < 3 && (run === 0 || best < 200); run += 1) {
    const began = performance.now();
    try {
      match.runInContext(context, { timeout: HANG });
    } catch {
      return HANG;
    }
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
