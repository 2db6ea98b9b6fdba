import type { TargetRead } from '../../schemas/index.js';
import type { State } from './state.js';
import { COUNTED, type Figure } from './sentence.js';
import { ANNUAL, APPLICANT, GOAL_VERB, GROWTH_DOWN, GROWTH_UP, NO_AIM, SUBSIDY } from './words.js';

export const RARELY_AIMED = new Set([
  '个基点',
  '次',
  '类',
  '种',
  '期',
  '批',
  '村',
  '天',
  '小时',
  '分钟',
  '工作日',
  '个工作日',
  '批次',
  '对',
  '组',
  '片',
  '轴',
  '箱',
  '度',
  '篇',
  '床',
  '米',
  '立方',
  '户次',
]);

/** A year before the notice's own right in front of a figure tells what was; 较2024年 only compares. */
function pastYear(words: string, issued: number | null): boolean {
  const years = [...words.matchAll(/(较|比|相比|由|从)?(20\d\d)年/g)].filter((m) => m[1] === undefined);
  const last = years.at(-1)?.[2];
  return last !== undefined && issued !== null && Number(last) < issued;
}

/** Is this figure something aimed at? Sizes that only define what is counted, past figures, subsidies and mere numbering are not. */
export function isAim(sentence: string, clause: string, f: Figure, state: State, plan: boolean): boolean {
  const { quantity: q } = f;
  if (state.past && !state.future) return false;
  if (/(按|按照|对|最高|不超过).{0,14}$/.test(f.left) && /(给予|予以|奖励|补助|补贴|资助|补偿)/.test(sentence)) return false;
  if (/(补偿|奖励|补助|补贴|贴息)(比例|标准|额度|金额)/.test(clause)) return false;
  if (pastYear(clause.slice(0, f.quantity.from - f.clause.from), state.issued)) return false;
  if (f.quantity.unit === '%' && /(减?按|按不低于.{0,16}的?)$/.test(f.left)) return false;
  if (state.regulation && state.due === null) return false;
  if (/(申报|推荐|报送|选送|提名)$/.test(f.left)) return false;
  if (APPLICANT.test(clause) || APPLICANT.test(sentence)) return false;
  if (/^对.*的(企业|项目|单位|园区|集群|个人|团队|平台|机构)/.test(clause)) return false;
  if (SUBSIDY.test(clause) && /元$/.test(q.unit) && !(q.value >= 1e8 && /^(不少于|不低于|达到)$/.test(f.before))) return false;
  if (SUBSIDY.test(sentence) && /元$/.test(q.unit) && q.value < 1e8 && /(奖励|补助|补贴|给予|资助|奖补)/.test(sentence))
    return false;
  if (
    /(等|列入[^，]*|纳入[^，]*|首批[^，]*|本批[^，]*|共?安排|清单的)$/.test(f.left) &&
    COUNTED.has(q.unit) &&
    f.comparator === null
  )
    return false;
  if (/(已|现有|原有|目前)[^，]{0,12}$/.test(f.left) && f.comparator === null) return false;
  if (COUNTED.has(q.unit) && NO_AIM.test(f.right) && f.comparator === null) return false;
  if (q.chinese && q.unit !== '倍' && q.value < 10 && f.comparator === null) return false;
  if (
    q.chinese &&
    /^[一二三四五六七八九十两]$/.test(sentence.slice(q.from, q.from + 1)) &&
    q.value < 10 &&
    !/(不少于|至少|不低于|达到|以上)/.test(clause)
  )
    return false;
  if (RARELY_AIMED.has(q.unit) && f.comparator === null && growthOf(f).growth === null) return false;
  if (/(占地|建筑面积|第$|排名|名列|位列|注册|成立于|高于|低于).{0,6}$/.test(f.left) && !/(力争|达到)/.test(clause)) return false;
  const verb =
    GOAL_VERB.test(clause.slice(0, f.quantity.from - f.clause.from)) ||
    GOAL_VERB.test(sentence.slice(0, f.clause.from)) ||
    f.comparator !== null;
  if (state.future) return verb || f.left !== '' || state.subject !== null;
  return plan && verb;
}

export function growthOf(f: Figure): Pick<TargetRead, 'growth' | 'direction'> {
  const left = `${f.left}${f.before}`;
  const bare = f.left.replace(/(力争|确保|争取|不|达到|保持|实现|均|分别)+$/, '');
  const up = GROWTH_UP.test(bare) && !/新增$/.test(bare);
  const down = GROWTH_DOWN.test(bare);
  const toValue = /(到|至)$/.test(f.before) && f.before !== '达到';
  if (f.quantity.unit === '倍' && f.quantity.max === null && !/翻/.test(left) && !up) return { growth: null, direction: null };
  const rate = /^(%|‰|个百分点|倍)$/.test(f.quantity.unit);
  if ((up || down) && !toValue && !rate) return { growth: null, direction: down ? 'decrease' : 'increase' };
  if ((up || down) && !toValue)
    return { growth: ANNUAL.test(left) ? 'annual' : 'total', direction: down ? 'decrease' : 'increase' };
  if (/^(下降|降低|降|压缩|压减|缩短|减少)/.test(f.before)) return { growth: null, direction: 'decrease' };
  if (/^(提高|提升|增长|增加|增至|扩大|上升|发展)/.test(f.before)) return { growth: null, direction: 'increase' };
  return { growth: null, direction: null };
}

/** 每年 in the figure's own clause holds for it and for the list it stands in. */
export const yearly = (sentence: string, f: Figure) => /每年(?!度|初|底|末)/.test(sentence.slice(f.clause.from, f.quantity.from));

export const baseYear = (clause: string): number | null => {
  const m = /(?:较|比|相比|对比)(20\d{2})年/.exec(clause);
  return m ? Number(m[1]) : null;
};
