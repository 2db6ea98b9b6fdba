import { GazetteerFileError, type GazetteerProblem } from './own-problems.js';
import type { GazetteerFile, OwnRow } from './own-rows.js';
import { parkOfZone } from './parks.js';
import { Places } from './places.js';
import { levels, PARK_LEVELS, type Body, type Division, type Organs, type Park } from './rows.js';

/** The rows that a gazetteer is made of, before they are indexed. */
export interface GazetteerRows {
  divisions: readonly Division[];
  /** the better known first */
  parks: readonly Park[];
  bodies: readonly Body[];
  organs: Organs;
}

type Numbered = { row: OwnRow; line: number };

const PLACE_ENDING = /(?:特别行政区|自治[区州县旗]|地区|林区|[省市县区盟旗])$/u;
/** Type words at the end of a zone’s name, the longest first; a zone of another type is called by its last word. */
const CATEGORY =
  /(?:高新技术产业开发区|高新技术产业园区|高技术产业开发区|高新技术开发区|经济技术开发区|经济开发区|综合保税区|自由贸易试验区|产业集聚区|工业集中区|工业园区|产业园区|科技园区|工业园|产业园|科技园|示范区|试验区|新区|园区|区|园|港|城)$/u;

/**
 * A gazetteer’s rows with a user’s: a row with the id of one that is there takes its place, and the name that this had
 * becomes the former one.
 * @throws GazetteerFileError where a row does not fit those that are there
 */
export function withOwnRows(base: GazetteerRows, own: readonly Numbered[], file: GazetteerFile): GazetteerRows {
  const of = (kind: OwnRow['kind']) => own.filter(({ row }) => row.kind === kind);
  const divisions = replaced(base.divisions, of('place'), 'code', ownDivision);
  const places = Places.of(divisions);
  const problems = [...badPlaces(own, places), ...clashes(of('park'), base.parks)];
  if (problems.length > 0)
    throw new GazetteerFileError(
      file.name,
      problems.sort((a, b) => a.line - b.line),
    );
  const organs = of('organ').map(({ row }) => row);
  const national = organs.filter(({ place_code }) => place_code === '');
  const names = new Set(national.map(({ name }) => name));
  const local = organs.filter(({ place_code }) => place_code !== '').map(ownBody);
  const ids = new Set(local.map(({ id }) => id));
  return {
    divisions,
    parks: replaced(base.parks, of('park'), 'id', (row, known) => ownPark(row, known, places)),
    bodies: [...local, ...base.bodies.filter(({ id }) => !ids.has(id))],
    organs: {
      ...base.organs,
      national: [
        ...national.map(({ name, aliases, source }) => ({ name, aliases, source })),
        ...base.organs.national.filter(({ name }) => !names.has(name)),
      ],
    },
  };
}

/** The user’s rows before those that are there, but for the ones that they replace. */
function replaced<T extends object>(
  base: readonly T[],
  own: readonly Numbered[],
  key: keyof T,
  make: (row: OwnRow, known: T | undefined) => T,
): T[] {
  const byId = new Map<unknown, T>(base.map((row) => [row[key], row]));
  const ids = new Set<unknown>(own.map(({ row }) => row.id));
  return [...own.map(({ row }) => make(row, byId.get(row.id))), ...base.filter((row) => !ids.has(row[key]))];
}

/** The short name of a place, as far as its ending tells. */
function shortOf(name: string): string {
  const stem = name.replace(PLACE_ENDING, '');
  return stem.length >= 2 ? stem : name;
}

function ownDivision(row: OwnRow, known: Division | undefined): Division {
  const [before] = renamed(row, known);
  const { valid_from: until } = row;
  return {
    code: row.id,
    name: row.name,
    short: shortOf(row.name),
    level: levels.find((level) => level === row.level) ?? 'county',
    parent: row.place_code === '' ? null : row.place_code,
    source: row.source,
    abbr: known?.abbr ?? [],
    shorts: union(row.aliases, known?.shorts),
    former: union(renamed(row, known), known?.former),
    earlier: before !== undefined && until !== null ? { name: before, short: shortOf(before), until } : (known?.earlier ?? null),
    ordinary: known?.ordinary ?? false,
    until: row.valid_to,
  };
}

function ownPark(row: OwnRow, known: Park | undefined, places: Places): Park {
  const category = CATEGORY.exec(row.name)?.[0] ?? row.name.slice(-1);
  const level = PARK_LEVELS.find((one) => one === row.level) ?? known?.level ?? null;
  const { id, name, place_code, aliases, source } = row;
  const made = parkOfZone({ id, name, category, place_code, level, aliases, source }, places);
  const earlier = renamed(row, known);
  return {
    ...made,
    by_rule: false,
    confidence: 'high',
    status: row.valid_to === null ? 'active' : 'merged',
    name_before: earlier[0] ?? known?.name_before ?? null,
    since: row.valid_from ?? (earlier.length > 0 ? null : (known?.since ?? null)),
    aliases: union(made.aliases, known?.aliases).filter((alias) => alias !== name),
    former_names: union(earlier, known?.former_names),
    sub_parks: known?.sub_parks ?? [],
    span_codes: known?.span_codes ?? [],
    parent_park: known?.parent_park ?? null,
  };
}

function ownBody({ id, name, place_code, aliases, valid_from, valid_to, source }: OwnRow): Body {
  return { id, name, place_code, aliases, since: valid_from, until: valid_to, source };
}

/** The name that a row takes the place of. */
function renamed(row: OwnRow, known: { name: string } | undefined): string[] {
  return known && known.name !== row.name ? [known.name] : [];
}

function union(first: readonly string[], second: readonly string[] = []): string[] {
  return [...new Set([...first, ...second])];
}

function badPlaces(own: readonly Numbered[], places: Places): GazetteerProblem[] {
  return own
    .filter(({ row }) => row.place_code !== '' && places.byCode(row.place_code) === null)
    .map(({ row, line }) => ({ line, column: 'place_code', code: 'unknown_place', detail: row.place_code }));
}

/** Names that are given to a second park of the same province: nobody could say which is meant. */
function clashes(own: readonly Numbered[], parks: readonly Park[]): GazetteerProblem[] {
  const taken = new Map<string, { id: string; province: string }[]>();
  const take = (name: string, id: string, code: string) =>
    taken.set(name, [...(taken.get(name) ?? []), { id, province: code.slice(0, 2) }]);
  const replacedIds = new Set(own.map(({ row }) => row.id));
  for (const park of parks)
    if (!replacedIds.has(park.id)) for (const name of union([park.name], park.aliases)) take(name, park.id, park.city_code);
  const problems: GazetteerProblem[] = [];
  for (const { row, line } of own)
    for (const name of union([row.name], row.aliases)) {
      const other = taken.get(name)?.find(({ id, province }) => id !== row.id && province === row.place_code.slice(0, 2));
      const column = name === row.name ? 'name' : 'aliases';
      if (other) problems.push({ line, column, code: 'name_taken', detail: `${name} is a name of ${other.id}` });
      take(name, row.id, row.place_code);
    }
  return problems;
}
