import type { Drawing } from './paper.js';
import type { Placed, TableSpec } from './spec.js';

/** A cell's part on a page. */
export interface CellBox {
  cell: Placed;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Edge {
  across: boolean;
  at: number;
  from: number;
  to: number;
}

interface Bounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boundsOf(boxes: readonly CellBox[]): Bounds {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** The backgrounds of a table's part on a page. */
export function fills(spec: TableSpec, boxes: readonly CellBox[]): Drawing[] {
  const rect = ({ left, right, top, bottom }: CellBox, inset: number): Drawing => ({
    kind: 'rect',
    x0: left + inset,
    y0: top + inset,
    x1: right - inset,
    y1: bottom - inset,
    paint: 'fill',
    grey: 0.9,
  });
  if (spec.fill === 'cells') return boxes.map((box) => rect(box, 0.75));
  if (spec.fill === 'head') return boxes.filter(({ cell }) => cell.row < spec.head).map((box) => rect(box, 0));
  if (spec.fill !== 'stripes') return [];
  const { left, right } = boundsOf(boxes);
  const striped = boxes.filter(({ cell }) => cell.column === 0 && (cell.row - spec.head) % 2 === 1);
  return striped.map((box) => rect({ ...box, left, right }, 0));
}

/** The ruling lines of a table's part on a page. */
export function edges(spec: TableSpec, boxes: readonly CellBox[]): Drawing[] {
  if (spec.rules === 'none') return [];
  if (spec.pen === 'rects' && spec.rules === 'grid')
    return boxes.map(({ left, right, top, bottom }) => ({
      kind: 'rect',
      x0: left,
      y0: top,
      x1: right,
      y1: bottom,
      paint: 'stroke',
    }));
  const bounds = boundsOf(boxes);
  const sides = boxes.flatMap((box) => sidesOf(box).filter((edge) => isDrawn(edge, box, spec, bounds)));
  const frame = hasFrame(spec) ? frameOf(bounds, spec) : [];
  const all = spec.pen === 'pieces' ? [...sides, ...frame] : joined([...sides, ...frame]);
  return all.flatMap((edge) => drawn(edge, spec, bounds));
}

function sidesOf({ left, right, top, bottom }: CellBox): Edge[] {
  return [
    { across: true, at: top, from: left, to: right },
    { across: true, at: bottom, from: left, to: right },
    { across: false, at: left, from: top, to: bottom },
    { across: false, at: right, from: top, to: bottom },
  ];
}

function hasFrame({ rules }: TableSpec): boolean {
  return rules === 'frame' || rules === 'columns' || rules === 'three';
}

function frameOf({ left, right, top, bottom }: Bounds, { rules }: TableSpec): Edge[] {
  const [over, under] = [top, bottom].map((at) => ({ across: true, at, from: left, to: right }));
  const sides = [left, right].map((at) => ({ across: false, at, from: top, to: bottom }));
  return [...(over === undefined || under === undefined ? [] : [over, under]), ...(rules === 'three' ? [] : sides)];
}

function isDrawn(edge: Edge, { cell, bottom }: CellBox, spec: TableSpec, bounds: Bounds): boolean {
  const outer = edge.across
    ? edge.at === bounds.top || edge.at === bounds.bottom
    : edge.at === bounds.left || edge.at === bounds.right;
  const underHead = edge.across && edge.at === bottom && cell.row + cell.rowSpan === spec.head;
  switch (spec.rules) {
    case 'grid':
      return true;
    case 'open':
      return edge.across || !outer;
    case 'inner':
      return !outer;
    case 'rows':
      return edge.across;
    case 'three':
      return underHead || (edge.across && edge.at === bottom && cell.row + cell.rowSpan < spec.head && cell.columnSpan > 1);
    case 'frame':
      return underHead;
    case 'columns':
      return cell.row < spec.head ? !edge.across || edge.at === bottom : !edge.across;
    case 'none':
      return false;
  }
}

/** Sides that follow each other become one long line. */
function joined(all: readonly Edge[]): Edge[] {
  const lines = new Map<string, Edge[]>();
  for (const edge of all) {
    const key = `${edge.across} ${edge.at.toFixed(2)}`;
    lines.set(key, [...(lines.get(key) ?? []), edge]);
  }
  return [...lines.values()].flatMap((line) => {
    const long: Edge[] = [];
    for (const edge of line.sort((a, b) => a.from - b.from)) {
      const last = long.at(-1);
      if (last !== undefined && edge.from <= last.to + 0.01) last.to = Math.max(last.to, edge.to);
      else long.push({ ...edge });
    }
    return long;
  });
}

function drawn({ across, at, from, to }: Edge, { pen = 'lines' }: TableSpec, bounds: Bounds): Drawing[] {
  const line = (place: number): Drawing =>
    across
      ? { kind: 'line', x0: from, y0: place, x1: to, y1: place, dashed: pen === 'dashes' }
      : { kind: 'line', x0: place, y0: from, x1: place, y1: to, dashed: pen === 'dashes' };
  if (pen === 'bars') {
    const half = 0.25;
    return across
      ? [{ kind: 'rect', x0: from, y0: at - half, x1: to, y1: at + half, paint: 'fill' }]
      : [{ kind: 'rect', x0: at - half, y0: from, x1: at + half, y1: to, paint: 'fill' }];
  }
  const outer = across ? at === bounds.top || at === bounds.bottom : at === bounds.left || at === bounds.right;
  return pen === 'double' && outer ? [line(at - 0.9), line(at + 0.9)] : [line(at)];
}
