import type { TargetRead } from '../../schemas/index.js';

export type Comparator = TargetRead['comparator'];

/** One of the words, longer ones first, so that 不少于 is not read as 少于. */
export const oneOf = (words: readonly string[]): string => [...words].sort((a, b) => plain(b).length - plain(a).length).join('|');
/** A word without what must not stand beside it. */
const plain = (word: string): string => word.replace(/\(\?<?[!=][^)]*\)/g, '');

// ---- how a figure compares ----

const TO_A_CEILING = ['压缩', '压减', '下降', '降低', '缩短', '减少', '控制', '降', '缩'];
const TO_A_FLOOR = [
  '提高',
  '提升',
  '增长',
  '增加',
  '扩大',
  '扩展',
  '拓展',
  '延长',
  '上升',
  '攀升',
  '跃升',
  '爬坡',
  '发展',
  '增',
  '升',
];
const ends = (words: readonly string[], comparator: Comparator): (readonly [string, Comparator])[] =>
  words.flatMap((word) => [[`${word}到`, comparator] as const, [`${word}至`, comparator] as const]);

const COMPARATOR_WORDS: readonly (readonly [string, Comparator])[] = [
  ['不超过', 'lte'],
  ['不得超过', 'lte'],
  ['不高于', 'lte'],
  ['不多于', 'lte'],
  ['不大于', 'lte'],
  ['控制在', 'lte'],
  ...ends(TO_A_CEILING, 'lte'),
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
  ...ends(TO_A_FLOOR, 'gte'),
  ['保持在', 'gte'],
  ['稳定在', 'gte'],
  ['维持在', 'gte'],
  ['迈上', 'gte'],
  ['跃上', 'gte'],
  ['跨上', 'gte'],
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
  ['≥', 'gte'],
  ['≤', 'lte'],
  ['>', 'gt'],
  ['<', 'lt'],
];

/** Comparators in front of a figure; longer ones first. */
export const COMPARATORS = [...COMPARATOR_WORDS].sort((a, b) => b[0].length - a[0].length);

/** Words that end like a comparator and are none: 节约, 集约, 雷达. */
export const NO_COMPARATOR = /(?:节约|集约|签约|合约|履约|附近|邻近|靠近|发达|雷达|马达|表达|传达|赶超|反超)$/;

/** `压缩至法定时限的20%`, `达到销售总量的一半`: a share of something that is named in front of it. */
export const SHARE_OF = new RegExp(
  `(${oneOf([...ends([...TO_A_CEILING, ...TO_A_FLOOR], 'lte').map(([w]) => w), '达到'])})[^，]{1,12}的$`,
);

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

/** 基本 in front of a comparator or a figure makes it an estimate. */
export const ROUGHLY = /(?:基本|大体|大致|总体上?)$/;
/** 至少 may stand before the verb: `至少建成1个`. */
export const AT_LEAST = /(?:至少|不少于|不低于)[^，、]{0,8}$/;

// ---- growth ----

const UP = ['增长', '增长率', '增长速度', '递增', '增速', '增幅', '提高', '提升', '增加', '上升', '扩大'];
const DOWN = ['下降', '下降率', '降低', '减少', '削减', '压减', '缩短', '压缩', '降幅', '节约', '下浮'];
/** Verbs and nouns of growth at the end of the words in front of a figure. */
export const GROWS = new RegExp(`(?<!整治|改造|优化|转型|质量|品质)(?:${oneOf(UP)})$`);
export const FALLS = new RegExp(`(?:${oneOf(DOWN)})$`);
/** Nouns of growth that speak of one year. */
export const YEARLY_GROWTH = /(?:增速|增长速度|(?<![\d全半])年增长率?)$/;
/** What stands before a verb of growth and makes it one of a year. */
export const PACE =
  /(?:年均|年平均|平均每年|每年|逐年|(?<![\d全一二三四五六七八九十两])年|同比|(?:较|比)(?:上年|去年)(?:同期)?)$/;
/** A year that is compared with. */
export const COMPARED_WITH = /(?:较|比|与|相比|对比)(20\d\d)年(?:底|末|同期)?(?:相比)?$/;
/** `减少二氧化碳排放40万吨`: the verb of decrease stands first. */
export const FALLS_FIRST = /^(?:减少|压减|削减|降低|节约)(?=.{2})/;

/** Words between subject, growth and figure that add nothing, each with what it must not be the end of. */
const FILLERS = [
  '力争',
  '争取',
  '确保',
  '预计',
  '努力',
  '有望',
  '(?<![主重需])要',
  '(?<![供响效适反相])应',
  '将',
  '(?<![许认])可',
  '也',
  '还',
  '再',
  '又',
  '实现',
  '完成',
  '累计',
  '合计',
  '总计',
  '共计',
  '(?<!公)共',
  '(?<![拥持占国保具自私所])有',
  '(?<![作行人])为',
  '是',
  '至',
  '到',
  '保持',
  '基本',
  '大体',
  '总体上?',
  '整体',
  '平均',
  '净增',
  '新增',
  '年内',
  '全年',
  '年度',
  '每年',
  '年均',
  '(?<![\\d一二三四五六七八九十])(?:\\d{1,2}|[一二三四五六七八九十两]{1,2})年(?:内|间)?',
];
export const FILLER = new RegExp(`(?:${oneOf(FILLERS)})$`);
/** 均, 都, 各 and 分别 in front of a comparator: what stands before them shares the figure or has one each. */
export const EACH = /(?<![年平人亩户日月地村店场])(?:均|(?<![首成])都|各)$/;
export const RESPECTIVELY = /分别$/;

// ---- what leads up to the subject ----

const LIST_MARKS =
  /^(?:\d{1,2}[.、．]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳]|[一二三四五]是|——|--|[●○■◆▲·•*※])/;
const PERIODS =
  /^(?:用|到|在|以)?(?:未来|今后|近期|规划期)?(?:[一二三四五六七八九十两]|\d{1,2})(?:(?:至|到|-|—|~)(?:[一二三四五六七八九十]|\d{1,2}))?年(?:内|之内|左右)?(?:的?时间)?(?=.{2}|$)|^(?:到|至)?(?:规划期末|期末|全年|年内|年底前?|今年|明年|当年|上半年|下半年|第?[一二三四]季度末?|每季度|每半年|每月|年度(?!投资|计划|目标|任务))(?:底|末)?(?:前)?|^[在于]?\d{1,2}月(?:\d{1,2}日)?(?:底|末)?(?:以?前)/;
const FREQUENCY = /^(?:每年|平均每年|年均)(?![度初底末])/;
const QUOTES = /^[”’]+|^[“‘](?![^”’]*[”’])/;
const HEDGES = [
  '力争用?',
  '争取',
  '确保',
  '努力',
  '力促',
  '预计',
  '拟',
  '计划(?!投资|总投资|完成)',
  '使(?![用命])',
  '让',
  '其中',
  '同时',
  '并且?',
  '且',
  '到时',
  '届时',
  '以',
  '将',
  '把',
  '要(?!素)',
  '目标是',
  '做到',
  '(?:[省市县区州]级?|各级|中央)?财政(?=每年|安排|统筹|设立|投入|三年|五年)',
  '强调',
  '指出',
  '提出',
  '指导',
  '鼓励',
  '引导',
  '督促',
  '要求',
  '促进',
  '还要?',
  '也要?',
  '均',
  '分别',
  '再(?![生造制])',
  '又',
  '累计',
  '总共',
  '基本(?!农田|公共|养老|医疗)',
  '共(?![享同建性识])',
  '的',
  '，',
  '、',
  '至少',
  '不少于',
  '不低于',
  '对(?!外|标|口|接|应|照|比)',
  '在(?=全)',
];
const ADVERBS = [
  '全力',
  '加快',
  '着力',
  '成功',
  '滚动',
  '精准',
  '积极',
  '优先',
  '持续',
  '大力',
  '逐步',
  '率先',
  '全面',
  '深入',
  '重点',
  '统筹',
  '同步',
  '共同',
  '联合',
  '继续',
  '进一步',
  '有序',
  '扎实',
  '稳步',
  '不断',
  '分批',
  '陆续',
  '新',
  '集中',
  '常态化',
  '定期',
  '主动',
  '择优',
];
/** Verbs that say what is to be done with what is counted, each with what it makes a noun with. */
const VERBS = [
  '争创',
  '获评',
  '获批',
  '荣获',
  '创成',
  '创建',
  '培育形成',
  '培育壮大',
  '壮大培育',
  '培育(?!期)',
  '打造',
  '新增',
  '净增',
  '新建',
  '新建改造',
  '新建(?:和|及|或|、)(?:改造|改扩建|改建|扩建|续建|提升)',
  '改建',
  '扩建',
  '改扩建',
  '引进共建',
  '引进培育',
  '引进',
  '引育',
  '招引',
  '吸引',
  '集聚',
  '汇聚',
  '建设(?!用地|项目$|规模|工期|面积|投资|成本|单位|标准(?!厂房|化)|任务|资金|周期)',
  '建成(?!区)',
  '建立',
  '建强',
  '完成',
  '实施',
  '实现',
  '推进',
  '推动',
  '推广(?:应用)?',
  '开展',
  '组织(?!部|化|机构)',
  '组织实施',
  '举办',
  '承办',
  '支持',
  '扶持',
  '帮扶',
  '跟踪',
  '拥有',
  '具备',
  '形成',
  '达到',
  '认定',
  '遴选',
  '选树',
  '选育',
  '选派',
  '评选',
  '命名',
  '发展(?!规模|水平|目标|资金)',
  '壮大',
  '做强',
  '做大',
  '布局',
  '组建',
  '设立',
  '成立',
  '搭建',
  '构建',
  '攻克',
  '突破',
  '签约(?!项目|率|面积|企业)',
  '落地(?!项目|率|面积|企业)',
  '开工(?!项目|率|面积|企业)',
  '开工建设',
  '竣工(?!项目|率|面积|企业|投产)',
  '竣工投产(?!项目|率|企业)',
  '投产(?!项目|率|面积|企业)',
  '建(?![设筑成立制行材工强档言议构国党军库])',
  '复制',
  '培养',
  '保障(?!性|房)',
  '投入(?!强度|产出)',
  '投资建设',
  '凝练',
  '发布',
  '安排',
  '导入',
  '带动',
  '腾出',
  '盘活',
  '开发(?!区|园|商|者|利用|强度)',
  '打通',
  '化解',
  '惠及',
  '撬动',
  '加装',
  '出具',
  '落实',
  '核增',
  '新核增',
  '开通',
  '筹集',
  '筹措',
  '筹措',
  '铺排',
  '储备',
  '谋划',
  '吸纳',
  '孵化(?!器|基地|园|场地|平台|面积|载体)',
  '转化(?!率)',
  '制定',
  '制修订',
  '配备',
  '购置',
  '建成投用',
  '投放',
  '拆除',
  '改造(?!企业|升级|提升|项目|面积|投资|任务|率|工程)',
  '入库(?!项目|率|面积|企业)',
];
const VERB = oneOf(VERBS);

/** What stands in front of an indicator and is no part of it, layer by layer: each begins where the one before ends. */
export const LEADING: readonly { name: string; pattern: RegExp }[] = [
  { name: 'list mark', pattern: LIST_MARKS },
  { name: 'torn quotation', pattern: QUOTES },
  { name: 'verb in brackets', pattern: /^（(?:改|扩|改扩|续|迁|新)建）/ },
  { name: 'period', pattern: PERIODS },
  { name: 'frequency', pattern: FREQUENCY },
  {
    name: 'what it is about',
    pattern:
      /^(?:围绕|聚焦|针对|依托|结合|通过|瞄准|面向)[^，]{2,24}?(?=(?:组织|开展|打造|培育|引进|建设|实施|举办|新增|建成|遴选|推出|发布))/,
  },
  { name: 'hedge', pattern: new RegExp(`^(?:${oneOf(HEDGES)})`) },
  { name: 'verb', pattern: new RegExp(`^(?:${VERB})(?![的率额度性型化]|数(?![字智控据])|量(?![子产化]))(?=.{2}|$)`) },
  { name: 'adverb', pattern: new RegExp(`^(?:${oneOf(ADVERBS)})(?=${VERB})`) },
];

// ---- whom it holds for ----

/** What 各 and 每 are said of. */
const AREAS = [
  '设区市',
  '地市',
  '县（市、区）',
  '县（区）',
  '县（市）',
  '市（州）',
  '市（州、区）',
  '市州',
  '盟市',
  '县区',
  '区县',
  '县市区',
  '市县',
  '旗县区?',
  '旗区',
  '乡镇（街道）',
  '乡（镇）',
  '镇（街道）',
  '镇街',
  '乡镇',
  '街道',
  '村（社区）',
  '社区',
  '园区',
  '开发区',
  '工业园区',
  '产业园区',
  '片区',
  '高新区',
  '功能区',
  '市',
  '县',
  '区',
  '镇',
  '乡',
  '村',
  '地',
  '省',
  '州',
  '旗',
  '盟',
];
const AREA = `(?:${oneOf(AREAS)})`;
const WHOLE =
  '全(?:省各?|市各?|区(?!域)|县|州|镇|乡|村(?!振)|盟|旗|域(?!旅游|土地)|国(?!平均|先进|领先|一流|第|首|知名|家|重点|示范|性|百强|千强))|[我本](?:省|市|区|县|州|镇|旗|盟)(?![场民级属内外])';
/** Scope at the beginning of a clause: 全市, 各设区市, 每个县（市、区）. */
export const SCOPE = new RegExp(`^(${WHOLE}|(?:各|每[个座]?)${AREA}(?![级域直属])|省级以上开发区)`);
/** One of each of a kind: `每个省级产业集群组建1家…`, `每条重点产业链至少形成…`. */
export const EACH_ONE = new RegExp(
  `^(每[个条家座所支][\\u4e00-\\u9fa5（）、“”]{2,12}?)(?=(?:每年|年度|至少|均|都|要|应|力争|确保|新|累计)*(?:打造|建成|建设|形成|培育|组建|引进|新增|完成|实施|设立|配备|遴选|评选|选派|举办|开展|组织|创建|新建|布局|推广|建立|谋划|储备|签约|开工))`,
);
// ---- what is counted or measured ----

const MEASURES = [
  '总?规模',
  '总量',
  '总数',
  '数量',
  '总额',
  '占比',
  '比重',
  '总?产值',
  '总?产量',
  '增加值',
  '营业收入',
  '主营业务收入',
  '销售收入',
  '总?收入',
  '营收',
  '利润',
  '利润总额',
  '利税',
  '税收',
  '总?投资',
  '贡献率',
  '覆盖率',
  '普及率',
  '占有率',
  '利用率',
  '合格率',
  '年均增长',
  '同比增长',
  '增长',
  '.{0,3}率',
];
/** Nouns of measure: an indicator that consists of one alone takes the subject of the clause before. */
export const MEASURE = new RegExp(`^(?:${oneOf(MEASURES)})$`);
/** `占GDP比重`: a share whose subject stands in the clause before. */
export const SHARE_ALONE = /^占[^占]{1,16}(?:比重|比例|份额)?$/;
/** `制造业增加值占规上工业的比重`: growth after it is growth of what it is a share of. */
export const RATIO = /^(.{2,}?)(?:占|对).{2,}(?:比重|比例|份额|贡献率?)$/;

const SHARED_MEASURES = [
  '营业收入',
  '主营业务收入',
  '销售收入',
  '总?产值',
  '增加值',
  '固定资产投资',
  '投资',
  '总?收入',
  '营收',
  '利润',
  '比重',
  '占比',
  '比例',
  '总?规模',
  '总量',
  '数量',
  '数',
  '面积',
  '年?产量',
  '年?产能',
  '销量',
  '能力',
  '浓度',
  '单位[^、]{2,8}(?:能耗|碳排放|用水量|产值)',
  '能耗',
  '碳排放(?:强度)?',
  '排放量',
  '用水量',
  '发电量',
  '装机',
  '装机容量',
  '[\u4e00-\u9fa5]{1,4}率',
];
/** Nouns with which a shared measure ends: `A产业、B产业营业收入`. */
export const SHARED_MEASURE = new RegExp(`(${oneOf(SHARED_MEASURES)})$`);
/** The measure with the noun that it is shared with: `A、B、C产业产值`. */
export const SHARED_ENDING = new RegExp(`((?:产业集群|集群|产业链|产业|行业|领域|经济)?(?:${oneOf(SHARED_MEASURES)}))$`);
/** What a list of qualifiers begins with: `国家级、省级绿色工厂`, `城市和农村生活垃圾处理率`. */
export const QUALIFIER =
  /^(?:国家级|省部级|部级|省级|市级|县级|区级|州级|镇级|世界级|国际级|自治区级|城市|城镇|农村|乡村|县城|乡镇|城乡|境内|境外|国内|国外|公办|民办|第?一产业|第?二产业|第?三产业|[一二三]产)(?:及?以上)?/;
const LEVEL = '(?:国家|省部?|部|市|县|区|州|自治区|世界|国际|[\\d.]*[一两三四五六七八九十百千]*[万亿千百十]+元?)级(?:及?以上)?';
const SIZE = '[超过]?[\\d.]*[一两三四五六七八九十]?[百千]?[万亿]元(?:级|以上)?';
/** A level or a size without what is of it: `省级15家`, `百亿级1家`. */
export const LEVEL_ALONE = new RegExp(`^(?:其中)?(?:${LEVEL}|${SIZE})$`);
export const LEVEL_FRONT = new RegExp(`^(?:${LEVEL}|.{0,12}?${SIZE}的?)`);
/** `新材料两大产业`: how many they are is said once more. */
export const HOW_MANY = /(?:[两二三四五六七八九十]|\d{1,2})[大个类项](?=[\u4e00-\u9fa5])/;
/** Nouns of doing behind a figure that name nothing themselves: `完成厂房15万平方米建设`, `支持40个试点集群建设`. */
export const DOING = /^(?:的)?(?:建设|改造|任务|工程|工作|目标|培育|创建|认定|治理|整治|修复|种植|铺设|安装)$/;
/** A clause that says of its subject only which way it goes: `企业数量倍增`, `产业规模持续壮大`. */
export const SWELLS =
  /^(.{2,20}?)(?:实现)?(?:倍增|翻番|(?:持续|稳步|不断|显著|明显|大幅|进一步|快速|逐步|稳定)(?:增长|扩大|壮大|提升|提高|增强|攀升|增加|做大|下降|降低|优化))$/;
/** Places side by side: whom a figure holds for, not what it counts. */
export const PLACES = /^(?:其中)?[\u4e00-\u9fa5]{2,8}[市县区州旗](?:、[\u4e00-\u9fa5]{2,8}[市县区州旗])+$/;

// ---- past, future, and what is no aim ----

/** Headings of what is still to be done, in a report too. */
export const PLANNED =
  /(下一步|下步|下半年|下阶段|工作安排|工作打算|工作要求|有关要求|重点工作|工作任务|主要任务|重点任务|主要目标|工作目标|抓保障|抓落实)/;
/** Sections that tell what is, not what is to be. */
export const BACKGROUND =
  /(背景|做法|经验|成绩|现状|基础|态势|成效|成就|问题|形势|机遇|挑战|意义|回顾|基本情况|发展情况|工作情况|运行情况|完成情况|工作进展|总体评价|(?:总体|评价|考核|运行|主要|有关)情况$|结果$|(?<!补.{0,10})短板|差距|项目概况)/;

/** Sections that say what an applicant must have or get, and how it goes, not what is to be reached. */
export const CONDITIONS =
  /((申报|遴选|认定|评选|入选|准入|申请|基本|推荐|扶持|支持)(条件|对象|范围|标准|要求)|评价指标|支持标准|奖补标准|扶持政策|(推荐|评审|认定|申报|评选|遴选|受理|报送|验收)(程序|流程|办法|方式|细则|结果)|评分|评价(办法|方法|方式|细则)|考核(办法|细则)|罚则|附则|奖励标准|奖项设置|名额分配|联系方式|材料要求)/;
/** Headings under which figures are aims whatever else the heading says. */
export const AIMS = /(目标|任务|举措|工作重点)/;

/** Words that put a sentence into the past or present. */
export const PAST =
  /(已(?!经.{0,6}同意)|现有|(?<!项)目前|截至|截止|去年(?!底)|近年来|近几年|年以来|年来|以来|现已|当前|一直|曾|先后|居.{0,8}(?:首位|前列|第[一二三\d])|累计已|历年|过去|成立后|时期形成|仅为|仅相当于|位居|排名|排第|据统计|据测算)/;
/** The same at the beginning of a clause: what follows in the sentence is past until a date to come. */
export const PAST_FRONT =
  /^(?:截至|截止|目前|当前|现有|近年来|近几年|近[一两二三四五]年|去年|上年|过去|“?十[二三四五]五”?以来|今年以来|据统计|在现有|原有|以前|此前|前期)/;
/** Comparisons with the year before: past, unless a date to come governs the paragraph. */
export const COMPARED = /(比上年|较上年|比去年|较去年|同比(?:增长|下降|提升|提高)(?!达到|力争))/;
/** Words that put it into the future. */
export const FUTURE =
  /(力争|争取|确保|努力实现|未来|今后|每年|预期目标|主要目标|总体目标|发展目标|三年内|五年内|三年左右|规划期末|明年)/;
/** In a section that tells what is, only these words turn to what is to be. */
export const FIRM_FUTURE = /(力争|争取到|确保到|未来[三五\d]年)/;

/** Verbs that say that it is to be done. */
export const GOAL_VERB =
  /(力争|争取|争创|获评|确保|努力|实现|培育|打造|新增|新建|引进|引育|建设|建成|建立|创建|创成|完成|实施|推进|开展|组织|举办|支持|达到|提高|提升|突破|超过|不少于|不低于|培养|认定|发展|推动|覆盖|保障|落地|招引|签约|开工|竣工|投产|投入|筹集|筹措|发放|改造|布局|壮大|形成|拥有|遴选|选树|选派|推广|储备|制定|制修订|攻克|申报|跟踪|入库|谋划|集聚|孵化|转化|搭建|组建|设立|盘活|供应|淘汰|复制|吸纳|扶持|构建|选育|评选|入围|安装|配备|购置|更新|开通|整治|治理|修复|修建|铺设|种植|营造|减少|压减|打通|贯通|扩建|净增|关停|腾退|承接|选聘|选拔|轮训|培训|走访|接待|消除|推出|研发|开设|增设|新开|新上|化解|处置|核增|安排|落实|配备|扩展|达|设置率|率)/;

/** Who may apply, and what is asked of him. */
export const APPLICANT =
  /^(申报|申请|参评|推荐|入选|遴选|拟申报)(企业|单位|主体|项目|平台|对象|人|园区|集群)|^(上年度|上一年度|近[一二两三]年)|具有独立法人|上一?年度[^，]{0,12}(?:收入|产值|投入|税收|利润|纳税)|注册(地|登记|成立)/;

/** Money that is given or asked, not aimed at. */
export const SUBSIDY =
  /(奖励|补助|补贴|奖补|给予|资助|罚款|贴息|一次性|最高不超过|每家|每户|每个.{0,6}(不超过|万元)|封顶|限额|奖金|注册资本|缴纳|收取|减免|授信额度|单笔|上限)/;

/** Nouns that are counted for the order of a text, not as an aim. */
export const NO_AIM =
  /^(方面|指标|考核指标|阶段|环节|步骤|部分|工作日|原则|坚持|层级|层次|维度|领域|类型|重点(?:领域|任务|举措|行动)|方向|一流|一批|一|关键|梯队|定位|字|统筹|统一|转变|结合|同步|不|确保|清单|工程|专项行动|行动|任务|月|百分点|小时内|产业链|重大|亮点|典型应用场景)/;

/** What is written for many things at once: `制定24条产业链工作要点` counts the chains. */
export const PAPERS = /(?:要点|方案|图谱|台账|办法|意见|细则|规划)$/;

/** What one builds in thought: 一个体系 is no count. */
export const ABSTRACT =
  /(体系|机制|格局|模式|链条|生态|网络|制度|方案|专班|平台体系|清单|意见|办法|框架|局面|样板|路径|闭环|窗口|标准|文件)$/;

/** Units of figures that only a comparator or growth makes an aim. */
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
