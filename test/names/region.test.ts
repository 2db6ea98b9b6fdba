import { describe, expect, it } from 'vitest';
import { resolver } from './helpers.js';

describe('the place that issues a notice, from its issuer', () => {
  it.each([
    ['江西省工业和信息化厅', '江西省', '360000'],
    ['江西省工业强省建设工作领导小组', '江西省', '360000'],
    ['景德镇市人民政府办公室', '景德镇市', '360200'],
    ['南昌市青山湖区人民政府', '青山湖区', '360111'],
    ['青山湖区人民政府', '青山湖区', '360111'],
    ['永修县人民政府办公室', '永修县', '360425'],
    ['中共合肥市委办公室', '合肥市', '340100'],
    ['内蒙古自治区人民政府', '内蒙古自治区', '150000'],
    ['新疆维吾尔自治区工业和信息化厅', '新疆维吾尔自治区', '650000'],
    ['恩施土家族苗族自治州人民政府', '恩施土家族苗族自治州', '422800'],
    ['恩施州人民政府', '恩施土家族苗族自治州', '422800'],
    ['海南州人民政府', '海南藏族自治州', '632500'],
    ['海南省人民政府', '海南省', '460000'],
    ['吉林市人民政府', '吉林市', '220200'],
    ['吉林省人民政府', '吉林省', '220000'],
    ['重庆市经济和信息化委员会', '重庆市', '500000'],
    ['上海市浦东新区人民政府', '浦东新区', '310115'],
    ['济南市市中区人民政府', '市中区', '370103'],
    ['南京市鼓楼区人民政府', '鼓楼区', '320106'],
    ['福建省福州市鼓楼区人民政府', '鼓楼区', '350102'],
    ['昆山市人民政府', '昆山市', '320583'],
    ['东莞市工业和信息化局', '东莞市', '441900'],
    ['国家税务总局江西省税务局', '江西省', '360000'],
    ['中国人民银行江西省分行', '江西省', '360000'],
    ['襄樊市人民政府', '襄阳市', '420600'],
    ['景德镇高新技术产业开发区管理委员会', '景德镇市', '360200'],
  ])('%s → %s', (issuer, name, code) => {
    expect(resolver.region([issuer], null, '')).toMatchObject({ slot: 'region', kind: 'place', entity_name: name, code });
  });

  it.each(['国务院办公厅', '工业和信息化部', '国家发展改革委', '工信部', '中华人民共和国财政部', '科技部火炬中心'])(
    '%s is national: no place, and nothing to complain of',
    (issuer) => {
      expect(resolver.region([issuer], '关于江西省的通知', '江西省、江西省')).toMatchObject({
        entity_id: null,
        code: null,
        method: 'rule',
      });
    },
  );

  it('takes the first issuer that has a place', () => {
    expect(resolver.region(['江西省发展和改革委员会', '南昌市财政局'], null, '').code).toBe('360000');
  });

  it('folds widths and white space', () => {
    expect(resolver.region(['景德镇市 人民政府\n办公室'], null, '').code).toBe('360200');
  });
});

describe('a county’s name that several bear', () => {
  it('is decided by the cities that the text names', () => {
    const found = resolver.region(['鼓楼区人民政府'], '关于印发方案的通知', '根据福建省、福州市的部署，福州都市圈');
    expect(found).toMatchObject({ code: '350102', method: 'context' });
    expect(found.candidates).toContain('320106');
  });

  it('stays open where nothing decides', () => {
    const found = resolver.region(['鼓楼区人民政府'], null, '');
    expect(found).toMatchObject({ entity_id: null, method: 'unresolved' });
    expect(found.candidates).toHaveLength(4);
  });
});

describe('without an issuer that names a place', () => {
  it.each([
    [[], '南昌大事记', '', '360100'],
    [[], '关于2023年湖南省中小企业特色产业集群名单的公示', '', '430000'],
    [['县人民政府'], '关于印发《长丰县产业方案》的通知', '', '340121'],
    [[], '关于做好有关工作的通知', '芦溪县各单位：芦溪县要加快。萍乡市', '360323'],
  ])('%j %s → %s %s', (issuers, title, text, code) => {
    expect(resolver.region(issuers, title, text).code).toBe(code);
  });

  it('a title that begins with a ministry is national', () => {
    expect(resolver.region([], '工业和信息化部关于公布名单的通知', '深圳市、深圳市')).toMatchObject({
      code: null,
      method: 'rule',
    });
  });

  it('nothing named is unresolved', () => {
    expect(resolver.region([], null, '')).toMatchObject({ entity_id: null, method: 'unresolved', score: 0 });
  });
});
