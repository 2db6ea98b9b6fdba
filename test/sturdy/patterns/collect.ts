import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { repositoryFiles, root } from '../../house/repository.js';

/** A regular expression written in the sources. */
export interface Pattern {
  source: string;
  flags: string;
  /** every place that it is written at, as `file:line` */
  places: string[];
}

/** Rooms whose code sees what people feed the program. */
const ROOMS = /^(?:schemas|corpus|extractors|names|output|pipeline|questions|intake|web|cli|library)\/.*\.tsx?$/;

/** The regular expressions of the program, each once, in the order of the files. Those put together at run time are not among them. */
export function patternsOfProgram(): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const file of repositoryFiles().filter((each) => ROOMS.test(each))) {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const [pattern, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
        const known = found.get(node.text) ?? { source: pattern, flags, places: [] };
        known.places.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
        found.set(node.text, known);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...found.values()];
}
