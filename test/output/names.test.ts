import { expect, test } from 'vitest';
import type { IngestedNotice } from '../../schemas/index.js';
import { freshStore, input, listed, notice, resolution } from './fixture.js';

const unit = (position: number, name: string, more: Parameters<typeof resolution>[2] = {}) =>
  resolution('units', name, { kind: 'organ', position, entity_id: null, ...more });
const unknown = { method: 'unresolved', score: 0 } as const;
const counties = { method: 'rule', code: '360200', group_kind: 'government', group_level: 'county' } as const;

/** Two notices: units that are known, unknown and a group. */
function notices(): IngestedNotice[] {
  const [one, two] = [notice('甲'), notice('乙')];
  const [obligation] = one.records.obligations;
  if (!obligation) throw new Error('the fixture has one of each');
  const units = ['市工信局', '市某局', '各县（市、区）政府'].map((name, at) => ({
    name,
    role: at === 0 ? ('lead' as const) : ('responsible' as const),
    group: at === 2,
  }));
  const gxj = unit(0, '市工信局', {
    entity_id: 'organ:360200:景德镇市工业和信息化局',
    entity_name: '景德镇市工业和信息化局',
    code: '360200',
    candidates: ['organ:360200:景德镇市科学技术局'],
  });
  one.records.obligations = [
    { ...obligation, units, resolutions: [gxj, unit(1, '市某局', unknown), unit(2, '各县（市、区）政府', counties)] },
  ];
  two.records.obligations = [
    { ...obligation, units: units.slice(1, 2), resolutions: [unit(0, '市某局', { ...unknown, candidates: ['x'] })] },
  ];
  one.records.clusters = one.records.clusters.map((cluster) => ({
    ...cluster,
    resolutions: [resolution('park', '某园区', { kind: 'park', ...unknown })],
  }));
  two.records.clusters = [];
  for (const one_ of [one, two])
    one_.resolutions = [resolution('region', '景德镇市', { entity_id: '360200', entity_name: '景德镇市', code: '360200' })];
  return [one, two];
}

async function filled() {
  const store = await freshStore();
  await store.put(input('x.txt', { notices: notices() }));
  return store;
}

test('names that nobody could place, the most frequent first, with where they stand', async () => {
  const store = await filled();
  const names = await store.names.unresolved();
  expect(names.map(({ name, kind, times, candidates }) => ({ name, kind, times, candidates }))).toEqual([
    { name: '市某局', kind: 'organ', times: 2, candidates: ['x'] },
    { name: '某园区', kind: 'park', times: 1, candidates: [] },
  ]);
  expect(names[0]?.occurrences.map(({ notice_title, record_type, slot }) => [notice_title, record_type, slot])).toEqual([
    ['甲文件', 'obligations', 'units'],
    ['乙文件', 'obligations', 'units'],
  ]);
  const ids = (await listed(store, 'obligations')).map(({ id }) => id);
  expect(names[0]?.occurrences.map(({ record_id }) => record_id)).toEqual(ids);
  expect((await store.names.unresolved({ kind: 'park' })).map(({ name }) => name)).toEqual(['某园区']);
  expect((await store.names.unresolved({ notice: '乙发〔2026〕1号' })).map(({ times }) => times)).toEqual([1]);
  expect(await store.names.unresolved({ limit: 1 })).toHaveLength(1);
});

test('organs by a name as written or official, groups, places of notices, and what one record’s names are', async () => {
  const store = await filled();
  const gxj = { id: 'organ:360200:景德镇市工业和信息化局', name: '景德镇市工业和信息化局', code: '360200' };
  expect(await store.names.organs('市工信局')).toEqual([gxj]);
  expect(await store.names.organs('景德镇市工业和信息化局')).toEqual([gxj]);
  expect(await store.names.organs('市某局')).toEqual([]);
  expect(await store.names.groups()).toEqual([
    { name: '各县（市、区）政府', code: '360200', group_kind: 'government', group_level: 'county', group_subject: null },
  ]);
  expect(await store.names.regions()).toEqual(['360200']);
  const [first] = await listed(store, 'obligations');
  const resolutions = await store.names.of(first?.id ?? '');
  expect(resolutions.map(({ name, method }) => [name, method])).toEqual([
    ['市工信局', 'exact'],
    ['市某局', 'unresolved'],
    ['各县（市、区）政府', 'rule'],
  ]);
  expect(resolutions[0]?.candidates).toEqual(['organ:360200:景德镇市科学技术局']);
});

test.each([
  ['an organ by its id', { ids: ['organ:360200:景德镇市工业和信息化局'], groups: [], part: null }, undefined, 1],
  ['an organ in its role', { ids: ['organ:360200:景德镇市工业和信息化局'], groups: [], part: null }, 'lead', 1],
  ['an organ in another role', { ids: ['organ:360200:景德镇市工业和信息化局'], groups: [], part: null }, 'responsible', 0],
  ['part of a name', { ids: [], groups: [], part: '某' }, undefined, 2],
  ['nothing', { ids: [], groups: [], part: null }, undefined, 0],
] as const)('tasks of %s', async (_, unitFilter, role, count) => {
  const store = await filled();
  expect(await listed(store, 'obligations', { unit: unitFilter, ...(role ? { role } : {}) })).toHaveLength(count);
});

test('tasks of a group are those of that group only: the same words elsewhere are another one', async () => {
  const store = await filled();
  const [group] = await store.names.groups();
  if (!group) throw new Error('there is a group');
  expect(await listed(store, 'obligations', { unit: { ids: [], groups: [group], part: null } })).toHaveLength(1);
  expect(await listed(store, 'obligations', { unit: { ids: [], groups: [{ ...group, code: '360300' }], part: null } })).toEqual(
    [],
  );
});
