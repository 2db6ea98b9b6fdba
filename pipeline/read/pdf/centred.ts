import { byPlace, type Piece } from './aligned-cells.js';

/** The lines of one cell. */
export interface Chunk {
  column: number;
  pieces: readonly Piece[];
  /** The baselines of its first and last line. */
  top: number;
  bottom: number;
}

export interface Band {
  centre: number;
  chunks: Chunk[];
}

/** Lines of a column further apart than this many pitches are of different cells. */
const CELL_GAP = 1.1;
/** The middles of a row's cells differ by no more than this many pitches, for fonts differ in where a line's middle is. */
export const OFF = 0.3;
/** A column of so many lines set without a gap is not parted. */
const MOST_LINES = 200;
const MOST_LINES_OF_CELL = 30;

/**
 * The rows of a table whose cells are set at mid-height: the cells of a row share their middle. Null where that does not
 * explain every line, or nothing tells it from cells that begin at one height.
 */
export function centredRows(placed: readonly (readonly Piece[])[], pitch: number): Piece[][] | null {
  const chunks = chunksOf(placed.flat(), pitch);
  const rough = bandsOf(chunks, pitch);
  const parted: Chunk[] = [];
  for (const chunk of chunks) {
    const parts = isOverSeveral(chunk, rough, pitch) ? partedAt(chunk, targetsOf(chunk, rough, pitch), pitch) : [chunk];
    if (parts === null) return null;
    parted.push(...parts);
  }
  const bands = joinedAtEdges(bandsOf(parted, pitch));
  if (bands.length < 2 || bands.some((band, i) => i > 0 && overlap(bands[i - 1], band))) return null;
  if (!bands.some((band) => isCentred(band, pitch))) return null;
  return bands.map((band) => band.chunks.flatMap((chunk) => chunk.pieces).sort(byPlace));
}

function chunkOf(pieces: readonly Piece[]): Chunk {
  const baselines = pieces.map((piece) => piece.line.baseline);
  return { column: pieces[0]?.column ?? 0, pieces, top: baselines[0] ?? 0, bottom: baselines.at(-1) ?? 0 };
}

export function centreOf({ top, bottom }: Chunk): number {
  return (top + bottom) / 2;
}

export function chunksOf(pieces: readonly Piece[], pitch: number): Chunk[] {
  const columns = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const column = columns.get(piece.column);
    if (column === undefined) columns.set(piece.column, [piece]);
    else column.push(piece);
  }
  return [...columns.values()].flatMap((column) => {
    const chunks: Piece[][] = [];
    for (const piece of [...column].sort((a, b) => a.line.baseline - b.line.baseline)) {
      const above = chunks.at(-1)?.at(-1);
      if (above !== undefined && piece.line.baseline - above.line.baseline <= CELL_GAP * pitch) chunks.at(-1)?.push(piece);
      else chunks.push([piece]);
    }
    return chunks.map(chunkOf);
  });
}

/** Cells that share their middle, from top to bottom. */
export function bandsOf(chunks: readonly Chunk[], pitch: number): Band[] {
  const bands: Band[] = [];
  for (const chunk of [...chunks].sort((a, b) => centreOf(a) - centreOf(b))) {
    const last = bands.at(-1);
    if (last !== undefined && centreOf(chunk) - last.centre <= OFF * pitch) last.chunks.push(chunk);
    else bands.push({ centre: centreOf(chunk), chunks: [chunk] });
  }
  return bands;
}

/** The middles of the rows beside a chunk, which may be its own or those of cells that it runs over. */
function targetsOf(chunk: Chunk, bands: readonly Band[], pitch: number): number[] {
  return bands
    .filter(
      ({ centre, chunks }) =>
        centre > chunk.top - OFF * pitch &&
        centre < chunk.bottom + OFF * pitch &&
        chunks.some((one) => one.column !== chunk.column),
    )
    .map(({ centre }) => centre);
}

function isOverSeveral(chunk: Chunk, bands: readonly Band[], pitch: number): boolean {
  return chunk.pieces.length > 1 && targetsOf(chunk, bands, pitch).length > 1;
}

interface Parting {
  cost: number;
  ends: readonly number[];
}

/**
 * Parts lines that no gap parts into cells whose middles are those of rows, as near as can be (least squares by dynamic
 * programming); a row may have no cell here. Null where a cell would lie off.
 */
function partedAt(chunk: Chunk, targets: readonly number[], pitch: number): Chunk[] | null {
  const baselines = chunk.pieces.map((piece) => piece.line.baseline);
  if (baselines.length > MOST_LINES) return null;
  let best: (Parting | undefined)[] = [{ cost: 0, ends: [] }];
  for (const target of targets) {
    const next = [...best];
    for (let end = 1; end <= baselines.length; end += 1)
      for (let from = Math.max(0, end - MOST_LINES_OF_CELL); from < end; from += 1) {
        const before = best[from];
        const off = Math.abs(((baselines[from] ?? 0) + (baselines[end - 1] ?? 0)) / 2 - target);
        if (before === undefined || off > OFF * pitch) continue;
        const cost = before.cost + off ** 2;
        if (cost < (next[end]?.cost ?? Infinity)) next[end] = { cost, ends: [...before.ends, end] };
      }
    best = next;
  }
  const ends = best[baselines.length]?.ends;
  return ends?.map((end, i) => chunkOf(chunk.pieces.slice(ends[i - 1] ?? 0, end))) ?? null;
}

export function overlap(above: Band | undefined, below: Band): boolean {
  if (above === undefined) return false;
  return Math.max(...above.chunks.map((chunk) => chunk.bottom)) >= Math.min(...below.chunks.map((chunk) => chunk.top));
}

/** What the page break cut of a row is not set around one middle any more. */
function joinedAtEdges(bands: readonly Band[]): Band[] {
  const joined = [...bands];
  for (let second = joined[1]; second !== undefined && overlap(joined[0], second); second = joined[1])
    joined.splice(0, 2, { centre: second.centre, chunks: [...(joined[0]?.chunks ?? []), ...second.chunks] });
  for (let last = joined.at(-1); last !== undefined && overlap(joined.at(-2), last); last = joined.at(-1))
    joined.splice(-2, 2, { centre: last.centre, chunks: [...(joined.at(-2)?.chunks ?? []), ...last.chunks] });
  return joined;
}

/** True for a row whose cells differ in height and share their middle, not their top. */
export function isCentred({ chunks }: Band, pitch: number): boolean {
  const tops = chunks.map((chunk) => chunk.top);
  return Math.max(...tops) - Math.min(...tops) > OFF * pitch;
}
