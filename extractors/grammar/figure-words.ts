/** What a label column of a table of figures says of its rows. */
export type LabelRole = 'number' | 'year' | 'indicator' | 'unit' | 'area' | 'label';

const YEAR_HEAD = /^(年份|年度|年|时间)$/;
const INDICATOR_HEAD =
  /^((?:主要|统计|考核|发展|[一二三]级)?指标(?:名称)?|目标|目标名称|项目|内容|科目(?:名称)?|统计项目|指标内容|任务指标|经济指标)$/;
const UNIT_HEAD = /^(计量|计算|数量)?单位$/;
const NUMBER_HEAD = /^(序号|编号|№|No\.?)$/i;

/** Kinds of places that head a column of areas; kinds of one character may be joined: 县区, 市州, 县市区. */
const PLACE_KINDS = [
  '省份',
  '设区市',
  '地级市',
  '地市',
  '街道',
  '乡镇街道',
  '镇街道',
  '行政村',
  '自然村',
  '社区',
  '村社区',
  '开发区',
  '工业园区',
  '产业园区',
  '园区',
  '高新区',
  '经开区',
  '功能区',
  '片区',
  '地区',
  '区域',
  '辖区',
  '行政区划',
  '行政区',
  '办事处',
  '国别',
];
const PLACE_KIND = new RegExp(`^(?:各|所属|所在)?(?:[省市县区州盟旗乡镇村街]{1,4}|${PLACE_KINDS.join('|')})(?:名称|名|别)?$`);
const OTHER_AREA_HEAD = /^(单位名称|各地)$/;

/** True for a head made of kinds of places: `县（市、区）`, `所属园区`, `乡镇（街道）名称`. */
function isAreaHead(name: string): boolean {
  const kinds = name.split(/[、/和与及（）]/).filter((part) => part !== '' && part !== '名称');
  return OTHER_AREA_HEAD.test(name) || (kinds.length > 0 && kinds.every((kind) => PLACE_KIND.test(kind)));
}

/** Figures below these heads only name something: they are no measurements. */
const NAMING_HEAD =
  /(电话|手机|传真|区号|联系方式|邮编|邮政编码|邮箱|代码|编码|编号|证号|证件|账号|账户|卡号|文号|车牌|牌号|号码|页码|桩号|档案号|CAS号|值班室|总机|热线)|(型号|规格|批号|号|座位|考场|房间|办公室|门牌|地址|地点|坐标|经度|纬度|日期|年月|(?<!\d)年份|时间|时限|期限|有效期|时段)$/;
/** Notes and what a row is about; no figures, and no labels to tell rows apart either. */
const NOTE_HEAD = /^(备注|说明|注|附注)(（[^）]*）)?$/;
/** What is said of a row beside what it is of: of what sort it is, who answers for it. */
const ATTRIBUTE_HEAD =
  /^(属性|类型|性质|指标属性|指标类型|指标性质|权重|分值|考核分值|标准分|基准分|完成时限|数据来源)(（[^）]*）)?$|(责任|牵头|配合|主管|实施|考核|填报)(单位|部门|科室|人|领导|主体)$/;
/** Classes that indicators are sorted by. */
const CLASS_HEAD = /^((?:指标)?(?:类别|分类|大类)|领域|维度|方面|分组|[一二]级指标)$/;
const RANK_HEAD = /(排名|位次|名次|排序|座次)$/;

/** The sums among rows and columns. */
export const TOTAL = /^(合计|总计|小计|全[省市县区州国]|全省合计|全市合计|总量|共计|累计)$/;

/** Words of a head that say what kind of figure it is, and not of what: 目标值, 基期, 完成数, “十四五”各年度目标. */
const KIND_OF_FIGURE =
  /^(“?十[二三四五六]五”?)?(各?年度?)?(期?末|末|底)?(基期|基准|规划|计划|预期|实际|预计|现状|目标|任务|完成|指标)?(期|目标|任务|完成|情况)?(数|值|量|数值|情况)?$|^(金额|数额|绝对[数量额值]|[本当]期|报告期)$/;
/** What a figure is compared with. */
const SINCE = '同比|环比|[比较](?:上年|去年|20\\d{2}年|年初|期初|同期|上月|上季度?)(?:同期|同月|末|底)?';
/** How a figure moved or what part it is: it is of the figure beside it. */
const GROWTH = new RegExp(
  `^(?=.)(?:${SINCE}|年均|累计)?(?:增长|增速|增幅|增减|涨幅|下降|升降|变化)?(?:率|幅度|情况)?$|` +
    '^占.{0,6}(?:比重?|比例)?$|^(?:所占)?(?:比重|比例|占比)$|^(?:.{0,2}完成|序时|进度).{0,2}(?:率|比例|进度)$',
);
/** By how many more or less than before, said of the figure beside it: 较上年末增减, 净增. */
const CHANGE = new RegExp(
  `^(?:${SINCE}|本[年月季])?(?:净增|净减)(?:数|量|额)?$|^(?:${SINCE})(?:净增加|净减少|增加|减少|增减)(?:数|量|额)?$`,
);
/** Words that say nothing without the head above them. */
const WEAK = /^(总量|总数|总额|总计|合计|小计|数量|数值|面积|个数|人数|其他|其它|平均|男|女|每.*|人均|户均|当月|本月|累计)$/;
/** Words that go with an indicator of the row, and are no place. */
const QUALIFIER =
  /^(累计|当月|本月|本季|年均|上年同期|去年同期|上年|基数|预算|决算|计划|完成|预计|目标|实际|序时).{0,6}$|^(上半年|下半年|前?[一二三四]季度|(?:\d{1,2}[-—~至])?\d{1,2}月(?:累计)?|合计|小计|总计|共计)$|^(\d{4}[-—~至]|“?十[二三四五六]五”?)/;

/** Kinds of rows and columns by the words of their head. */
export const isNumberHead = (name: string): boolean => NUMBER_HEAD.test(name);
export const isNamingHead = (name: string): boolean =>
  !isNumberHead(name) && !UNIT_HEAD.test(name) && !YEAR_HEAD.test(name) && NAMING_HEAD.test(name);
export const isNoteHead = (name: string): boolean => NOTE_HEAD.test(name);
export const isAttributeHead = (name: string): boolean => ATTRIBUTE_HEAD.test(name);
export const isClassHead = (name: string): boolean => CLASS_HEAD.test(name);
export const isRankHead = (name: string): boolean => RANK_HEAD.test(name);
export const isKindOfFigure = (words: string): boolean => KIND_OF_FIGURE.test(words);
/** 基数 behind a year: what later figures of the same indicator are compared with. */
export const isBase = (words: string): boolean => /^(?:基数|基础值?|底数|基年[数值]?)$/.test(words);
export const isGrowth = (words: string): boolean => GROWTH.test(words) || isRankHead(words);
export const isChange = (words: string): boolean => CHANGE.test(words);
export const isWeak = (words: string): boolean => WEAK.test(words) || isGrowth(words);
export const isQualifier = (words: string): boolean => isGrowth(words) || QUALIFIER.test(words);

/** The unit that a head in the corner of the table gives for all of it: `单位：亩`. */
export const unitInCorner = (name: string): string | null => /^(?:计量)?单位[：:]([^：]{1,12})$/.exec(name)?.[1] ?? null;

/** What a head says of the column below it; null for one that only its cells can tell. */
export function roleOfHead(name: string): LabelRole | null {
  if (NUMBER_HEAD.test(name)) return 'number';
  if (YEAR_HEAD.test(name)) return 'year';
  if (INDICATOR_HEAD.test(name)) return 'indicator';
  if (UNIT_HEAD.test(name)) return 'unit';
  return isAreaHead(name) ? 'area' : null;
}

const PLACE = /^全[省市县区州国镇乡]$|^.{1,7}(?:省|市|县|区|州|旗|镇|乡|街道|村)$/;
const NO_PLACE =
  /(?:^(?:山|灌|景|社|小|校|院|库|林|矿|特|辖|片|牧|园|城|老|新|工业园|开发|行政|服务|产业园|保护)区|[超城上股夜菜楼都]市|^(?:乡|集|建制|街|重点|中心)镇|农村|行政村|自然村)$/;
/** True for words that look like the name of a place: 全市, 临江县, 上海路街道. */
export const isPlaceName = (words: string): boolean => PLACE.test(words) && !NO_PLACE.test(words);
