import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../cli/support/program.js';
import { pack, readmeSnippet } from './packed.js';

const packed = pack();
afterAll(() => {
  packed.remove();
});

const notice = `关于推进陶瓷产业发展的通知
景府发〔2024〕8号

各县（市、区）人民政府：
一、目标
到2027年，全市规模以上企业达到50家。
二、任务
（一）抓好招商。引进一批龙头企业。（牵头单位：市工信局；完成时限：2026年12月）

景德镇市人民政府
2024年3月5日
`;
mkdirSync(join(packed.project, 'notices'));
writeFileSync(join(packed.project, 'notices/通知.txt'), notice);
writeFileSync(join(packed.project, 'notices/空.txt'), ' ');

function node(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: packed.project, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const manifest = z
  .object({
    version: z.string(),
    bin: z.object({ gongbao: z.string() }),
    exports: z.object({ '.': z.record(z.string(), z.string()) }),
  })
  .parse(JSON.parse(readFileSync(join(packed.installed, 'package.json'), 'utf8')));

describe('the package', () => {
  it('holds what it should and nothing else', () => {
    const wanted =
      /^(?!dist\/output\/)((dist\/cli\/)?package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/[\w/@.-]+\.(js|LEGAL\.txt)|dist\/cli\/quick\.[\w.-]+\.cache|dist\/(gazetteer|parks|store)\.json|dist\/divisions\.jsonl|dist\/web\/assets\/[a-z]+\.(css|js|svg)|dist\/types\/[\w/.-]+\.d\.ts|corpus\/gazetteer\/(divisions|parks|zones|zones\.national|areas|bodies|organs)\.json)$/;
    expect(packed.files.filter((file) => !wanted.test(file))).toEqual([]);
    expect(packed.files).toEqual(
      expect.arrayContaining([
        'README.md',
        'LICENSE',
        'CHANGELOG.md',
        'dist/cli/quick.js',
        `dist/cli/quick.${process.version}-${process.arch}.cache`,
        'dist/divisions.jsonl',
        'dist/gazetteer.json',
        'dist/parks.json',
        'dist/store.json',
        'dist/intake/thread.js',
        'dist/web/assets/style.css',
      ]),
    );
  });

  it('holds every file that its manifest names', () => {
    for (const path of [manifest.bin.gongbao, ...Object.values(manifest.exports['.'])]) {
      expect(existsSync(join(packed.installed, path))).toBe(true);
    }
  });

  it('names no path of the machine that it was made on', () => {
    const told = packed.files.filter((file) => readFileSync(join(packed.installed, file), 'utf8').includes(root));
    expect(told).toEqual([]);
  });

  it('is a program that runs: version, ingest, questions', () => {
    const program = join(packed.installed, manifest.bin.gongbao);
    expect(node([program, '--version']).out.trim()).toBe(manifest.version);
    const { code, err } = node([program, 'ingest', 'notices/通知.txt', '--store', 'program.db', '--lang', 'en']);
    expect(err).toMatch(/^\[1\/1\] 通知\.txt: 1 notice, \d+ records/);
    expect(code).toBe(0);
  });
});

describe('what the README shows of the library', () => {
  it('compiles against the declarations of the package', () => {
    const file = join(packed.project, 'snippet.ts');
    writeFileSync(file, readmeSnippet());
    const options: ts.CompilerOptions = {
      ...{ strict: true, noEmit: true, skipLibCheck: true, noUnusedLocals: true, exactOptionalPropertyTypes: true },
      ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
      ...{ types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
    };
    const program = ts.createProgram([file], options);
    const wrong = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    expect(wrong).toEqual([]);
    // the types are there, and not `any`
    const checked = program.getSourceFile(file);
    const text = checked && program.getTypeChecker().getSymbolsInScope(checked, ts.SymbolFlags.Variable);
    const records = text?.find(({ name }) => name === 'records');
    const type = records && program.getTypeChecker().typeToString(program.getTypeChecker().getTypeOfSymbol(records));
    expect(type).toContain('RecordsByType');
  });

  it('runs, and gives what it says', () => {
    const { code } = transformSync(readmeSnippet(), { loader: 'ts' });
    writeFileSync(join(packed.project, 'snippet.mjs'), code);
    const ran = node(['snippet.mjs']);
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/空\.txt: .+ \(.+\)/);
    expect(ran.out.trim().split('\n')).toEqual([
      expect.stringMatching(/^2026-12(-31)? 抓好招商 景德镇市工业和信息化局$/),
      '景府发〔2024〕8号 规模以上企业 50 家',
      '景德镇市工业和信息化局',
    ]);
  });
});
