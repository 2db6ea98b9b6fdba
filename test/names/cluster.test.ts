import { describe, expect, it } from 'vitest';
import { noticeOf, resolver } from './helpers.js';

const JX = '江西省人民政府';

/** Park, place and industry of a cluster; undefined where the slot has no resolution. */
function read(name: string, issuer: string | null, surrounding?: string, date = '2024-01-01') {
  const found = resolver.cluster(name, noticeOf(issuer, { date }), { surrounding });
  const slot = (wanted: string) => found.find((one) => one.slot === wanted)?.entity_name;
  return [slot('park'), slot('place'), slot('industry')];
}

describe('park, place and industry of a cluster', () => {
  it.each([
    // named after a park
    ['南昌高新区光电及通信产业集群', JX, '南昌高新技术产业开发区', '南昌市', '光电及通信'],
    ['井开区通讯终端设备产业集群', JX, '井冈山经济技术开发区', '吉安市', '通讯终端设备'],
    ['宜春丰城高新区装备制造产业集群', JX, '宜春丰城高新技术产业开发区', '丰城市', '装备制造'],
    ['赣州章贡高新区生物医药大健康产业集群', JX, '江西章贡高新技术产业园区', '章贡区', '生物医药大健康'],
    ['南昌小蓝经开区医药产业集群', JX, '南昌小蓝经济技术开发区', '南昌市', '医药'],
    ['江西省南昌市小蓝经开区汽车产业集群', null, '南昌小蓝经济技术开发区', '南昌市', '汽车'],
    ['抚州市东乡区经开区新材料产业集群', JX, '江西东乡经济开发区', '东乡区', '新材料'],
    ['景德镇市高新区直升机集群', JX, '景德镇高新技术产业开发区', '景德镇市', '直升机'],
    ['合肥高新区集成电路产业集群', '安徽省人民政府', '合肥高新技术产业开发区', '合肥市', '集成电路'],
    ['苏州工业园区生物医药产业集群', '江苏省人民政府', '苏州工业园区', '苏州市', '生物医药'],
    ['长沙经开区工程机械产业集群', '湖南省人民政府', '长沙经济技术开发区', '长沙市', '工程机械'],
    ['武汉东湖高新区光电子信息产业集群', '湖北省人民政府', '武汉东湖新技术开发区', '武汉市', '光电子信息'],
    // named after a place
    ['南康家具产业集群', JX, undefined, '南康区', '家具'],
    ['高安建筑陶瓷产业集群', JX, undefined, '高安市', '建筑陶瓷'],
    ['新建区汽车及零部件产业集群', JX, undefined, '新建区', '汽车及零部件'],
    ['赣州市稀土新材料及应用集群', JX, undefined, '赣州市', '稀土新材料及应用'],
    ['景德镇陶瓷产业集群', JX, undefined, '景德镇市', '陶瓷'],
    ['福建省宁德市动力电池集群', null, undefined, '宁德市', '动力电池'],
    ['深圳市新一代信息通信集群', null, undefined, '深圳市', '新一代信息通信'],
    ['温州乐清电气先进制造业集群', null, undefined, '乐清市', '电气'],
    ['诸暨袜业产业集群', '浙江省人民政府', undefined, '诸暨市', '袜业'],
    ['邵东打火机中小企业特色产业集群', '湖南省人民政府', undefined, '邵东市', '打火机'],
    ['福建省晋江市陈埭镇鞋业产业集群', null, undefined, '晋江市', '鞋业'],
    ['科右前旗乳制品产业集群', '兴安盟行政公署', undefined, '科尔沁右翼前旗', '乳制品'],
    // in an area that no gazetteer lists
    ['平潭综合实验区海洋装备产业集群', '福建省人民政府', undefined, '平潭县', '海洋装备'],
    ['嘉兴港区化工新材料产业集群', '浙江省人民政府', undefined, '嘉兴市', '化工新材料'],
    ['三江产业园智能装备产业集群', '汕头市人民政府', undefined, '汕头市', '智能装备'],
    ['滨海产业基地新能源装备产业集群', '营口市人民政府', undefined, '营口市', '新能源装备'],
    ['文昌国际航天城商业航天产业集群', '海南省人民政府', undefined, '文昌市', '商业航天'],
    ['糯垌镇异形石雕产业集群', '岑溪市人民政府', undefined, '岑溪市', '异形石雕'],
    ['小镇旅游产业集群', '岑溪市人民政府', undefined, '岑溪市', '小镇旅游'],
    // the words of an area are its industry
    ['汕头港区产业集群', '广东省人民政府', undefined, '汕头市', '港区'],
    ['福泉—瓮安磷化工产业集群', '贵州省人民政府', undefined, null, '磷化工'],
    ['内蒙古自治区呼和浩特市乳制品集群', null, undefined, '呼和浩特市', '乳制品'],
    ['鼓楼区软件产业集群', '南京市人民政府', undefined, '鼓楼区', '软件'],
    ['白银有色金属产业集群', '甘肃省人民政府', undefined, '白银市', '有色金属'],
    ['苏南特种合金材料集群', null, undefined, '江苏省', '特种合金材料'],
    ['软件和信息服务业产业集群', '南昌市人民政府', undefined, '南昌市', '软件和信息服务业'],
    ['东莞市长安镇五金模具产业集群', null, undefined, '东莞市', '五金模具'],
    ['赣州（章贡）稀土产业集群', JX, undefined, '章贡区', '稀土'],
    ['上海市浦东新区集成电路集群', null, undefined, '浦东新区', '集成电路'],
    ['西咸新区氢能产业集群', '陕西省人民政府', '陕西西咸新区', '陕西省', '氢能'],
    // over several places
    ['鹰饶抚昌铜基新材料集群', JX, undefined, null, '铜基新材料'],
    ['长三角（含江西）大飞机集群', JX, undefined, null, '大飞机'],
    ['成都市、德阳市高端能源装备集群', null, undefined, null, '高端能源装备'],
    ['广佛惠超高清视频和智能家电集群', null, undefined, null, '超高清视频和智能家电'],
    // words that are no place here
    ['新建汽车产业集群', JX, undefined, undefined, '新建汽车'],
    ['新兴产业集群', '广东省人民政府', undefined, undefined, '新兴'],
    ['长安汽车产业集群', '重庆市人民政府', undefined, undefined, '长安汽车'],
    ['省级先进制造业集群', '吉安市人民政府', undefined, '吉安市', undefined],
  ])('%s in a notice of %s', (name, issuer, park, place, industry) => {
    expect(read(name, issuer)).toEqual([park, place, industry]);
  });

  it('knows a park under the name it had on the day of the notice', () => {
    expect(read('贵溪经开区线缆产业集群', JX, undefined, '2023-05-01')[0]).toBe('江西贵溪经济开发区');
    expect(read('贵溪经开区线缆产业集群', JX, undefined, '2024-11-01')[0]).toBe('贵溪经济技术开发区');
    expect(read('遂川工业园区线路板产业集群', JX, undefined, '2022')[0]).toBe('江西遂川工业园区');
  });

  it('reads 高新区 inside the notice’s own city', () => {
    const [park] = resolver.cluster('高新区直升机产业集群', noticeOf('景德镇市人民政府'));
    expect(park).toMatchObject({ slot: 'park', entity_id: 'jx-jingdezhen-gxq', method: 'context' });
  });

  it('takes the park that the notice gives beside the name, and no part of it for the industry', () => {
    const beside = (name: string, park: string) =>
      resolver.cluster(name, noticeOf('江西省工业和信息化厅'), { park }).map(({ slot, entity_name }) => [slot, entity_name]);
    expect(beside('遂川线路板产业集群', '遂川工业园区')).toContainEqual(['park', '江西遂川工业园区']);
    expect(beside('遂川石化区精细化工产业集群', '遂川石化经济技术开发区')).toEqual(
      expect.arrayContaining([
        ['park', '遂川石化经济技术开发区'],
        ['industry', '精细化工'],
      ]),
    );
  });

  it('takes the place that the notice gives beside the name before one that its sentence names, and a zone of its own for no industry', () => {
    const found = resolver.cluster('云岭开发区智能终端产业集群', noticeOf('贵州省工业和信息化厅'), {
      surrounding: '贵阳市、遵义市的集群由良好晋升为优秀，云岭开发区智能终端产业集群为良好',
      place: '铜仁市',
    });
    expect(found.map(({ slot, entity_name }) => [slot, entity_name])).toEqual([
      ['place', '铜仁市'],
      ['industry', '智能终端'],
    ]);
    const named = resolver.cluster('碧江苗药产业集群', noticeOf('贵州省工业和信息化厅'), { place: '遵义市' });
    expect(named.find(({ slot }) => slot === 'place')?.entity_name).toBe('碧江区');
  });

  it('a zone that nobody lists is unresolved, and no part of the industry', () => {
    const found = resolver.cluster('郑州云岭航空港区智能终端产业集群', noticeOf('河南省人民政府'));
    expect(found.map(({ slot, method }) => [slot, method])).toEqual([
      ['park', 'unresolved'],
      ['place', 'alias'],
      ['industry', 'rule'],
    ]);
  });

  it('takes for a town what the notice calls one', () => {
    const industry = (text: string) =>
      resolver
        .cluster('大邱庄焊接钢管产业集群', noticeOf('天津市静海区人民政府', { text }))
        .find(({ slot }) => slot === 'industry')?.entity_name;
    expect(industry('支持大邱庄焊接钢管产业集群。（大邱庄镇人民政府）')).toBe('焊接钢管');
    expect(industry('支持大邱庄焊接钢管产业集群。')).toBe('大邱庄焊接钢管');
  });

  it('keeps the places that lost', () => {
    const place = resolver.cluster('鼓楼区软件产业集群', noticeOf(null)).find(({ slot }) => slot === 'place');
    expect(place).toMatchObject({ entity_id: null, method: 'unresolved' });
    expect(place?.candidates).toHaveLength(4);
  });
});

describe('a cluster whose name gives no place', () => {
  const JDZ = '景德镇市人民政府';

  it('is where its sentence says', () => {
    expect(read('精细化工集群', JDZ, '其他县先行。乐平市要建好精细化工集群')).toEqual([undefined, '乐平市', '精细化工']);
    expect(read('直升机集群', JDZ, '高新区要牵头建好直升机集群')).toEqual([undefined, '景德镇市', '直升机']);
  });

  it('is in what several places of the sentence share', () => {
    expect(read('先进陶瓷集群', JDZ, '昌南新区、浮梁县要建设先进陶瓷集群')[1]).toBe('景德镇市');
  });

  it('is in the notice’s own city or county, never in a whole province', () => {
    expect(read('先进陶瓷集群', JDZ)[1]).toBe('景德镇市');
    expect(read('现代针纺产业集群', '青山湖区人民政府')[1]).toBe('青山湖区');
    expect(read('先进陶瓷集群', JX)[1]).toBeUndefined();
  });
});
