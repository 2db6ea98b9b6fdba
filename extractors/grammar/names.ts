import { GENERIC_WORDS, ONE_CHARACTER_INDUSTRIES, OTHER_CLUSTERS, SWARMS } from '../../corpus/lexicon/cluster-words.js';
import { AT_LARGE, NO_REGIONS } from '../../corpus/lexicon/grade-words.js';
import { splitOutside } from './lists.js';
import { placeAt } from './places.js';

/** Endings of places' and parks' names as notices write them. */
const PARK_END =
  /(经开区|高新区|开发区|工业园区?|产业园区?|科技园区?|园区|集聚区|新区|临空经济区|经济区|示范区|试验区|保税区|产业基地|合作区|新城|科创城|特色小镇|(?:物流|产业|工业|科技|智慧|装备|材料|医药|食品|软件|电子|汽车|机械|零部件|家具|纺织|服装|化工|创业|创新|孵化)园)$/;
const REGION_END = /(省|市|县|区|州|旗|盟|镇|乡|街道|管理局)$/;
const CLUSTER_END = /集群$/;

/** Park or place in front of a name: `南昌小蓝经开区`, `进贤县`, `陈埭镇`, `长三角（含江西）`. */
export const LEADING_PLACE =
  /^(?:[\u4e00-\u9fa5]{2,14}?(?:经开区|高新区|开发区|工业园区?|产业园区?|科技园区?|园区|新区|经济区|示范区)|[\u4e00-\u9fa5]{2,8}?(?:自治区|省(?![级])|自治州|市(?![场级政值民域])|自治县|县(?![级域])|区(?![域块位级])|州|旗|盟)|[\u4e00-\u9fa5]{2,4}?(?:(?<![城乡小古])镇|街道|(?<![城家故下返])乡(?![村镇愁贤土]))|长三角|珠三角|粤港澳大湾区|京津冀|成渝(?:地区)?|环[\u4e00-\u9fa5]{1,3}湾?)/;

export type NameKind = 'cluster' | 'park' | 'region';

/** What a name is the name of, by its ending; null where it tells nothing or speaks of all there are. */
export function kindOfName(name: string): NameKind | null {
  const bare = name.replace(/（[^）]*）$/, '');
  if (AT_LARGE.test(name) || NO_REGIONS.test(bare)) return null;
  if (CLUSTER_END.test(bare)) return 'cluster';
  if (PARK_END.test(bare)) return 'park';
  return REGION_END.test(bare) ? 'region' : null;
}

const GENERIC = new RegExp(`(?:${GENERIC_WORDS.join('|')})`, 'g');

/** What of a cluster's name is more than type, size and number: its industry or its place. */
export function ownPart(name: string): string {
  return name.replace(/(先进制造业|战略性新兴产业|产业|工业|制造业)?集群$/, '').replace(GENERIC, '');
}

const OTHER = new RegExp(`(?:${OTHER_CLUSTERS.join('|')})集群$`);
const SWARM = new RegExp(`^(?:[\\u4e00-\\u9fa5]{0,4})(?:${SWARMS.join('|')})集群$`);

/** The end of an enumeration: `A、B、C三大产业集群`. */
const SEVERAL = /[一二三四五六七八九十两几多\d][大个](?:产业|先进制造业|特色|优势|支柱|主导|重点)*集群$/;

/** True for the cleaned name of a cluster of its own, by its form alone. */
export function isClusterName(name: string): boolean {
  if (!CLUSTER_END.test(name) || OTHER.test(name) || name.length > 45) return false;
  if (/等(?!级|离子|温|静压)/.test(name) || SEVERAL.test(name)) return false;
  const place = placeAt(name);
  const rest = withoutPlace(name);
  if (rest === name && place === null && SWARM.test(name)) return false;
  return isIndustry(ownPart(name)) && ownPart(rest) !== '' && (place === null || ownPart(name.slice(place.length)) !== '');
}

/** True for what is left of a name when it names an industry: two characters, or one that is an industry. */
const isIndustry = (own: string) => own.length >= 2 || ONE_CHARACTER_INDUSTRIES.has(own);

/** A name without the place or park in front of it. */
export function withoutPlace(name: string): string {
  const known = placeAt(name);
  if (known?.sure) return name.slice(known.length);
  return name.replace(LEADING_PLACE, '');
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
  const place = placeAt(name);
  return place !== null && isIndustry(ownPart(name.slice(place.length)));
}
