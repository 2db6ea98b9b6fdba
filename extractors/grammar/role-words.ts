import type { ObligationUnitRead } from '../../schemas/index.js';
import { matchesOf } from './matches.js';

export type UnitRole = ObligationUnitRead['role'];

/** What stands behind a label: units in a role, persons, inner divisions, a date, or something that names nobody. */
export type LabelKind = UnitRole | 'leader' | 'office' | 'due' | 'other';

/** What may stand in front of a label; a lone 市 or 区 only where no name ends with it (`各县区配合单位：`). */
const LEVEL =
  '(?:(?<![\\u4e00-\\u9fa5])[省市州县区]|省级|市级|州级|县级|区级|镇级|市县|县区|省直|市直|县直|区直|本级|中央|地方|属地|行业|整改|工作|主要|具体|第一|直接|共同|总|拟)';
const UNIT_NOUN = '(?:责任单位|责任部门|责任主体|单位|部门|主体|机构)(?:（(?:单位|部门|主体|乡镇)）)?';
const PERSON_NOUN = '(?:市领导|省领导|县领导|区领导|州领导|责任人|负责人|领导)';
const OFFICE_NOUN = '(?:处室|科室|股室|处|科)(?:（单位）)?';

/** Words of a role, as they stand in a label (`牵头单位`) and as the verb behind units (`X牵头`). */
const ROLES: Readonly<Record<UnitRole, { label: string; alone: string; verbs: readonly string[] }>> = {
  lead: {
    label: '牵头|主办',
    alone: '牵头|主办',
    verbs: ['牵头', '主办', '抓总'],
  },
  support: {
    label: '配合|协办|协同|参与|参加|支持|协助|协作|会办',
    alone: '配合|协办|参与',
    verbs: ['配合', '协办', '协同', '参与', '参加', '支持', '协助', '协作', '会办'],
  },
  responsible: {
    label: '责任|负责|落实|实施|承办|执行|承担|主责|推进',
    alone: '责任|负责|任务分工|责任分工|分工',
    verbs: [
      '负责',
      '落实',
      '实施',
      '承办',
      '统筹',
      '协调',
      '推进',
      '执行',
      '承担',
      '办理',
      '组织',
      '抓',
      '指导',
      '督促',
      '监督',
      '督导',
    ],
  },
};

/** Labels by kind, the first that fits: `责任处室` is an office before `责任` is a role. */
const LABELS: readonly (readonly [LabelKind, string])[] = [
  ['office', `${LEVEL}?(?:责任|牵头|承办|主办|配合|协办|落实|实施|负责)${OFFICE_NOUN}`],
  ['leader', `${LEVEL}?(?:责任|牵头|分管|包保|包联|挂点|挂钩|联系|主要|督办|负责)?${PERSON_NOUN}|${LEVEL}?(?:责任|牵头|负责)人`],
  [
    'due',
    `${LEVEL}?(?:完成|办理|办结|整改|推进|实施|落实|工作|计划完成|预计完成)(?:时限|时间|期限|时间节点|日期|节点)|时限要求|时间要求|时间节点|时间安排|时间进度|进度安排|进度要求|时限`,
  ],
  ['lead', `${LEVEL}?(?:${ROLES.lead.label})${UNIT_NOUN}|${ROLES.lead.alone}`],
  ['support', `${LEVEL}?(?:${ROLES.support.label})${UNIT_NOUN}|${ROLES.support.alone}`],
  ['responsible', `${LEVEL}?(?:${ROLES.responsible.label})${UNIT_NOUN}|${ROLES.responsible.alone}`],
  ['other', '联系人|联系电话|联系方式|督办单位|督导单位|监督单位|督办部门|监管部门|备注'],
];

const whole = LABELS.map(([kind, source]) => [kind, new RegExp(`^(?:${source})$`)] as const);

/** Source of a pattern that any label matches, its own noun included (`责任单位`), not a bare role (`责任`). */
export const LABEL_SOURCE = LABELS.map(([, source]) => `(?:${source})`).join('|');

/** What a label asks for; null for words that are no label. */
export const labelKind = (label: string): LabelKind | null => whole.find(([, pattern]) => pattern.test(label))?.[0] ?? null;

/** Roles said twice in one label, `牵头及责任单位`, `牵头单位（责任单位）`: who of them leads is not said. */
const MIXED = /^(?:牵头|责任|配合|主办|承办)(?:单位|部门)?[及和与、/或（](?:牵头|责任|配合|协办|参与|承办)(?:单位|部门)?）?$/;

/** Units and the persons in charge in one column: `责任单位及责任人`. */
const UNITS_AND_PERSONS = /^(?:牵头|责任)(?:单位|部门)[及和与、/或（](?:责任人|责任领导|负责人|牵头领导|领导|联系人)）?$/;
export const holdsPersons = (head: string): boolean => UNITS_AND_PERSONS.test(head);

/** What a column of a table holds by its head: as a label does, `牵头及配合单位` for units without a word on who leads. */
export const columnKind = (head: string): LabelKind | null =>
  labelKind(head) ?? (MIXED.test(head) || UNITS_AND_PERSONS.test(head) ? 'responsible' : null);

const ADVERBS = [
  '共同',
  '具体',
  '分别',
  '分头',
  '分工',
  '各自',
  '统一',
  '联合',
  '积极',
  '密切',
  '全面',
  '主要',
  '全力',
  '抓好',
  '做好',
  '加强',
  '认真',
  '贯彻',
  '总',
  '按职责',
  '按照职责',
  '依职责',
  '按各自职责',
  '按照各自职责',
  '根据职责',
  '根据各自职责',
  '结合职责',
  '结合各自职责',
  '依据职责',
  '按职能',
  '按分工',
  '按照分工',
  '依法',
  '等',
];
const tailOf = (words: readonly string[]) => new RegExp(`(?:${[...words].sort((a, b) => b.length - a.length).join('|')})$`);
const ROLE_VERBS = new Map(
  Object.entries(ROLES).flatMap(([role, { verbs }]) => verbs.map((v) => [v, role as UnitRole] as const)),
);
const TAIL = tailOf([...ROLE_VERBS.keys(), ...ADVERBS]);

/** Units and the words behind them that give their role: `市科技局牵头负责` is 市科技局, lead; role null where none does. */
export function roleTail(text: string): { names: string; role: UnitRole | null } {
  let names = text;
  const roles: UnitRole[] = [];
  for (let m = TAIL.exec(names); m; m = TAIL.exec(names)) {
    const role = ROLE_VERBS.get(m[0]);
    if (role) roles.push(role);
    else if (roles.length === 0) break;
    names = names.slice(0, m.index);
  }
  return { names, role: strongest(roles) };
}

/** `牵头负责` leads, `配合落实` supports. */
const strongest = (roles: readonly UnitRole[]): UnitRole | null =>
  (['lead', 'support', 'responsible'] as const).find((role) => roles.includes(role)) ?? null;

/** The role in brackets behind one unit of a list: `市工信局（牵头）、市财政局`. */
export const OWN_ROLE = /（(牵头|主办|配合|协办|参与|协助)(?:单位|部门|责任单位)?）/;
export const ownRole = (word: string): UnitRole => (/牵头|主办/.test(word) ? 'lead' : 'support');

/** `列第一位的为牵头单位`: who stands first leads, and what role the others have. */
export interface FirstLeads {
  others: UnitRole;
  /** said in a clause without a label: it holds for `A、B按职责分工负责` too */
  sentences: boolean;
}

const FIRST_SOURCE =
  '(?:第一|首|在前|最前|前列)(?:位|个|名|顺位)?(?:者|的)?(?:责任)?(?:单位|部门)?的?(?:为|是|即为|作为)(?:总)?牵头';
const FIRST = new RegExp(FIRST_SOURCE, 'g');
const OTHERS = /^.{0,12}其[余他它](?:的|各)?(?:单位|部门)?均?为(配合|协办|协助|参与)/;
/** Sentences on who applies, enters or signs together say the same words of other things. */
const OF_APPLICANTS = /(申报|申请|投标|联合体|参赛|获奖|成果|完成人|行文|会签|企业)/;

/** Says a compact text that the first unit of a list leads? null where it does not. */
export function firstLeadsIn(text: string): FirstLeads | null {
  for (const m of matchesOf(text, FIRST)) {
    const before = text.slice(Math.max(0, m.index - 120), m.index);
    const sentence = before.slice(before.lastIndexOf('。') + 1);
    if (OF_APPLICANTS.test(sentence.slice(-30))) continue;
    const behind = text.slice(m.index + m[0].length, m.index + m[0].length + 30);
    return { others: OTHERS.test(behind) ? 'support' : 'responsible', sentences: /负责[，；。]/.test(sentence) };
  }
  return null;
}

/** Part of a clause that names no unit: 列第一位的为牵头单位，下同; 以下均需…负责，不再列出. */
export const RIDER = new RegExp(
  `${FIRST_SOURCE}|列(在)?(第一|首)|排(名|序|列)?(在)?(第一|首)|位列第一|下同|不再(一一)?列出|以下均需|均为责任单位|不再重复|其[余他](的|单位|部门)*均?为`,
);
