import { describe, expect, it } from 'vitest';
import { NAME_KINDS, type NameKind } from '../../names/index.js';
import { gazetteer, resolver } from './helpers.js';

const explain = (name: string, kind: NameKind, place: string | null, date = '2024-06-01') => {
  const context = place === null ? { region: null, date } : resolver.contextIn(place, date);
  if (!context) throw new Error(`no place ${String(place)}`);
  const [only] = resolver.explain(name, [kind], context);
  if (!only) throw new Error('nothing explained');
  return only;
};

describe('a name explained', () => {
  it('an organ: what each rule makes of it, the chosen one first', () => {
    const { resolution, candidates } = explain('市工信局', 'organ', '景德镇市');
    expect(resolution.entity_name).toBe('景德镇市工业和信息化局');
    expect(candidates[0]).toMatchObject({ id: resolution.entity_id, rule: 'department', method: 'rule', score: 0.95 });
  });

  it('a park: the others that bear the name lost', () => {
    const { resolution, candidates } = explain('高新区', 'park', '景德镇市');
    expect(candidates[0]).toMatchObject({ id: 'jx-jingdezhen-gxq', method: 'context' });
    expect(resolution.candidates).toEqual(candidates.slice(1).map(({ id }) => id));
  });

  it('an undecided name: all that it may mean, none chosen', () => {
    const place = explain('鼓楼区', 'place', null);
    expect(place.resolution.method).toBe('unresolved');
    expect(place.candidates.map(({ id }) => id).sort()).toEqual(['320106', '320302', '350102', '410204']);
    expect(place.candidates.every(({ method, score }) => method === null && score === null)).toBe(true);
    const park = explain('经开区', 'park', '江西省');
    expect(park.candidates.length).toBeGreaterThan(1);
  });

  it('as every kind at once, in the order asked', () => {
    const context = resolver.contextIn('360200', null);
    expect(context && resolver.explain('高新区', NAME_KINDS, context).map(({ kind }) => kind)).toEqual([
      'park',
      'place',
      'organ',
    ]);
  });

  it('a group means no one organ', () => {
    expect(explain('各县（市、区）政府', 'organ', '景德镇市').candidates).toEqual([]);
  });
});

describe('the place that somebody names', () => {
  it.each([
    ['360200', '景德镇市'],
    ['景德镇市', '景德镇市'],
    ['浮梁县', '浮梁县'],
    ['江西', '江西省'],
    ['鼓楼区', undefined],
    ['无此地', undefined],
    ['999999', undefined],
  ])('%s is %s', (place, name) => {
    expect(resolver.contextIn(place, null)?.region?.entity_name).toBe(name);
  });
});

describe('every candidate', () => {
  it('is in the gazetteer under its id', () => {
    const { candidates } = explain('工业园区', 'park', '赣州市');
    expect(candidates.filter(({ id }) => gazetteer.parks.byId(id) === null)).toEqual([]);
  });
});
