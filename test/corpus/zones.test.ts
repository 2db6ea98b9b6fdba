import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadGazetteer, type Park } from '../../corpus/gazetteer.js';

const { parks } = loadGazetteer();
const national = parks.parks.filter(({ level }) => level === '国家级');

/** How many zones there are by the first two digits of their province. */
function byProvince(zones: readonly Park[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { city_code } of zones) counts[city_code.slice(0, 2)] = (counts[city_code.slice(0, 2)] ?? 0) + 1;
  return counts;
}

const folder = new URL('../../corpus/gazetteer/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const withSources = z.object({ sources: z.record(z.string(), z.string()) });
const sourced = z.array(z.object({ source: z.string() }));

describe('zones of national rank, by province', () => {
  it('high-tech zones are the 179 of the official count of 2026, 苏州工业园区 among them', () => {
    const zones = national.filter(
      ({ name }) => /(?:高新?技术产业(?:开发|示范)区|新技术开发区|中关村科技园区)$/u.test(name) || name === '苏州工业园区',
    );
    expect(byProvince(zones)).toEqual({
      ...{ 11: 1, 12: 1, 13: 6, 14: 2, 15: 3, 21: 8, 22: 5, 23: 3, 31: 2, 32: 18, 33: 8, 34: 8, 35: 7, 36: 9, 37: 13 },
      ...{ 41: 9, 42: 12, 43: 9, 44: 14, 45: 4, 46: 1, 50: 4, 51: 8, 52: 3, 53: 3, 54: 1, 61: 7, 62: 2, 63: 1, 64: 2, 65: 5 },
    });
    expect(zones).toHaveLength(179);
  });

  it('economic zones are the 232 of the ministry’s list of October 2024', () => {
    const zones = national.filter(({ source }) => source.startsWith('mofcom'));
    const jiangxi = national.filter(({ by_rule, name }) => !by_rule && name.endsWith('经济技术开发区'));
    expect(byProvince([...zones, ...jiangxi])).toEqual({
      ...{ 11: 1, 12: 6, 13: 7, 14: 4, 15: 3, 21: 10, 22: 5, 23: 7, 31: 6, 32: 27, 33: 22, 34: 13, 35: 10, 36: 11, 37: 16 },
      ...{ 41: 9, 42: 9, 43: 10, 44: 8, 45: 5, 46: 1, 50: 4, 51: 10, 52: 2, 53: 4, 54: 1, 61: 5, 62: 4, 63: 2, 64: 1, 65: 9 },
    });
    expect(zones.length + jiangxi.length).toBe(232);
  });

  it('the 19 new areas are there', () => {
    const areas = national.filter(({ category, name }) => category === '新区' || name.endsWith('新区')).map(({ name }) => name);
    const known = [
      ...['上海浦东新区', '天津滨海新区', '重庆两江新区', '浙江舟山群岛新区', '兰州新区', '广州南沙新区', '陕西西咸新区'],
      ...['贵州贵安新区', '青岛西海岸新区', '大连金普新区', '四川天府新区', '湖南湘江新区', '南京江北新区', '福州新区'],
      ...['云南滇中新区', '哈尔滨新区', '长春新区', '江西赣江新区', '河北雄安新区'],
    ];
    expect(areas.sort()).toEqual(known.sort());
  });

  it('the 22 free trade zones and the port of Hainan are there', () => {
    expect(national.filter(({ name }) => /自由贸易试验区$/u.test(name))).toHaveLength(22);
    expect(national.filter(({ name }) => name === '海南自由贸易港')).toHaveLength(1);
  });
});

describe('the data files', () => {
  it.each(['zones.national', 'zones', 'divisions'])('%s: each source that a row names is explained at the head', (name) => {
    const { sources } = withSources.parse(read(name));
    const rows = sourced.parse(z.object({ rows: z.array(z.unknown()) }).parse(read(name)).rows);
    const named = new Set(rows.flatMap(({ source }) => source.split(/;\s*|\s*\(/u)[0] ?? []));
    expect([...named].filter((source) => !(source.trim() in sources))).toEqual([]);
  });

  it('organs: each source is explained at the head', () => {
    const organs = withSources.extend({ departments: sourced, templates: sourced, national: sourced }).parse(read('organs'));
    const rows = [...organs.departments, ...organs.templates, ...organs.national];
    expect(rows.filter(({ source }) => !(source in organs.sources))).toEqual([]);
  });
});
