import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FuzzyIndex, slipBetween } from '../../names/fuzzy.js';
import { noticeOf, resolver } from './helpers.js';

describe('the slip between two strings', () => {
  it.each([
    ['高新区', '高薪区', { kind: 'sign', signs: '新薪' }],
    ['高新区', '高区', { kind: 'sign', signs: '新' }],
    ['高新区', '高高新区', { kind: 'sign', signs: '高' }],
    ['高新区', '新高区', { kind: 'swap', signs: '高新' }],
    ['高新区', '高新区', null],
    ['高新区', '区新高', null],
    ['高新区', '经开区', null],
    ['', '区', { kind: 'sign', signs: '区' }],
  ])('%s and %s', (a, b, slip) => {
    expect(slipBetween(a, b)).toEqual(slip);
  });

  it('is the same both ways but for the order of the characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(slipBetween(a, b)?.kind).toBe(slipBetween(b, a)?.kind);
      }),
    );
  });
});

describe('the index of spellings', () => {
  const names = ['合肥高新技术产业开发区', '合肥经济技术开发区', '淮北经济技术开发区', '淮南经济技术开发区'];
  const index = new FuzzyIndex(
    names.map((name) => ({ name, core: 2, entry: name })),
    3,
    0.4,
  );

  it.each([
    ['合肥高薪技术产业开发区', '合肥高新技术产业开发区'],
    ['合肥高新技术产业开区', '合肥高新技术产业开发区'],
    ['肥合经济技术开发区', '合肥经济技术开发区'],
    // a wrong character in a short core makes another name
    ['合川经济技术开发区', undefined],
    // as close to two
    ['淮东经济技术开发区', undefined],
    ['完全不同的名称', undefined],
  ])('%s is %s', (written, name) => {
    expect(index.closest(written)?.spelling.name).toBe(name);
  });

  it('leaves out what is not possible', () => {
    expect(index.closest('合肥高薪技术产业开发区', (entry) => !entry.startsWith('合肥'))).toBeNull();
  });

  it('shows what looks like a name, the likest first, and resolves nothing by it', () => {
    expect(index.similar('合肥高新技术开发园区').map(({ entry }) => entry)[0]).toBe('合肥高新技术产业开发区');
    expect(index.similar('淮海经济技术开发区').map(({ entry }) => entry)).toContain('淮北经济技术开发区');
    expect(index.closest('淮海经济技术开发区')).toBeNull();
    expect(index.similar('完全不同的名称')).toEqual([]);
    expect(index.similar('区')).toEqual([]);
  });
});

describe('a misspelt name', () => {
  const jx = noticeOf('江西省人民政府');

  it.each([
    ['景德镇高薪技术产业开发区', 'jx-jingdezhen-gxq'],
    ['景徳镇高新区', 'jx-jingdezhen-gxq'],
    ['江江西于都工业园区', 'jx-yudu-gyyq'],
  ])('of a park: %s', (name, id) => {
    const found = resolver.park(name, jx);
    expect(found).toMatchObject({ entity_id: id, method: 'fuzzy' });
    expect(found.score).toBeLessThan(0.9);
  });

  it.each(['江西安园工业园区', '丰城县高新区园'])('that may be another one stays unresolved: %s', (name) => {
    expect(resolver.park(name, jx).method).toBe('unresolved');
  });

  it('of a place, inside the notice’s province only', () => {
    expect(resolver.place('呼和浩持市', noticeOf('内蒙古自治区人民政府'))).toMatchObject({ code: '150100', method: 'fuzzy' });
    expect(resolver.place('呼和浩持市', jx).method).toBe('unresolved');
  });
});
