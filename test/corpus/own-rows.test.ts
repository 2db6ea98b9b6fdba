import { describe, expect, it } from 'vitest';
import { GazetteerFileError, loadGazetteer } from '../../corpus/gazetteer.js';
import { createResolver } from '../../names/index.js';

const HEAD = 'id,kind,name,aliases,place_code,level,valid_from,valid_to,source';
const file = (...rows: string[]) => ({ name: 'own.csv', text: [HEAD, ...rows].join('\n') });

function resolverWith(...rows: string[]) {
  const gazetteer = loadGazetteer(file(...rows));
  const resolver = createResolver(gazetteer);
  const context = (place: string, date: string | null = '2025-06-01') => {
    const found = resolver.contextIn(place, date);
    if (!found) throw new Error(`no place ${place}`);
    return found;
  };
  return { gazetteer, resolver, context };
}

function problemsOf(...rows: string[]) {
  try {
    loadGazetteer(file(...rows));
  } catch (error) {
    if (error instanceof GazetteerFileError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a user’s rows', () => {
  it('add a park, with its short forms by rule', () => {
    const { resolver, context } = resolverWith(
      'own-1,park,抚州云溪高新技术产业园区,云溪园,361002,省级,2025-01,,赣府字〔2025〕1号',
    );
    for (const name of ['抚州云溪高新技术产业园区', '抚州云溪高新区', '云溪园'])
      expect(resolver.park(name, context('抚州市')).entity_id).toBe('own-1');
    expect(resolver.unit('云溪高新区管委会', false, context('抚州市'), 0).entity_name).toBe('抚州云溪高新技术产业园区管理委员会');
  });

  it('rename a park that is there: its old name leads to it, and is its name on an earlier day', () => {
    const { resolver, context } = resolverWith('jx-leping-gyyq,park,江西乐平高新技术产业园区,,360281,省级,2025-03,,批复');
    const old = (date: string) => resolver.park('江西乐平工业园区', context('景德镇市', date));
    expect(old('2025-06-01')).toMatchObject({
      entity_id: 'jx-leping-gyyq',
      entity_name: '江西乐平高新技术产业园区',
      method: 'former',
    });
    expect(old('2025-02-01')).toMatchObject({ entity_name: '江西乐平工业园区', method: 'exact' });
    expect(resolver.park('乐平高新区', context('景德镇市')).method).toBe('alias');
    expect(resolver.park('乐平工业园', context('景德镇市')).entity_id).toBe('jx-leping-gyyq');
  });

  it('add organs of a place and of the nation, and know them on their days only', () => {
    const { resolver, context } = resolverWith(
      'own-1,organ,景德镇市陶瓷产业发展中心,陶发中心;市陶发中心,360200,,2023-05,2025-01,三定规定',
      'own-2,organ,国家低空经济发展司,低空司,,,,,公告',
    );
    const found = (date: string) => resolver.unit('陶发中心', false, context('景德镇市', date), 0);
    expect(found('2024-01-01')).toMatchObject({ entity_name: '景德镇市陶瓷产业发展中心', method: 'alias', code: '360200' });
    expect(found('2023-04-30').entity_id).toBeNull();
    expect(found('2025-01-01').entity_id).toBeNull();
    expect(resolver.unit('市陶发中心', false, context('南昌市', '2024-01-01'), 0).entity_name).not.toBe(
      '景德镇市陶瓷产业发展中心',
    );
    expect(resolver.unit('国家低空经济发展司', false, context('景德镇市'), 0).method).toBe('exact');
  });

  it('add and rename places', () => {
    const { resolver, context } = resolverWith(
      '360299,place,瓷都区,瓷都新城,360200,county,2025-01,,国函',
      '360281,place,乐平区,,360200,county,2025-01,,国函',
    );
    expect(resolver.place('瓷都新城', context('景德镇市')).code).toBe('360299');
    expect(resolver.place('乐平市', context('景德镇市'))).toMatchObject({ entity_name: '乐平区', method: 'former' });
  });

  it('change the fingerprint, the same rows to the same one; spaces and order of columns do not', () => {
    const row = 'own-1,park,抚州云溪高新区,,361002,,,,x';
    const turned = 'source,id,kind,name,place_code\nx , own-1,park,抚州云溪高新区,361002\n\n';
    const own = loadGazetteer(file(row)).fingerprint;
    expect(own).not.toBe(loadGazetteer().fingerprint);
    expect(loadGazetteer(file(row)).fingerprint).toBe(own);
    expect(loadGazetteer({ name: 'b.csv', text: turned }).fingerprint).toBe(own);
    expect(loadGazetteer(file()).fingerprint).toBe(loadGazetteer().fingerprint);
  });

  it('leave the gazetteer that comes with the program as it is', () => {
    resolverWith('jx-leping-gyyq,park,江西乐平高新技术产业园区,,360281,省级,2025-03,,批复');
    expect(loadGazetteer().parks.byId('jx-leping-gyyq')?.name).toBe('江西乐平工业园区');
  });
});

describe('a user’s file that is wrong says where', () => {
  it.each([
    ['own-1,garden,百花园,,360200,,,,x', 'own.csv, line 2, kind: must be park, place or organ'],
    ['own-1,park,百花园,,3602,,,,x', 'own.csv, line 2, place_code: must be a GB/T 2260 code of six digits'],
    ['own-1,park,百花园,,999900,,,,x', 'own.csv, line 2, place_code: no place has the code 999900'],
    ['own-1,park,百花园,,360200,县级,,,x', 'own.csv, line 2, level: must be 国家级, 省级, 市级, empty'],
    ['own-1,organ,百花局,,360200,省级,,,x', 'own.csv, line 2, level: must be empty'],
    ['百花,place,百花区,,360200,county,,,x', 'own.csv, line 2, id: of a place must be its GB/T 2260 code of six digits'],
    ['own-1,park,百花园,,360200,,2025-13-1,,x', /line 2, valid_from: .*2024-10-01/u],
    ['own-1,park,百花园,,360200,,2025,2024,x', 'own.csv, line 2, valid_to: must be later than valid_from'],
    ['own-1,park,百花园,,360200,,,,', 'own.csv, line 2, source: where the row is from is asked for'],
    ['own-1,park,百花园,花,360200,,,,x', 'own.csv, line 2, aliases: an alias must have two characters'],
    [
      'own-1,park,百花园,景德镇高新区,360200,,,,x',
      'own.csv, line 2, aliases: 景德镇高新区 is a name of jx-jingdezhen-gxq already',
    ],
    ['own-1,park,百花园', /line 2: .*columns/iu],
    ['own-1,park,"百花园,,360200,,,,x', /line \d: .*quote/iu],
  ])('%s', (row, message) => {
    const [first] = problemsOf(row);
    if (typeof message === 'string') expect(first).toBe(message);
    else expect(first).toMatch(message);
  });

  it('and tells all problems at once', () => {
    expect(
      problemsOf('own-1,park,百花园,,360200,,,,x', 'own-1,park,千花园,,360200,,,,x', 'own-2,tree,万花园,,360200,,,,'),
    ).toEqual([
      'own.csv, line 3, id: stands in line 2 already',
      'own.csv, line 4, kind: must be park, place or organ',
      'own.csv, line 4, source: where the row is from is asked for',
    ]);
  });

  it('and names columns that are missing or unknown', () => {
    expect(() => loadGazetteer({ name: 'own.csv', text: 'id,kind,name,colour\n' })).toThrow(
      /line 1: the first line lacks place_code, source[\s\S]*no such columns[^\n]*colour/u,
    );
  });
});
