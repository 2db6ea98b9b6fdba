import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { changesOf, divisionsOn, nextChange } from './gazetteer/dated.js';
import { withOwnRows, type GazetteerRows } from './gazetteer/merge.js';
import { readOwnRows, type GazetteerFile } from './gazetteer/own-rows.js';
import { LazyParks, Parks, parkOfZone, signsOf, type ParkSigns } from './gazetteer/parks.js';
import { indexPlaces, type PlaceIndex } from './gazetteer/place-index.js';
import { Places } from './gazetteer/places.js';
import { linesOfRows, rowList, type RowList } from './gazetteer/row-list.js';
import { rowsOf, schemas, type Body, type Division, type Organs, type Park } from './gazetteer/rows.js';

export type { Body, Department, Division, Level, NationalOrgan, Organs, Park, Template } from './gazetteer/rows.js';
export { GazetteerFileError, type GazetteerProblem, type GazetteerProblemCode } from './gazetteer/own-problems.js';
export type { GazetteerFile } from './gazetteer/own-rows.js';
export type { ParkName } from './gazetteer/parks.js';
export type { PlaceName } from './gazetteer/places.js';

/** What is known of places, parks and organs: frozen, with indexes. */
export interface Gazetteer {
  readonly places: Places;
  readonly parks: Parks;
  readonly organs: Organs;
  /** bodies whose names follow no rule */
  readonly bodies: readonly Body[];
  /** areas that are no division (长三角, 苏南), the longest name first; `code` is the province of one inside a province */
  readonly areas: readonly { readonly name: string; readonly code: string | null }[];
  /** short hash of the data: the same data gives the same one */
  readonly fingerprint: string;
  /** the gazetteer with the divisions called as they were on a day; null and days of today’s names give this one */
  readonly on: (date: string | null) => Gazetteer;
}

const FILES = ['divisions', 'parks', 'zones.national', 'zones', 'areas', 'bodies', 'organs'] as const;
type FileName = (typeof FILES)[number];

/** The data stand beside the sources; seen from the build's chunks they are two folders up. */
function dataFolder(): URL {
  const folders = ['./gazetteer/', '../../corpus/gazetteer/'].map((path) => new URL(path, import.meta.url));
  const found = folders.find((folder) => existsSync(new URL('divisions.json', folder)));
  if (!found) throw new Error('the gazetteer’s data files (corpus/gazetteer/*.json) are missing');
  return found;
}

function readFiles(): Record<FileName, string> {
  const folder = dataFolder();
  const read = (name: FileName) => readFileSync(new URL(`${name}.json`, folder), 'utf8');
  return {
    divisions: read('divisions'),
    parks: read('parks'),
    'zones.national': read('zones.national'),
    zones: read('zones'),
    areas: read('areas'),
    bodies: read('bodies'),
    organs: read('organs'),
  };
}

/** Reads one data file's text by its schema; an error names the file. */
function parse<S extends z.ZodType>(name: FileName, text: string, schema: S): z.infer<S> {
  const data: unknown = JSON.parse(text);
  const result = schema.safeParse(data);
  if (!result.success) throw new Error(`corpus/gazetteer/${name}.json: ${result.error.message}`);
  return result.data;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

function builtIn(files: Record<FileName, string>): GazetteerRows {
  const divisions = parse('divisions', files.divisions, rowsOf(schemas().division)).rows;
  const places = Places.of(divisions);
  const zones = (['zones.national', 'zones'] as const)
    .flatMap((name) => parse(name, files[name], rowsOf(schemas().zone)).rows)
    .map((zone) => parkOfZone(zone, places));
  return {
    divisions,
    parks: [...parse('parks', files.parks, rowsOf(schemas().park)).rows, ...zones],
    bodies: parse('bodies', files.bodies, rowsOf(schemas().body)).rows,
    organs: parse('organs', files.organs, schemas().organs),
  };
}

/** All rows of a gazetteer and their print: what it takes to index them, as data. */
export interface PreparedRows extends GazetteerRows {
  areas: Gazetteer['areas'];
  fingerprint: string;
}

function prepare(files: Record<FileName, string>, own: GazetteerFile | null): PreparedRows {
  const hash = createHash('sha256');
  for (const name of FILES) hash.update(`${name}\0${files[name]}\0`);
  const rows = own === null ? [] : readOwnRows(own);
  if (rows.length > 0) hash.update(JSON.stringify(rows.map(({ row }) => row)));
  const base = builtIn(files);
  const areas = parse('areas', files.areas, rowsOf(schemas().area)).rows.flatMap(({ names, code }) =>
    names.map((name) => ({ name, code })),
  );
  return {
    ...(own === null ? base : withOwnRows(base, rows, own)),
    areas: areas.sort((a, b) => b.name.length - a.name.length),
    fingerprint: hash.digest('hex').slice(0, 16),
  };
}

/** The rows of the data files, checked by their schemas. */
export function prepareRows(): PreparedRows {
  return prepare(readFiles(), null);
}

/** What a gazetteer is made of; its parks come when they are first asked for, a division when it is. */
interface Source extends Omit<PreparedRows, 'parks' | 'divisions'> {
  parks: () => readonly Park[];
  /** null where the parks tell */
  signs: ParkSigns | null;
  divisions: RowList<Division>;
  /** of the divisions */
  names: PlaceIndex;
}

type Kept = Omit<Source, 'parks' | 'divisions'>;

/** What the build keeps, as text by file: reading the rows checked takes most of a question's time, most questions are about no park and of few places. */
export function prepareFiles(): { 'gazetteer.json': string; 'divisions.jsonl': string; 'parks.json': string } {
  const { parks, divisions, ...rest } = prepareRows();
  const names = indexPlaces(divisions);
  const kept: Kept = { ...rest, names, signs: signsOf(parks, new Places(rowList(divisions), names)) };
  return {
    'gazetteer.json': JSON.stringify(kept),
    'divisions.jsonl': divisions.map((division) => JSON.stringify(division)).join('\n'),
    'parks.json': JSON.stringify(parks),
  };
}

/** Where the build keeps a file, seen from its chunks. */
const preparedFile = (name: keyof ReturnType<typeof prepareFiles>): URL => new URL(`../${name}`, import.meta.url);

/** What the build has prepared is ours and was checked then; from the sources it is made now. */
function prepared(): Source {
  if (!existsSync(preparedFile('gazetteer.json'))) return sourceOf(prepareRows());
  const text = (name: Parameters<typeof preparedFile>[0]) => readFileSync(preparedFile(name), 'utf8');
  const kept = JSON.parse(text('gazetteer.json')) as Kept;
  return { ...kept, divisions: linesOfRows(text('divisions.jsonl')), parks: () => JSON.parse(text('parks.json')) as Park[] };
}

function sourceOf(rows: PreparedRows): Source {
  const { parks, divisions, ...rest } = freeze(rows);
  return { ...rest, parks: () => parks, signs: null, divisions: rowList(divisions), names: indexPlaces(divisions) };
}

/** A gazetteer that makes those of other days when they are asked for, each once. */
function index({ divisions, parks, signs, names, bodies, organs, areas, fingerprint }: Source): Gazetteer {
  const made = new Map<string, Gazetteer>();
  let changes: readonly string[] | null = null;
  const known = new LazyParks(parks, () => today.places, signs);
  const over = (places: Places): Gazetteer =>
    Object.freeze({ places, parks: new Parks(known, places), organs, bodies, areas, fingerprint, on });
  const on = (date: string | null): Gazetteer => {
    const change = date === null ? null : nextChange((changes ??= changesOf(divisions.all())), date);
    if (date === null || change === null) return today;
    const then = made.get(change) ?? over(Places.of(freeze(divisionsOn(divisions.all(), date))));
    made.set(change, then);
    return then;
  };
  const today = over(new Places(divisions, names));
  return today;
}

let loaded: Gazetteer | null = null;

/**
 * The gazetteer that comes with the program; read at the first call, the same object ever after. With a user’s rows it is
 * made anew: they are added to it, and its fingerprint says so.
 * @throws GazetteerFileError where the user’s file is wrong
 */
export function loadGazetteer(own: GazetteerFile | null = null): Gazetteer {
  if (own !== null) return index(sourceOf(prepare(readFiles(), own)));
  loaded ??= index(prepared());
  return loaded;
}

/** The division of this exact name (full, short or former), inside `within` where given; null where that is not one. */
export function placeByName(name: string, within?: string): Division | null {
  return loadGazetteer().places.byName(name, within);
}

/** The division of this GB/T 2260 code. */
export function placeByCode(code: string): Division | null {
  return loadGazetteer().places.byCode(code);
}

/** Parks that lie in this division, wholly or in part. */
export function parksIn(code: string): readonly Park[] {
  return loadGazetteer().parks.in(code);
}
