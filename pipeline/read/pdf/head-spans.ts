/** Something printed in a head, between two verticals. */
export interface Printed {
  left: number;
  right: number;
  size: number;
}

/** The lower headings that an upper one stands over, first and last. */
export interface Span {
  first: number;
  last: number;
}

/** A heading over columns stands this near to their middle: in ems, and as a share of their distance. */
const OFF_EMS = 1;
const OFF_SHARE = 0.25;
/** Headings that are set flush begin this near to the column below, in points. */
export const FLUSH = 1.5;

/**
 * Which of the lower headings each upper one stands over, in order: those that it stands in the middle of, or where all are
 * set flush left those from the one that it begins with up to the next one's. A lower one may stand alone at either
 * side where it is set flush. Null where one stands too far off.
 */
export function spansOver(tops: readonly Printed[], below: readonly Printed[]): Span[] | null {
  if (tops.length === 0 || tops.length >= below.length) return null;
  return flushSpans(tops, below) ?? centredSpans(tops, below);
}

/** Null where an upper heading begins with no lower one. */
function flushSpans(tops: readonly Printed[], below: readonly Printed[]): Span[] | null {
  const starts = tops.map((top) => below.findIndex(({ left }) => Math.abs(left - top.left) <= FLUSH));
  if (starts[0] !== 0 || starts.some((start, i) => i > 0 && start <= (starts[i - 1] ?? 0))) return null;
  return starts.map((first, i) => ({ first, last: (starts[i + 1] ?? below.length) - 1 }));
}

/** So near to the middle of theirs as can be: least squares by dynamic programming. */
function centredSpans(tops: readonly Printed[], below: readonly Printed[]): Span[] | null {
  const centres = below.map(({ left, right }) => (left + right) / 2);
  const off = (top: number, first: number, last: number): number => {
    const piece = tops[top];
    const middle = ((centres[first] ?? 0) + (centres[last] ?? 0)) / 2;
    return piece === undefined ? Infinity : Math.abs((piece.left + piece.right) / 2 - middle);
  };
  let best: { cost: number; spans: Span[] }[] = [{ cost: 0, spans: [] }];
  tops.forEach((_, top) => {
    const next: { cost: number; spans: Span[] }[] = [];
    for (let end = top + 1; end <= below.length; end += 1) {
      for (let first = top; first < end; first += 1) {
        const before = best[first];
        if (before === undefined) continue;
        const cost = before.cost + off(top, first, end - 1) ** 2;
        if (cost < (next[end]?.cost ?? Infinity)) next[end] = { cost, spans: [...before.spans, { first, last: end - 1 }] };
      }
    }
    best = next;
  });
  const spans = best[below.length]?.spans ?? null;
  const isFar = ({ first, last }: Span, top: number): boolean => {
    const distance = (centres[last] ?? 0) - (centres[first] ?? 0);
    return off(top, first, last) > OFF_EMS * (tops[top]?.size ?? 0) + OFF_SHARE * Math.min(distance, 4 * (tops[top]?.size ?? 0));
  };
  return spans?.some(isFar) === false ? spans : null;
}
