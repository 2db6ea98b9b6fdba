/** Words that names are made of. The rules are elsewhere. */

/** What stands at the end of a cluster's name and is no part of its industry, the longest first. */
export const CLUSTER_ENDINGS = [
  '中小企业特色产业集群',
  '战略性新兴产业集群',
  '先进制造业产业集群',
  '创新型产业集群',
  '特色优势产业集群',
  '先进制造业集群',
  '特色产业集群',
  '优势产业集群',
  '产业集群',
  '集群',
] as const;

/** Rank and size of a cluster: 省级, 千亿级. */
export const CLUSTER_RANK = /^(?:世界级|国家级|省级|市级|县级|[百千万]亿级)+/u;

/** Type words of zones that are in no list, the longest first; 区 and 园 alone are none. */
export const ZONE_TYPES = [
  '航空港经济综合实验区',
  '自由贸易试验区',
  '先进制造业园区',
  '循环经济产业园',
  '高新技术产业开发区',
  '高新技术产业园区',
  '经济技术开发区',
  '高新技术开发区',
  '经济开发区',
  '综合保税区',
  '临空经济区',
  '航空港区',
  '产业集聚区',
  '工业集中区',
  '经济合作区',
  '高新园区',
  '工业园区',
  '产业园区',
  '产业新城',
  '科技园区',
  '化工园区',
  '示范园区',
  '工业园',
  '产业园',
  '软件园区',
  '科技城',
  '科学城',
  '软件园',
  '高新区',
  '经开区',
  '综保区',
  '保税区',
  '开发区',
  '新区',
] as const;

/** Type words that say what the zone is in full; a name that ends in one is its own official name. */
export const FULL_ZONE_TYPES: readonly string[] = [
  '高新技术产业开发区',
  '高新技术产业园区',
  '经济技术开发区',
  '经济开发区',
  '综合保税区',
  '工业园区',
  '产业园区',
  '产业集聚区',
  '工业集中区',
];

/** Endings of organs as written, with the full form; an empty one means the stem's usual ending. */
export const ORGAN_ENDINGS: readonly (readonly [written: string, full: string])[] = [
  ['局', '局'],
  ['厅', '厅'],
  ['委', '委员会'],
  ['委员会', '委员会'],
  ['办', '办公室'],
  ['办公室', '办公室'],
  ['中心', '中心'],
  ['部门', ''],
  ['主管部门', ''],
];

/** Departments of park committees that governments do not have. */
export const PARK_DEPARTMENTS: readonly (readonly [short: string, full: string])[] = [
  ['经发局', '经济发展局'],
  ['经济发展局', '经济发展局'],
  ['经信局', '经济和信息化局'],
  ['社发局', '社会发展局'],
  ['社会发展局', '社会发展局'],
  ['科创局', '科技创新局'],
  ['招商局', '招商局'],
  ['建设局', '建设局'],
  ['财政局', '财政局'],
];

/** What a name begins with when the organ is a national one. */
export const NATIONAL_HEADS = /^(?:国务院|国家|中央|全国|中华|中国|最高人民)/u;

/** An alias that only a national organ has: a ministry, a general administration, or a name that says so. */
export const ONLY_NATIONAL =
  /^(?:国|中央|中国|中共|中宣|中科|全国|党中央|央行|最高|共青团中央|团中央)|(?:部|总局|署|证监会|银保监会|总台)$/u;

/** An ending by which a name is known to be an organ's. */
export const ORGAN_LIKE =
  /(?:局|厅|委|委员会|办|办公室|部|处|院|校|中心|集团|公司|政府|领导小组|工作小组|指挥部|联席会议|专班|协会|商会|联合会|总队|支队|大队|银行|分行|支行|站|馆|社|会|队|学院|大学|园|所|组|街道|镇|乡)$/u;
