// npm run licences: writes docs/licences.md, the licences of all packages that the program needs to run, those for other
// systems included. With --check it writes nothing, and ends with 1 where the page is stale, a licence is not one that this project takes, or a
// package that package.json does not name wants to run a script on installation. --lock FILE looks at another lock file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs/licences.md');
/** Licences that ask for no more than a notice. */
const TAKEN = new Set([
  'MIT',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'BlueOak-1.0.0',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
]);

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Is an SPDX expression of licences one to take? Of alternatives one must be, of several together all. */
function isTaken(expression) {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isTaken);
  return bare.split(' AND ').every((name) => TAKEN.has(name));
}

/** What a package says of its licence itself, where it is installed; else what the lock file has. */
function licenceOf(path, entry) {
  const manifest = join(root, path, 'package.json');
  const said = existsSync(manifest) ? readJson(manifest) : entry;
  const licence = said.license ?? said.licenses ?? entry.license;
  if (Array.isArray(licence)) return licence.map(({ type }) => type).join(' OR ');
  return typeof licence === 'object' && licence !== null ? String(licence.type) : String(licence ?? 'unknown');
}

/** The packages of a lock file that are needed to run, each version once, by name. */
function packagesOf(lock) {
  const rows = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '' || entry.dev || entry.devOptional || entry.link) continue;
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    rows.set(`${name}@${entry.version}`, { name, version: entry.version, licence: licenceOf(path, entry) });
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** Packages that run a script on installation and that package.json says nothing about. */
function unnamedScripts(lock, { allowScripts = {} }) {
  const paths = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  return paths
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    .filter((name) => !(name in allowScripts));
}

function pageOf(packages) {
  const counts = new Map();
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const sum = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return `# Licences of the packages that the program needs

<!-- Made from package-lock.json and the packages by \`npm run licences\`. -->

gongbao itself is under the [MIT licence](../LICENSE). It needs ${packages.length} packages to run, those for single systems among them:
${sum.map(([licence, n]) => `${licence} ${n}`).join(', ')}.

| package | version | licence |
| --- | --- | --- |
${packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}
`;
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, lock: { type: 'string' } } });
const lock = readJson(values.lock ?? join(root, 'package-lock.json'));
const packages = packagesOf(lock);
const faults = [
  ...packages
    .filter(({ licence }) => !isTaken(licence))
    .map(({ name, version, licence }) => `${name} ${version} is under ${licence}: take another package`),
  ...unnamedScripts(lock, readJson(join(root, 'package.json'))).map(
    (name) => `${name} runs a script on installation: name it in allowScripts of package.json`,
  ),
];
if (!values.check) writeFileSync(page, pageOf(packages));
else if (values.lock === undefined && (!existsSync(page) || readFileSync(page, 'utf8') !== pageOf(packages)))
  faults.push('docs/licences.md is stale: npm run licences');
for (const fault of faults) console.error(fault);
console.log(`${packages.length} packages, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
