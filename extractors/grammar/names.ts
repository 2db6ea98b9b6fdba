import { PLACE_SHORT_NAMES } from '../../corpus/lexicon/places.js';
import { splitOutside } from './lists.js';

/** Endings of places' and parks' names as notices write them. */
const PARK_END =
  /(经开区|高新区|开发区|工业园区?|产业园区?|科技园区?|园区|集聚区|新区|临空经济区|经济区|示范区|试验区|保税区|产业基地|合作区|新城|科创城|特色小镇|物流园)$/;
const REGION_END = /(省|市|县|区|州|旗|盟|镇|乡|街道|管理局)$/;
const CLUSTER_END = /集群$/;

/** Park or place in front of a name: `南昌小蓝经开区`, `进贤县`, `长三角（含江西）`. */
export const LEADING_PLACE =
  /^(?:[\u4e00-\u9fa5]{2,14}?(?:经开区|高新区|开发区|工业园区?|产业园区?|科技园区?|园区|新区|经济区|示范区)|[\u4e00-\u9fa5]{2,8}?(?:自治区|省(?![级])|自治州|市(?![场级政值民域])|自治县|县(?![级域])|区(?![域块位级])|州|旗|盟)|长三角|珠三角|粤港澳大湾区|京津冀|成渝(?:地区)?|环[\u4e00-\u9fa5]{1,3}湾?)/;

/** What a name is the name of, by its ending; null where it tells nothing. */
export function kindOfName(name: string): 'cluster' | 'park' | 'region' | null {
  const bare = name.replace(/（[^）]*）$/, '');
  if (CLUSTER_END.test(bare)) return 'cluster';
  if (PARK_END.test(bare)) return 'park';
  return REGION_END.test(bare) ? 'region' : null;
}

/**
 * Words that make a type, a size or a group of clusters and name none: what is left of `省级先进制造业集群` without them is nothing.
 * Longer words first where one holds another.
 */
const GENERIC_WORDS = [
  '战略性',
  '成长型',
  '支柱性?',
  '标志性',
  '国家级',
  '省级',
  '市级',
  '县级',
  '区级',
  '世界级',
  '国际级',
  '万亿级?',
  '五?千亿元?级?',
  '五?百亿元?级?',
  '\\d+(?:\\.\\d+)?亿元?级?',
  '规模',
  '过',
  '超',
  '级',
  '先进制造业',
  '战略性新兴',
  '新兴',
  '未来',
  '特色',
  '优势',
  '重点',
  '主导',
  '支柱',
  '传统',
  '现代化?',
  '高端',
  '高新技术',
  '高技术',
  '创新型',
  '创新',
  '数字',
  '绿色',
  '低碳',
  '转型',
  '中小企业',
  '专业化',
  '区域',
  '地方',
  '一批',
  '若干',
  '各类?',
  '全部',
  '主要',
  '龙头',
  '工业',
  '制造业',
  '服务业',
  '生产性',
  '服务型',
  '试点',
  '产业',
  '先进',
  '培育',
  '国家',
  '全省',
  '全市',
  '全国',
  '全区',
  '全县',
  '我省',
  '我市',
  '我县',
  '我区',
  '本地',
  '当地',
  '以上',
  '以下',
  '具有',
  '竞争力',
  '影响力',
  '新型',
  '大型',
  '上下游',
  '完整',
  '链',
  '群',
  '一二三四五六七八九十',
  '[一二三四五]星级?',
  '星级',
  '评价',
  '结果',
  '优秀',
  '良好',
  '合格',
  '等次',
  '名单',
  '年度',
  '\\d{4}年',
  '\\d+(?:[-—]\\d+)?个',
  '[一二三四五六七八九十两几多]+[个大]',
  '[\\d]+',
  '和',
  '及',
  '与',
  '或',
  '等',
  '、',
  '“|”',
  '\\+',
  '“?十[二三四五]五”?',
  '首批',
  '第[一二三四五六七八九十]批',
  '有',
  '强',
  '化',
  '的',
  '其他',
  '相关',
  '现有',
  '示范',
  '标杆',
  '品牌',
  '复合',
  '融合',
  '升级',
  '梯次',
  '升',
];
const GENERIC = new RegExp(`(?:${GENERIC_WORDS.join('|')})`, 'g');

/** What of a cluster's name is more than type, size and number: its industry or its place. */
export function ownPart(name: string): string {
  return name.replace(/(先进制造业|战略性新兴产业|产业|工业|制造业)?集群$/, '').replace(GENERIC, '');
}

/** Other things that come in 集群 and are no industry. */
const NO_INDUSTRY =
  /(企业|项目|人才|城市|医院|学校|院校|平台|服务器|算力|酒店|住宅|建筑|村落|景区|基站|无人机|卫星|工厂|车间|机器人)集群$/;

/** The end of an enumeration: `A、B、C三大产业集群`. */
const SEVERAL = /[一二三四五六七八九十两几多\d][大个](?:产业|先进制造业|特色|优势|支柱|主导|重点)*集群$/;

/** True for the cleaned name of a cluster of its own, by its form alone. */
export function isClusterName(name: string): boolean {
  if (!CLUSTER_END.test(name) || NO_INDUSTRY.test(name) || name.length > 45) return false;
  if (/等(?!级|离子|温|静压)/.test(name)) return false;
  if (SEVERAL.test(name)) return false;
  const own = ownPart(name);
  if (own.length < 2) return false;
  const withoutPlace = ownPart(name.replace(LEADING_PLACE, ''));
  return withoutPlace.length >= 1 && !/等$/.test(name.replace(/(产业)?集群$/, ''));
}

/** Items of a list of names: split at 、 ； ， and line ends outside brackets, numbers in front and full stops behind dropped. */
export function nameList(text: string): { name: string; from: number; to: number }[] {
  return splitOutside(text, '、；，。\n')
    .map((part) => {
      const lead = /^(?:和|及|以及|与|\d{1,3}[.、．)）]|（\d{1,3}）|[①-⑳]|-)/.exec(part.text)?.[0].length ?? 0;
      return { name: part.text.slice(lead), from: part.from + lead, to: part.to };
    })
    .filter((item) => item.name !== '');
}

/** True for a name that begins with a county's, city's or province's short name (`南康家具产业集群`) and goes on with an industry. */
export function hasPlace(name: string): boolean {
  for (const length of [4, 3, 2])
    if (PLACE_SHORT_NAMES.has(name.slice(0, length)) && ownPart(name.slice(length)).length >= 2) return true;
  return false;
}
