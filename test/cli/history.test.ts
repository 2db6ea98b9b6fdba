import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clusterEntitySchema } from '../../schemas/index.js';
import { Workplace } from './support/place.js';
import { gongbao, samples, type Ran } from './support/program.js';

const place = new Workplace();

beforeAll(() => {
  const { code, err } = gongbao(['ingest', samples, '--store', place.at('gongbao.db')]);
  expect(code, err).toBe(0);
});

const history = (...args: string[]): Ran => gongbao(['clusters', '--history', ...args], { cwd: place.path });
const entities = (...args: string[]) => z.array(clusterEntitySchema).parse(JSON.parse(history(...args, '--json').out));

describe('clusters --history', () => {
  it('shows a cluster with its place, where it is mentioned and its grades as tables', () => {
    const { code, out, notes } = history('长沙经开区工程机械产业集群');
    expect(code).toBe(0);
    expect(out).toContain('park: 长沙经济技术开发区');
    expect(out).toMatch(/mentioned in:\ndate +as +number +notice\n/);
    expect(out).toMatch(/grades:\nyear +grade +score +rank +scheme +number\n[- ]+\n2025 +优秀 /);
    expect(notes).toEqual(['1 cluster']);
  });

  it('gives it as JSON as its schema has it, with the notices', () => {
    const [entity, ...others] = entities('长沙经开区工程机械产业集群');
    expect(others).toEqual([]);
    expect(entity).toMatchObject({ name: '长沙经开区工程机械产业集群', industry: '工程机械', park: '长沙经济技术开发区' });
    expect(entity?.ratings.map((r) => [r.year, r.grade])).toEqual([[2025, '优秀']]);
  });

  it('finds it by its id', () => {
    const [entity] = entities('长沙经开区工程机械产业集群');
    expect(entities(entity?.id ?? '')).toEqual([entity]);
  });

  it('lists several that a part of a name means, with their ids', () => {
    const all = entities('产业集群');
    expect(all.length).toBeGreaterThan(3);
    const { out, notes } = history('产业集群');
    for (const { id } of all) expect(out).toContain(id);
    expect(notes).toEqual([`${all.length} clusters`]);
  });

  it('narrows them to a place, by name or code', () => {
    const inPlace = entities('产业集群', '--in', '浏阳市');
    expect(inPlace.length).toBeGreaterThan(0);
    expect(new Set(inPlace.map((e) => e.place_code))).toEqual(new Set(['430181']));
    expect(entities('产业集群', '--in', '430181')).toEqual(inPlace);
  });

  it('offers names like it where nothing goes by the name', () => {
    const { code, err } = history('长沙经开区工程机器产业集群');
    expect(code).toBe(1);
    expect(err).toContain('no cluster in the store goes by the name “长沙经开区工程机器产业集群”');
    expect(err).toMatch(/did you mean .*长沙经开区工程机械产业集群/);
  });

  it('says where to look when there is nothing like it', () => {
    const { code, err } = history('甲乙丙丁');
    expect(code).toBe(1);
    expect(err).toContain('gongbao clusters lists');
  });
});
