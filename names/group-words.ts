import type { GroupKind, GroupLevel } from '../schemas/index.js';

/** Marks of a group of units, where nobody flagged it. */
export const GROUP_WORDS = new RegExp(
  [
    // some or all of many
    '^(?:各|有关|相关|全体|所有|全[省市县区州旗](?!委))',
    '(?:各|有关|相关)(?:部门|单位|县|市|区|成员|处室|科室|企业|机构|高校|银行|产业)',
    '^(?:中央|[部省市]|[属级直]|、|和)*[在驻][\\p{Script=Han}]{1,12}(?:单位|机构|企业|高校|院校)$',
    '(?:委、?办、?局|委、?办、?厅、?局|厅、?委、?办、?局)$',
    '^[省市部]属(?:重点|国有|骨干)?(?:企业|高校|院校|医院|单位)$',
    // levels and kinds without a name
    '（[^）]*[市县区][^）]*）(?:人民)?政府$',
    '（[^）]*[市县区镇居][^）]*）(?:民?委员会|委会)$',
    '^(?:乡镇|镇街|乡镇（街道）|县区|区县|市县|县市区|属地|所在地|事发地|项目所在).*(?:政府|部门|街道办事处|园区)$',
    '^[市县区省州]级.*部门$',
    '^(?:行业主管|业务主管|主管|牵头|配合|协同|责任|承办|成员|建设|实施|运营|业主|项目业主|项目建设|用地|参建)(?:部门|单位)$',
    '^[市县区省州][直级属](?:.*(?:单位|部门|企业|院校|机构))$',
    '^(?:链主|龙头|重点|骨干|规上|国有|市属国有|省属国有)企业$',
    '^(?:行业协会|商会|行业协会商会|金融机构|银行业金融机构|科研院所|科研机构|第三方机构|高等院校|高校|中小学校?|企业|银行)$',
    '成员单位$',
    '链长$',
  ].join('|'),
  'u',
);

/** A government or town named by its level alone: a group where the notice is of a higher place. */
export const BELOW = /^(?:县|区|县级|区级|乡|镇|乡镇|街道)(?:人民政府|政府)$/u;

/** 省直, 全市, 市有关: whose units they are, from the notice’s place upward. */
export const WHOLE_PLACE =
  /^(?:全(自治区|省|市|县|区|州|盟|旗)|(自治区|省|市|县|区|州|盟|旗)(?:委市政府|政府)?(?=[直级属内]|有关|相关|各|其他))[直级属内]?/u;

/** Endings of groups with what they are made of, the first that fits. */
export const KINDS_OF_GROUPS: readonly (readonly [GroupKind, RegExp])[] = [
  ['member', /成员单位$/u],
  ['government', /政府$|政府（[^）]*）$|各地区?$|街道办事处$|[村居]）?民?委员会$/u],
  ['park', /管委会$|管理委员会$|园区$|开发区$|高新区$|经开区$|功能区$|新区$|工业园$|产业园$|集聚区$/u],
  ['school', /高校$|院校$|学校$|中小学$|大学$|学院$/u],
  ['bank', /银行$|金融机构$|分行$|支行$|保险公司$/u],
  ['institute', /科研院所$|研究院$|研究所$|机构$|实验室$|科学院$/u],
  ['enterprise', /企业$|公司$|集团$|业主$/u],
  ['association', /协会$|商会$|学会$|联合会$|社会组织$/u],
  ['department', /部门$|委办局$|[局厅委办]$|处室$|科室$/u],
  ['unit', /单位$|链长$|专班$|小组$/u],
];

/** Generic words for departments, which name none. */
export const DEPARTMENT_GROUP = /(?:有关|相关|各|各级|主管|其他|牵头|责任|配合|直|级|职能)部门$/u;

/** Words for the level of a group’s members, the first that fits. */
export const LEVELS_OF_GROUPS: readonly (readonly [GroupLevel, RegExp])[] = [
  ['town', /^(?:各|有关|相关|其他|所有)*(?:乡|镇|街道|村|（?居|社区)/u],
  ['county', /县|旗|区（市|市（区|市、区|市辖区|(?<!设)区[、市]|(?:各|有关|相关)区|^区(?:人民)?政府$/u],
  ['prefecture', /设区市|地级市|地市|市州|州市|市（[州地盟]|州（市|(?:各|有关|相关|其他)[市州盟]/u],
  ['province', /(?:各|有关|相关)(?:省|自治区|直辖市)|省（[区市]/u],
];

/** Of every level. */
export const ANY_LEVEL = /各级|市县|县乡|各地/u;

/** Groups that, where no level is said, are of the place’s own. */
export const OWN_LEVEL: ReadonlySet<GroupKind> = new Set(['department', 'unit']);

/** Words by which only some of a group are meant. */
export const SOME_OF = /有关|相关|涉及|属地|所在|事发|其他|部分|对口|重点|牵头|责任/u;
