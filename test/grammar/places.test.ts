import { describe, expect, it } from 'vitest';
import { placeAt, surePlaceIn } from '../../extractors/index.js';

describe('a place in front of a name', () => {
  it.each<[string, string, boolean]>([
    ['南康家具产业集群', '南康', false],
    ['安义县铝型材产业集群', '安义县', true],
    ['沛县铝材产业集群', '沛县', true],
    ['吉安高新区电子信息产业集群', '吉安高新区', true],
    ['南昌小蓝经开区汽车产业集群', '南昌小蓝经开区', true],
    ['中山市五金产业集群', '中山市', true],
    ['苏南特种合金材料产业集群', '苏南', true],
    ['长三角（含江西）大飞机集群', '长三角（含江西）', true],
    ['成渝地区电子信息集群', '成渝地区', true],
  ])('“%s” begins with %s', (text, place, sure) => {
    expect(placeAt(text)).toEqual({ length: place.length, sure });
  });

  it.each(['中山五金', '大城市集群', '新型储能', '城区产业', '电子信息产业集群', ''])('“%s” begins with none', (text) => {
    expect(placeAt(text)).toBeNull();
  });

  it('is found behind other words only where its rank stands', () => {
    const text = '每季度通报监利市玻铝产业集群';
    expect(surePlaceIn(text, 0, text.length)).toBe(5);
    expect(surePlaceIn('每季度通报监利玻铝产业集群', 0, 13)).toBeNull();
  });
});
