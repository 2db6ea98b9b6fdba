import type { TargetRead } from '../../schemas/index.js';

type Comparator = TargetRead['comparator'];

const COMPARATOR_WORDS: readonly (readonly [string, Comparator])[] = [
  ['不超过', 'lte'],
  ['不高于', 'lte'],
  ['不多于', 'lte'],
  ['不大于', 'lte'],
  ['控制在', 'lte'],
  ['压缩到', 'lte'],
  ['压缩至', 'lte'],
  ['压减到', 'lte'],
  ['压减至', 'lte'],
  ['下降到', 'lte'],
  ['下降至', 'lte'],
  ['降低到', 'lte'],
  ['降低至', 'lte'],
  ['降到', 'lte'],
  ['降至', 'lte'],
  ['缩短到', 'lte'],
  ['缩短至', 'lte'],
  ['低于', 'lt'],
  ['少于', 'lt'],
  ['小于', 'lt'],
  ['不少于', 'gte'],
  ['不低于', 'gte'],
  ['不小于', 'gte'],
  ['不得低于', 'gte'],
  ['不得少于', 'gte'],
  ['至少', 'gte'],
  ['达到或超过', 'gte'],
  ['提高到', 'gte'],
  ['提高至', 'gte'],
  ['提升到', 'gte'],
  ['提升至', 'gte'],
  ['增长到', 'gte'],
  ['增长至', 'gte'],
  ['增加到', 'gte'],
  ['增加至', 'gte'],
  ['增至', 'gte'],
  ['扩大到', 'gte'],
  ['扩大至', 'gte'],
  ['上升到', 'gte'],
  ['上升至', 'gte'],
  ['发展到', 'gte'],
  ['发展至', 'gte'],
  ['保持在', 'gte'],
  ['稳定在', 'gte'],
  ['维持在', 'gte'],
  ['达到', 'gte'],
  ['达', 'gte'],
  ['超过', 'gt'],
  ['突破', 'gt'],
  ['高于', 'gt'],
  ['大于', 'gt'],
  ['多于', 'gt'],
  ['逾', 'gt'],
  ['超', 'gt'],
  ['大约', 'approx'],
  ['约', 'approx'],
  ['接近', 'approx'],
  ['近', 'approx'],
];

/** Comparators in front of a figure; longer ones first, so that 不少于 is not read as 少于. */
export const COMPARATORS = [...COMPARATOR_WORDS].sort((a, b) => b[0].length - a[0].length);

/** Words behind a figure that say how it compares. */
export const AFTER: readonly (readonly [string, Comparator])[] = [
  ['及以上', 'gte'],
  ['或以上', 'gte'],
  ['以上', 'gte'],
  ['及以下', 'lte'],
  ['以下', 'lte'],
  ['以内', 'lte'],
  ['之内', 'lte'],
  ['左右', 'approx'],
  ['上下', 'approx'],
];

/** Verbs of growth in front of a figure, with the way they point. */
export const GROWTH_UP =
  /(?:年均|年平均|平均每年|每年|同比|较上年|比上年|累计|总体|力争)?(?:增长率?|递增|增速|增幅|提高|提升|增加|上升|翻番|新增)(?:速度|率)?(?:实现|为|保持)?$/;
export const GROWTH_DOWN =
  /(?:年均|年平均|平均每年|每年|同比|较上年|比上年|累计|总体)?(?:下降率?|降低|减少|削减|压减|缩短|压缩|降幅|节约)(?:率)?(?:实现|为)?$/;
export const ANNUAL = /(年均|年平均|平均每年|每年|逐年|(?<!\d)年增长|(?<!\d)年递增|同比|增速|增长速度|较上年|比上年)/;

/** Verbs that say what is to be done with what is counted. */
export const GOAL_VERB =
  /(力争|争取|确保|努力|实现|培育|打造|新增|新建|引进|引育|建设|建成|建立|创建|创成|完成|实施|推进|开展|组织|举办|支持|达到|提高|提升|突破|超过|不少于|不低于|培养|认定|发展|推动|覆盖|保障|落地|招引|签约|开工|竣工|投产|投入|筹集|发放|改造|布局|壮大|形成|拥有|遴选|选树|选派|推广|储备|制定|制修订|攻克|申报|跟踪|入库|谋划|集聚|孵化|转化|搭建|组建|设立|盘活|供应|淘汰|复制|吸纳|扶持|构建|选育|评选|入围|安装|配备|购置|更新|开通|整治|治理|修复|修建|铺设|种植|营造|达|设置率|率)/;

/** What stands in front of an indicator and is no part of it. */
export const LEADING =
  /^(?:力争用?|争取|确保|努力|力促|预计|计划|使|让|其中|同时|并且?|且|到时|届时|以|将|要|每年|年均|全力|加快|着力|成功|全年|年内|当年|上半年|下半年|[一二三四]季度|争创|累计|滚动|精准|积极|优先|持续|大力|逐步|基本|共|力争实现|目标是|做到|还要|也要|分别|再(?![生造制])|率先|新增|新建|新培育|新认定|实现|培育形成|培育壮大|培育|打造|引进共建|引进培育|引进|引育|建设|建成|建立|创建|创成|完成|实施|推进|开展|组织|举办|支持|跟踪推进|跟踪|拥有|形成|推动|达到|扶持|认定|遴选|选树|发展|壮大|布局|组建|设立|搭建|攻克|招引|签约|落地|复制|培养|保障|投入|投资建设)(?=.)/;

/** Sections that tell what is, not what is to be. */
export const BACKGROUND = /(背景|现状|基础|态势|成效|成就|问题|形势|机遇|挑战|意义|回顾|基本情况|发展情况|工作情况|短板|差距)/;

/** A sentence on who may apply. */
export const APPLICANT =
  /^(申报|申请|参评|推荐|入选|遴选|拟申报)(企业|单位|主体|项目|平台|对象|人|园区|集群)|^(上年度|上一年度|近[一二两三]年)|具有独立法人|注册(地|登记|成立)/;

/** Sections that say what an applicant must have, not what is to be reached. */
export const CONDITIONS =
  /((申报|遴选|认定|评选|入选|准入|申请|基本|推荐|扶持|支持)(条件|对象|范围|标准|要求)|评价指标|支持标准|奖补标准|扶持政策)/;

/** Words that put a sentence into the past or present. */
export const PAST =
  /(已(?!经.{0,6}同意)|现有|目前|截至|截止|去年(?!底)|近年来|近几年|年以来|年来|以来|现已|当前|一直|曾|先后|累计已|历年|过去|成立后|时期形成|仅为|仅相当于|位居|排名|排第)/;
/** Comparisons with the year before: past, unless a date to come governs the paragraph. */
export const COMPARED = /(比上年|较上年|比去年|较去年|同比(?:增长|下降|提升|提高)(?!达到|力争))/;
/** Words that put it into the future. */
export const FUTURE =
  /(力争|争取|确保|努力实现|未来|今后|每年|预期目标|主要目标|总体目标|发展目标|三年内|五年内|三年左右|规划期末)/;
/** In a section that tells what is, only these words turn to what is to be. */
export const FIRM_FUTURE = /(力争|争取到|确保到|未来[三五\d]年)/;

/** Money that is given or asked, not aimed at. */
export const SUBSIDY =
  /(奖励|补助|补贴|奖补|给予|资助|罚款|贴息|一次性|最高不超过|每家|每户|每个.{0,6}(不超过|万元)|封顶|限额|奖金|注册资本|缴纳|收取|减免|授信额度|单笔|上限)/;

/** Nouns that are counted for the order of a text, not as an aim. */
export const NO_AIM =
  /^(方面|指标|考核指标|阶段|环节|步骤|部分|工作日|原则|坚持|层级|层次|维度|领域|类型|重点领域|方向|一流|一批|一|关键|梯队|定位|字|统筹|统一|转变|结合|同步|不|确保|清单|工程|专项行动|行动|任务|月|百分点|小时内|产业链|重大|亮点|典型应用场景)/;

/** Scope words: whom a figure holds for. */
export const SCOPE =
  /(全省各?|全市各?|全区(?!域)|全县|全州|全国(?!平均|先进|领先|一流|第|首|知名|家|重点|示范)|全镇|全盟|全旗|全域|我省|我市|我区|我县|各设区市|各县（市、区）|各县（区）|各县区|各市州|各市（州）|各市|各地|各区|各园区|各开发区|全省集群|省级以上开发区|每个县（市、区）)/g;

/** Nouns of measure: an indicator that consists of one alone takes the subject of the clause before. */
export const MEASURE =
  /^(?:总?规模|总量|总数|数量|总额|增速|占比|比重|产值|总产值|增加值|营业收入|主营业务收入|销售收入|营收|利润|利税|投资|总投资|贡献率|覆盖率|普及率|占有率|利用率|合格率|年均增长|同比增长|增长|.{0,3}率)$/;

/** Nouns with which a shared measure ends: `A产业、B产业营业收入`. */
export const SHARED_MEASURE =
  /(营业收入|主营业务收入|销售收入|总产值|产值|增加值|固定资产投资|投资|收入|利润|比重|占比|规模|总量|数量|数|面积|产量|销量|能力|[\u4e00-\u9fa5]{1,4}率)$/;
