// Part of `npm pack`: writes the declarations of the library to dist/types/, those only that its entry leads to.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix, relative } from 'node:path';
import { giveUp, root } from './ensure.mjs';

const entry = 'library/index.ts';
const out = join(root, 'dist/types');
const ts = createRequire(join(root, 'package.json'))('typescript');

/** The declarations of the entry and of all that it imports, by path; types are checked by `npm test`, not here. */
function declarations() {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ compilerOptions: config.config.compilerOptions, files: [] }, ts.sys, root);
  const emit = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
    stripInternal: true,
    rootDir: root,
    outDir: out,
  };
  const program = ts.createProgram([join(root, entry)], { ...options, ...emit });
  const made = new Map();
  const { diagnostics } = program.emit(undefined, (path, text) => made.set(relative(out, path).replaceAll('\\', '/'), text));
  const wrong = diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
  if (wrong.length > 0) giveUp(ts.formatDiagnostics(wrong, { ...host }));
  return made;
}

const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };

/** Paths that a declaration imports from our own files. */
function importsOf(path, text) {
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\(\s*|\bimport\s+)["'](\.{1,2}\/[^"']+)\.js["']/g);
  return [...found].map((match) => posix.join(posix.dirname(path), `${match[1]}.d.ts`));
}

function reachable(made) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    if (!made.has(path)) giveUp(`${path} is imported by a declaration, but there is none of it.`);
    seen.add(path);
    for (const next of importsOf(path, made.get(path))) visit(next);
  };
  visit(entry.replace(/\.ts$/, '.d.ts'));
  return seen;
}

const made = declarations();
rmSync(out, { recursive: true, force: true });
for (const path of reachable(made)) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), made.get(path));
}
