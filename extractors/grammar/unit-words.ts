/** Departments by their stem, with or without 省, 市, 县, 区 in front: a level in front of the first may hold for the next. */
export const DEPARTMENT_STEM =
  /^(发展和?改革|发改|工业和信息化|工信|经信|经济和信息化|科学技术|科技|科工|教育|教体|公安|民政|司法|财政|人力资源|人社|自然资源|规划|生态环境|环保|住房|住建|城管|城市管理|交通|水利|水务|农业农村|农业|农牧|畜牧|商务|文化|文旅|文广|卫生健康|卫健|退役军人|应急|审计|外办|国资|国有资产|市场监管|市场监督|市监|广电|体育|统计|医保|医疗保障|林业|林草|粮食|能源|地方金融|金融|税务|政务|行政审批|大数据|数据|数字|通信管理|乡村振兴|投促|投资促进|机关事务|信访|供销|科协|妇联|总工会|团委|工商联|贸促|邮政|气象|海洋|知识产权|药监|中小企业|委组织部|委宣传部|委统战部|委政法委|委编办|委网信办|党委组织部|党委宣传部|党委统战部|党委政法委|党委网信办|党委编办|委办公|政府办公|国动办|民宗|侨务|档案|残联|红十字)/;

/** A committee of the party and its departments. */
const PARTY_BODIES = '组织部|宣传部|统战部|政法委|编办|网信办|社会工作部|老干部局|党校|金融办|改革办|军民融合办';
export const PARTY_BODY = new RegExp(`^(?:${PARTY_BODIES})`);
export const PARTY = new RegExp(`^([省市州县区]委|自治区党委)(?:${PARTY_BODIES})`);
export const LEVEL = /^(省|市|州|盟|县|区|旗|自治区|全省|全市|兵团)(?!直|政府|委$|区|场|场监|政$)/;

/** Kinds of place several at once: a government of theirs is no single one. */
const KINDS_JOINED =
  '县（市、区）|县（区、市）|县市区|市县区|县（区）|市（州）|县（市）|区（县）|区（市）|市（地）|市县|设区市|市州|州市|盟市|地市|区县|县区|乡（镇）|镇（街道）|乡镇（街道）|乡镇|镇街';
/** Kinds of place, as 各 and 有关 range over them. */
export const PLACE_KINDS = `${KINDS_JOINED}|直辖市|自治区|自治州|省|市|县|区|旗|盟`;

/** Kinds of place and body that a leading 各 holds for. */
export const GROUP_NOUNS =
  /^(省|自治区|直辖市|自治州|旗|盟|镇|乡|街道|乡镇|镇街|园区|开发区|县|区|市|县区|县（市、区）|县（区）|市（州）|市州|设区市|区县|部门|单位|企业|高校|院校|地区|管委会|地|县级|地市|盟市|工业园区|功能区|平台|街镇|村|社区|产业园区|高新区|经开区|人民团体|直属机构|民主党派|乡（镇）|乡镇（街道）|镇（街道）)/;

/** Names of several bodies at once: 各县（市、区）政府, 省直有关部门, 成员单位, 县（区）人民政府, 行业协会. */
const GROUPS: readonly RegExp[] = [
  /^(各|有关|相关|全市各|全省各|市有关|省有关|区有关|县有关|市直|省直|区直|县直|市级|省级|其他|其它|地方各级|地方|各级|市属|省属|县属|区属|驻)/,
  /(有关|相关|各)(部门|单位|企业|地区|县|区|市|成员)/,
  /(成员单位|责任部门|各部门|有关部门|相关部门|有关单位|相关单位|主管部门)$/,
  new RegExp(`^(?:${KINDS_JOINED})(?:党委和|党委及)?(?:人民政府|政府|管委会|党委|办事处)?$`),
  /^(行业协会|行业协会商会|商会|高校|高等院校|科研院所|职业院校|金融机构|银行机构|新闻媒体|人民团体|民主党派|重点企业|链主企业|龙头企业|平台企业|产业园区)$/,
];
export const isGroup = (name: string): boolean => GROUPS.some((pattern) => pattern.test(name));

/** Endings of organs of state and party, of leading groups and of mass organisations. */
const ORGAN =
  /(局|厅|委|办|部|署|政府|管委会|委员会|办公室|办公厅|领导小组|专班|指挥部|联席会议|法院|检察院|海关|总队|支队|大队|总工会|妇联|工商联|科协|侨联|文联|残联|联社|供销社|贸促会|红十字会|党校|办事处|政协|人大|政府办|督查室|研究室)(（[^（）]*）)?$/;
/** Endings that bodies of any kind have, and only make an organ's name with a place or level in front. */
const BODY =
  /(公司|集团|中心|学院|大学|研究院|科学院|院|银行|分行|支行|人行|协会|商会|联合会|总公司|馆|站|社|台|会|所|队|组|处|部门)(（[^（）]*）)?$/;
const OF_A_PLACE = /^(省|市|州|县|区|国家|中国|国网|南网|全国|人民银行|人行)/;
/** Words that end as organs do and are none. */
const NO_ORGAN =
  /((布|格|开|全|大|结|僵|残|败|定)局|(全|内|外|东|西|南|北|中|干|俱乐|项目|事业|门诊|支|团)部|(主|承|举|经|督|协|交|帮|代|兴|创|联|查|一次|怎么)办|大厅|客厅|部署|签署|常委|(数字|服务型|法治|廉洁|阳光|诚信|电子)政府|(业主|村民|居民|评审|评选|组织|学术)委员会)$/;
/** Bodies named by what they do in an application or a contract, and words that open a sentence. */
const NO_UNIT =
  /^(企业(?!局|服务|发展|家)|单位|部门|机构(?!编制)|申报|申请|承担|推荐|受理|运营|建设单位|施工|项目(?!办|建设)|龙头|链主|支持|鼓励|加强|推动|推进|建立|完善|实行|落实|坚持|成立|组建|按照|根据|通过|依托|围绕|切实|进一步|充分|必须|确保|强化|健全|明确|设立|发挥|压实|具体|任何|所有|[一二三四五]是|在|把|被|让|与|为|请|凡|报|要|该|其|此|我|本(?!溪|级)|以(?!上)|将(?!乐)|对(?!外|口)|向(?!阳)|如(?!东|皋)|若(?!羌)|从(?!化|江)|经(?!信|开|济|发|贸|管)|应(?!急|城|县))/;
const UNIT_CHARACTERS = /^[\u4e00-\u9fa5（）、·“”A-Za-z0-9]{2,40}$/;
/** Characters that no unit's name holds. */
const NO_NAME = /[的了是着吗由]|负责|要求|已经|需要/;

/** True for a name that is that of an organ, a body of a place or a group of organs, and of nothing else. */
export function isUnit(name: string): boolean {
  if (!isNameLike(name)) return false;
  if (ORGAN.test(name)) return name.length >= 3 || /^(国|省|市|县|区)/.test(name);
  return isOfficialGroup(name) || (BODY.test(name) && OF_A_PLACE.test(name));
}

/** True for what may be a unit beside others that are: `供销合作总社`, `行业协会`, `龙江银行`. */
export const mayBeUnit = (name: string): boolean =>
  (endsAsUnit(name) || (isNameLike(name) && isGroup(name))) && name.length <= 24;

/** True for a name that ends as those of bodies do. */
export const endsAsUnit = (name: string): boolean => isNameLike(name) && (ORGAN.test(name) || BODY.test(name));

const isNameLike = (name: string): boolean =>
  UNIT_CHARACTERS.test(name) && isBalanced(name) && !NO_UNIT.test(name) && !NO_NAME.test(name) && !NO_ORGAN.test(name);

const isBalanced = (name: string): boolean => {
  let depth = 0;
  for (const c of name) {
    if (c === '（') depth++;
    else if (c === '）' && --depth < 0) return false;
  }
  return depth === 0;
};

/** Groups that duties are laid on: governments, districts and departments, not firms or schools. */
const isOfficialGroup = (name: string): boolean =>
  isGroup(name) &&
  /(部门|单位|政府|管委会|区）?|县|市|州）?|省|自治区|直辖市|旗|盟|公署|镇|乡|街道）?|园区|开发区|设区市|地区|地方|企业局|直属机构)$/.test(
    name,
  );

/** Values that stand where a name should and say that there is none. */
export const NOBODY = /^(另行|另定|待定|待确定|详见|见附|见第|同上|全体)|^(无|暂无|略|空|等|\/|—+|-+)$/;
