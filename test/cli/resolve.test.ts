import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Workplace } from './support/place.js';
import { gongbao, samples, type Ran } from './support/program.js';

const place = new Workplace();
const HEAD = 'id,kind,name,aliases,place_code,source';
const PLAN = `景德镇市人民政府关于印发陶瓷产业发展行动方案的通知

各县（市、区）人民政府，市政府各部门：

一、重点任务

1.做强龙头企业。支持企业扩大规模，提升品牌影响力。（责任单位：陶发中心、市工信局）

2.建设公共平台。建设检测和设计平台，服务中小企业。（责任单位：市科技局、各县（市、区）政府）

3.培育产业集群。培育瓷谷园区陶瓷产业集群。（责任单位：陶发中心、市直有关单位）

景德镇市人民政府
2025年3月6日
`;
const OTHER = PLAN.replaceAll('景德镇市', '萍乡市').replaceAll('各县（市、区）政府', '各县（区）人民政府');

const ask = (...args: string[]): Ran => gongbao(args, { cwd: place.path });
const meaningsSchema = z.object({
  in: z.object({ code: z.string(), name: z.string() }).nullable(),
  meanings: z.array(
    z.object({
      kind: z.string(),
      resolution: z.object({ entity_id: z.string().nullable(), method: z.string(), score: z.number() }),
      candidates: z.array(z.object({ id: z.string(), name: z.string() })),
      similar: z.array(z.object({ name: z.string() })),
    }),
  ),
});
const meanings = (...args: string[]) => meaningsSchema.parse(JSON.parse(ask('resolve', ...args, '--json').out));

describe('resolve NAME', () => {
  it('shows what a name means in a notice of a place, as a table that lines up', () => {
    const { code, out } = ask('resolve', '高新区', '--in', '景德镇市');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(/^park +✓ +景德镇高新技术产业开发区 .*0\.9 .* jx-jingdezhen-gxq$/u);
    const at = lines.map((line) => stringWidth(line.slice(0, line.lastIndexOf('  ') + 2)));
    expect(new Set(at).size).toBe(1);
  });

  it('gives the method, the score and the candidates as JSON, of the kind asked for', () => {
    const { in: where, meanings: found } = meanings('市工信局', '--in', '360200', '--type', 'organ');
    expect(where).toEqual({ code: '360200', name: '景德镇市' });
    expect(found).toHaveLength(1);
    expect(found[0]?.resolution).toEqual({ entity_id: 'organ:360200:景德镇市工业和信息化局', method: 'rule', score: 0.95 });
    expect(found[0]?.candidates[0]?.name).toBe('景德镇市工业和信息化局');
  });

  it('reads names as they were on a day', () => {
    expect(meanings('贵溪经开区', '--type', 'park', '--date', '2023-05').meanings[0]?.candidates[0]?.name).toBe(
      '江西贵溪经济开发区',
    );
    expect(meanings('贵溪经开区', '--type', 'park').meanings[0]?.candidates[0]?.name).toBe('贵溪经济技术开发区');
  });

  it('shows all that an undecided name may be, and how to decide', () => {
    const { out, notes } = ask('resolve', '鼓楼区', '--type', 'place');
    expect(out).toMatch(/江苏省南京市[^]*江苏省徐州市[^]*福建省福州市/u);
    expect(out).not.toContain('✓');
    expect(notes).toEqual(['  → with --in PLACE the name is read as in a notice of that place']);
  });

  it('finds a name with a slip, and says that it is one', () => {
    expect(ask('resolve', '湘潭高兴区', '--lang', 'zh').out).toContain('与其名称仅一字之差');
  });

  it.each([
    ['市工信局', 'does not say which 市 it is of'],
    ['各县（市、区）政府', 'is a group, no single organ: governments of counties'],
    ['市工信吸', 'does not say which'],
    ['没有这样的东西', 'means nothing that the gazetteer knows'],
  ])('%s: %s', (name, note) => {
    const { code, out, err } = ask('resolve', name);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain(note);
  });

  it('offers what is like a name that means nothing', () => {
    expect(ask('resolve', '市科贸局', '--in', '景德镇市', '--type', 'organ').err).toContain('did you mean: 景德镇市经济贸易局');
    expect(ask('resolve', '没有这样的东西').err).toContain('--gazetteer FILE.csv');
  });

  it('knows rows of the user’s own', () => {
    place.write('own.csv', `${HEAD}\nown-1,organ,景德镇市陶瓷产业发展中心,陶发中心,360200,三定规定\n`);
    const found = meanings('陶发中心', '--in', '景德镇市', '--type', 'organ', '--gazetteer', 'own.csv').meanings[0];
    expect(found?.resolution).toEqual({ entity_id: 'organ:360200:景德镇市陶瓷产业发展中心', method: 'alias', score: 1 });
  });

  it.each([
    [['resolve'], 'give either a name or --all'],
    [['resolve', '高新区', '--all'], 'give either a name or --all'],
    [['resolve', '--all', '--in', '景德镇市'], '--in says nothing beside --all'],
    [['resolve', '高新区', '--in', '鼓楼区'], 'give the code of one: 320106 江苏省南京市鼓楼区'],
    [['resolve', '高新区', '--in', '景得镇市区'], 'there is no place “景得镇市区”'],
    [['resolve', '高新区', '--type', 'garden'], 'garden'],
    [['resolve', '高新区', '--date', 'May'], '--date wants a date'],
  ])('%j is a usage error: %s', (args, message) => {
    const { code, out, err } = ask(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

const unresolvedSchema = z.array(
  z.object({
    name: z.string(),
    kind: z.string(),
    times: z.number(),
    occurrences: z.array(z.object({ notice_id: z.string(), file: z.string(), record_id: z.string(), record_type: z.string() })),
  }),
);

describe('names of a store', () => {
  beforeAll(() => {
    place.write('in/方案.txt', PLAN);
    place.write('in/另一方案.txt', OTHER);
    place.write(
      'own-2.csv',
      `${HEAD}\nown-1,organ,景德镇市陶瓷产业发展中心,陶发中心,360200,三定规定\nown-2,park,景德镇瓷谷产业园,瓷谷园区,360200,三定规定\n`,
    );
    for (const file of ['plan.docx', 'clusters.txt', 'web-capture.txt'])
      copyFileSync(join(samples, file), place.at(`in/${file}`));
    expect(ask('ingest', 'in/方案.txt', 'in/另一方案.txt', '--store', 'two.db').code).toBe(0);
  }, 120_000);

  const unresolved = (...args: string[]) => unresolvedSchema.parse(JSON.parse(ask('unresolved', '--json', ...args).out));

  it('unresolved lists names by how often they occur, with where', () => {
    const names = unresolved('--store', 'two.db');
    expect(names.map(({ times }) => times)).toEqual(names.map(({ times }) => times).toSorted((a, b) => b - a));
    const [first] = unresolved('--store', 'two.db', '--type', 'organ');
    expect(first).toMatchObject({ name: '陶发中心', kind: 'organ', times: 4 });
    expect(first?.occurrences.map(({ file }) => file)).toEqual(['另一方案.txt', '另一方案.txt', '方案.txt', '方案.txt']);
    const shown = ask('show', first?.occurrences[0]?.record_id ?? '', '--store', 'two.db');
    expect(shown.out).toContain('陶发中心');
  });

  it('unresolved keeps to a kind, a notice and a limit, and says what to do', () => {
    expect(unresolved('--store', 'two.db', '--type', 'place')).toEqual([]);
    expect(unresolved('--store', 'two.db', '--notice', '方案.txt', '--limit', '1')).toHaveLength(1);
    const { out, err } = ask('unresolved', '--store', 'two.db', '--type', 'organ');
    expect(out).toMatch(/4 +organ +陶发中心 /u);
    expect(err).toContain('resolve --all --gazetteer FILE.csv');
    expect(ask('unresolved', '--store', 'two.db', '--type', 'place')).toMatchObject({
      out: '',
      notes: ['every name has its meaning'],
    });
  });

  it('a unit is found by any of its names, and by the groups that it belongs to', () => {
    const matched = z.object({
      title: z.string(),
      matched: z.array(z.object({ unit: z.string(), via: z.string(), share: z.string().nullable() })),
    });
    const tasks = (...args: string[]) =>
      z.array(matched).parse(JSON.parse(ask('obligations', '--json', '--store', 'two.db', ...args).out));
    expect(tasks('--unit', '景德镇市工信局')).toEqual([
      { title: '做强龙头企业', matched: [{ unit: '市工信局', via: 'unit', share: null }] },
      { title: '培育产业集群', matched: [{ unit: '市直有关单位', via: 'group', share: 'some' }] },
    ]);
    expect(tasks('--unit', '浮梁县政府')).toEqual([
      { title: '建设公共平台', matched: [{ unit: '各县（市、区）政府', via: 'group', share: 'every' }] },
    ]);
    // A name without a place means in each notice what it means there; a part of a name still finds what holds it.
    expect(tasks('--unit', '市工信局').filter(({ matched: [one] }) => one?.via === 'unit')).toHaveLength(2);
    expect(tasks('--unit', '陶发').map(({ matched: [one] }) => one?.via)).toEqual(['name', 'name', 'name', 'name']);
    expect(tasks('--unit', '浮梁县政府', '--role', 'lead')).toEqual([]);
    expect(ask('obligations', '--unit', '浮梁县政府', '--store', 'two.db').out).toContain('各县（市、区）政府〔全体〕');
    expect(ask('obligations', '--unit', '没有此局', '--store', 'two.db').err).toContain('gongbao resolve 没有此局');
  });

  it('resolve --all without the files gives byte for byte what a fresh ingest gives', () => {
    expect(ask('ingest', 'in', '--store', 'fresh.db', '--gazetteer', 'own-2.csv').code).toBe(0);
    expect(ask('ingest', 'in', '--store', 'again.db').code).toBe(0);
    const before = exported('again.db', 'jsonl');
    renameSync(place.at('in'), place.at('away'));
    const { code, notes } = ask('resolve', '--all', '--store', 'again.db', '--gazetteer', 'own-2.csv');
    renameSync(place.at('away'), place.at('in'));
    expect(code).toBe(0);
    expect(notes.at(-1)).toMatch(/^5 resolved, 0 unchanged, 0 failed; names that nobody could place: \d+ before, \d+ now$/u);
    for (const format of ['jsonl', 'csv']) expect(exported('again.db', format)).toEqual(exported('fresh.db', format));
    const after = exported('again.db', 'jsonl');
    const of = (type: string, files: readonly string[]) => files.find((text) => text.startsWith(`${type}.`)) ?? '';
    expect(of('clusters', before)).not.toContain('景德镇瓷谷产业园');
    expect(of('clusters', after)).toContain('"park":"景德镇瓷谷产业园"');
    expect(of('obligations', after)).toContain('"canonical":"景德镇市陶瓷产业发展中心"');
    const unknown = (files: readonly string[]) =>
      of('findings', files)
        .split('\n')
        .filter((line) => line.includes('"unresolved_name"'));
    expect(unknown(after).length).toBeLessThan(unknown(before).length);
    // The store is now as that gazetteer has it, for every command.
    expect(ask('ingest', 'in', '--store', 'again.db', '--gazetteer', 'own-2.csv').notes.at(-1)).toMatch(/^0 stored/u);
    expect(ask('resolve', '--all', '--store', 'again.db', '--gazetteer', 'own-2.csv').notes.at(-1)).toMatch(/^0 resolved/u);
  }, 240_000);

  it('resolve --all demands a store that is there', () => {
    const { code, err } = ask('resolve', '--all', '--store', 'none.db');
    expect(code).toBe(1);
    expect(err).toContain('There is no store at none.db');
  });
});

/** Every exported file's name and text. */
function exported(store: string, format: string): string[] {
  const folder = place.at(`out-${store}-${format}`);
  mkdirSync(folder, { recursive: true });
  expect(ask('export', '--store', store, '--format', format, '--out', folder).code).toBe(0);
  return readdirSync(folder)
    .sort()
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`);
}
