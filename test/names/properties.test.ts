import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createResolver, NAME_KINDS } from '../../names/index.js';
import { resolutionSchema } from '../../schemas/index.js';
import { gazetteer, noticeOf, resolver } from './helpers.js';

const WORDS = [
  '江西省',
  '南昌',
  '市',
  '区',
  '高新区',
  '管委会',
  '产业集群',
  '工信局',
  '、',
  '（',
  '）',
  '新建',
  '鼓楼区',
  '各',
  '领导小组',
  '\n',
  '以下简称',
  '委',
  '𠮷',
];
const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join('')),
);
const anyIssuer = fc.constantFrom(
  null,
  '江西省人民政府',
  '景德镇市人民政府',
  '南昌市青山湖区人民政府',
  '重庆市人民政府',
  '新疆维吾尔自治区人民政府',
);

describe('any string', () => {
  it('gives valid resolutions, and the same again from another resolver', () => {
    const other = createResolver(gazetteer);
    fc.assert(
      fc.property(anyName, anyName, anyIssuer, fc.boolean(), (name, text, issuer, group) => {
        const context = noticeOf(issuer, { text });
        const answers = (from: typeof resolver) => [
          from.region([name], text, name),
          ...from.cluster(name, context, { surrounding: text }),
          from.unit(name, group, context, 0),
          from.park(name, context),
          from.place(name, context),
          ...from.explain(name, NAME_KINDS, context).map(({ resolution }) => resolution),
        ];
        const found = answers(resolver);
        for (const one of found) expect(resolutionSchema.safeParse(one).success).toBe(true);
        expect(answers(other)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is too long for a name', () => {
  it.each(['区', '高新区', '各县（', '市、', '“'])('is not looked at: %s and so on', (words) => {
    const name = words.repeat(10_000);
    const context = noticeOf('景德镇市人民政府');
    const found = [resolver.unit(name, true, context, 0), resolver.park(name, context), resolver.place(name, context)];
    expect(found.map(({ method }) => method)).toEqual(['unresolved', 'unresolved', 'unresolved']);
  });
});

describe('an official name means itself', () => {
  it('divisions, with those above them in front', () => {
    const wrong = gazetteer.places.divisions.filter((division) => {
      const line = gazetteer.places.line(division.code).reverse();
      return resolver.region([`${line.map(({ name }) => name).join('')}人民政府`], null, '').code !== division.code;
    });
    expect(wrong.filter(({ until }) => until === null).map(({ name }) => name)).toEqual([]);
  });

  it('parks', () => {
    const wrong = gazetteer.parks.parks.filter((park) => {
      const found = resolver.cluster(`${park.name}电子信息产业集群`, { region: null, date: null });
      return found.find(({ slot }) => slot === 'park')?.entity_id !== park.id;
    });
    // These two are districts as well, and a cluster of theirs is named after the district.
    expect(wrong.map(({ name }) => name)).toEqual(['上海浦东新区', '天津滨海新区']);
  });

  it('national organs', () => {
    const wrong = gazetteer.organs.national.filter(
      ({ name }) => resolver.unit(name, false, noticeOf('江西省人民政府'), 0).entity_name !== name,
    );
    expect(wrong).toEqual([]);
  });

  it('departments: the full name that a short one gives resolves to itself', () => {
    const stems = gazetteer.organs.departments.flatMap(({ short }) => short);
    const capitals = gazetteer.places.divisions.filter(({ code }) => code.endsWith('0100')).map(({ name }) => `${name}人民政府`);
    const wrong = ['江西省人民政府', '景德镇市人民政府', '浮梁县人民政府', '重庆市人民政府', ...capitals].flatMap((issuer) =>
      stems.flatMap((stem) => {
        const full = resolver.unit(`${stem}局`, false, noticeOf(issuer), 0).entity_name;
        const again = full === null ? null : resolver.unit(full, false, noticeOf(issuer), 0).entity_name;
        return again === full ? [] : [`${stem}: ${full ?? ''} → ${again ?? ''}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
