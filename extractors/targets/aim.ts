import { EVERYTHING, type Figure } from './sentence.js';
import { leadOf } from './leading.js';
import { COUNTED, FIGURE_END } from './sizes.js';
import type { State } from './state.js';
import { ABSTRACT, APPLICANT, GOAL_VERB, NO_AIM, PAPERS, RARELY_AIMED, SUBSIDY } from './words.js';
import { matchesOf } from '../grammar/matches.js';

/** A figure with what stands around it. */
export interface Candidate {
  sentence: string;
  /** what the whole sentence says */
  says: Says;
  clause: string;
  /** the clause in front of the figure */
  ahead: string;
  /** the sentence behind the figure and its comparator, as far as rules look */
  behind: string;
  /** the words right in front of the figure, comparator and growth taken off */
  left: string;
  figure: Figure;
  state: State;
  /** the notice is one that commits: a plan, an opinion, measures */
  plan: boolean;
}

/** What a sentence speaks of; found out once, however many figures it has. */
export interface Says {
  /** points that are given or taken */
  scores: boolean;
  /** money that is given */
  aids: boolean;
  /** money given or asked, in any wording */
  subsidy: boolean;
  /** who may apply */
  applicants: boolean;
  /** papers to be handed in, people to be signed on */
  papers: boolean;
}

/** What a sentence speaks of. */
export const saysOf = (sentence: string): Says => ({
  scores: SCORE.test(sentence) && !AIMED_SCORE.test(sentence),
  aids: AID.test(sentence),
  subsidy: SUBSIDY.test(sentence),
  applicants: APPLICANT.test(sentence),
  papers: HANDED_IN.test(sentence),
});

/** A reason why a figure is not aimed at. */
export interface Refusal {
  name: string;
  refuses: (candidate: Candidate) => boolean;
  /** what is counted is still the subject of the clauses behind it: `2024年为1.9%，2027年达到2.5%` */
  names?: true;
}

const counted = ({ figure }: Candidate): boolean => COUNTED.has(figure.quantity.unit);
const bare = ({ figure }: Candidate): boolean => figure.comparator === null;
const money = ({ figure }: Candidate): boolean => figure.quantity.unit.endsWith('元');
const AID = /(奖励|补助|补贴|给予|予以|资助|奖补|补偿)/;

/** Sizes that only define what is counted are no figures of their own (`sizes.ts`); this is what else is no aim, first come first served. */
export const REFUSALS: readonly Refusal[] = [
  { name: 'the sentence is about the past', names: true, refuses: ({ state }) => state.past && !state.future },
  { name: 'a year that is over stands in front', names: true, refuses: ({ ahead, state }) => pastYear(ahead, state.issued) },
  {
    name: 'what there is',
    names: true,
    refuses: (c) => /(?:已|现有|原有|(?<!项)目前)[^，]{0,12}$/.test(c.left) && bare(c),
  },
  { name: 'what is built on', names: true, refuses: ({ clause }) => /(?:现有|已有|原有).{0,30}基础上$/.test(clause) },
  {
    name: 'what is watched',
    names: true,
    refuses: (c) => counted(c) && bare(c) && /(?:紧盯|盯紧|盯牢|盯住|紧扣)(?:全[省市县区])?$/.test(c.left),
  },
  { name: 'a condition', refuses: ({ behind }) => CONDITION.test(behind) },
  { name: 'a score', refuses: ({ says }) => says.scores },
  {
    name: 'a measure of aid',
    refuses: ({ clause }) =>
      /(补偿|奖励|补助|补贴|贴息|退税|返还|分成|资助|减免)(比例|标准|额度|金额)|利率.{0,6}[上下]浮/.test(clause),
  },
  {
    name: 'aid by this much',
    refuses: ({ left, says }) => says.aids && /(按|按照|对|最高|不超过).{0,14}$/.test(left),
  },
  { name: 'given or taken away', refuses: ({ ahead }) => /(?:奖励|奖补|扣减|扣除|核减)[^，]{0,16}$/.test(ahead) },
  {
    name: 'a rate to reckon by',
    refuses: ({ figure, left }) => figure.quantity.unit === '%' && /(减?按|按不低于.{0,16}的?)$/.test(left),
  },
  { name: 'a rule of a regulation', refuses: ({ state }) => state.regulation && state.due === null },
  { name: 'a quota', refuses: (c) => isQuota(c) },
  { name: 'papers to be handed in', refuses: ({ says }) => says.papers },
  { name: 'who may apply', refuses: ({ clause, says }) => says.applicants || APPLICANT.test(clause) },
  {
    name: 'whom a measure is for',
    refuses: ({ clause }) => /^对.*的(企业|项目|单位|园区|集群|个人|团队|平台|机构)/.test(clause),
  },
  {
    name: 'money given in this clause',
    refuses: (c) => money(c) && !isFund(c) && SUBSIDY.test(c.clause),
  },
  {
    name: 'money given in this sentence',
    refuses: (c) => money(c) && c.says.subsidy && c.says.aids && c.figure.quantity.value < 1e8,
  },
  { name: 'the most that is given', refuses: (c) => money(c) && /最高(?:不超过)?$/.test(c.ahead) },
  { name: 'what a firm must have', refuses: ({ clause }) => /上一?年度.{0,14}(?:应|须|需|不低于|不少于)/.test(clause) },
  { name: 'a list that is ready', refuses: (c) => counted(c) && bare(c) && READY.test(c.left) },
  { name: 'the order of a text', refuses: (c) => counted(c) && bare(c) && NO_AIM.test(c.figure.right) },
  {
    name: 'papers to be written',
    refuses: (c) => counted(c) && bare(c) && PAPERS.test(c.figure.right.replace(/[，。；、].*$/, '')),
  },
  { name: 'one in thought', refuses: (c) => isAbstract(c) },
  { name: 'a few in words', refuses: (c) => isFewInWords(c) },
  {
    name: 'a unit of measure',
    refuses: (c) => RARELY_AIMED.has(c.figure.quantity.unit) && bare(c) && c.figure.front.growth === null && !isCourse(c),
  },
  {
    name: 'a description',
    refuses: ({ left, clause }) =>
      /(占地|建筑面积|第|排名|名列|位列|注册资[本金]|成立于|高于|低于).{0,6}$/.test(left) && !/(力争|达到)/.test(clause),
  },
  {
    name: 'how large it is',
    refuses: (c) => /(总|规划|用地)面积$/.test(c.left) && (bare(c) || c.figure.comparator === 'approx'),
  },
  {
    name: 'who does it',
    refuses: ({ clause, left, figure }) =>
      STAFF.test(clause) || (/由[^，]{0,8}$/.test(left) && /^.{0,8}[组构]成/.test(figure.right)),
  },
  {
    name: 'how it is done',
    refuses: ({ clause, left }) => PROCEDURE.test(clause) || /(公示期?|有效期|保修期|质保期|聘期|任期|周期)$/.test(left),
  },
  { name: 'everything, but by no date', refuses: ({ figure, state }) => figure.quantity.unit === EVERYTHING && !state.future },
  { name: 'nothing says that it is to be', refuses: (c) => !isSaidToBe(c) },
];

/** The first rule that refuses a figure as an aim; null where none does. */
export const refusalOf = (candidate: Candidate): Refusal | null => REFUSALS.find((rule) => rule.refuses(candidate)) ?? null;

/** A year before the notice's own right in front of a figure tells what was; 较2024年 only compares. */
function pastYear(words: string, issued: number | null): boolean {
  const years = matchesOf(words, /(较|比|相比|由|从|以)?(20\d\d)年/g).filter((m) => m[1] === undefined);
  const last = years.at(-1)?.[2];
  return last !== undefined && issued !== null && Number(last) < issued;
}

/** `…以上的企业，给予…`, `…的园区可直接认定`: the figure says whom a rule is for. */
const CONDITION =
  /^的[^，。；]{0,14}，?(?:可以?(?!再生|持续)|按|由(?!20)|须|应|予以|给予|不予|优先|视为|一次性|最高|奖励|补助|方可|不得|专门|统筹|免|减半|享受|纳入|取消|扣)/;
const SCORE = /(?<![\d.])[得扣加计]\d{1,3}(?:\.\d)?分|满分|得分|分值|权重/;
/** `力争全部园区综合得分不低于75分`: the points themselves are aimed at. */
const AIMED_SCORE = /(?:力争|确保|争取)[^。；]{0,30}(?:得分|评分)(?:均|都|全部)?(?:不低于|达到|超过|突破)\d/;
const READY = /(等|列入[^，]*|纳入[^，]*|首批[^，]*|本批[^，]*|共?安排|清单的)$/;
const STAFF = /(评审专家|专家组|专家库|评委|联络员|负责同志|分管领导|监督人员|组成人员|工作人员|一式)/;
const HANDED_IN = /(一式|报名|报到|参会|限报|申请表|申报书|装订|光盘|邮箱)/;
const PROCEDURE = /^(?:会议|会期|发言|材料|文件|汇报|总结|字数|篇幅|公示|评审|报送|受理)/;

/** `推荐企业不超过3家`, `每市申报2个`: how many may be put forward. */
function isQuota({ left, clause, figure }: Candidate): boolean {
  if (/(申报|推荐|报送|选送|提名)$/.test(left)) return true;
  return /(推荐|申报|报送|选送|提名)/.test(clause) && figure.comparator === 'lte';
}

/** `举办研修班2期`: courses are counted by how often they are held. */
const isCourse = ({ figure, ahead, left }: Candidate): boolean =>
  /^(?:期|批次)$/.test(figure.quantity.unit) &&
  !figure.quantity.chinese &&
  /(?:举办|开办|承办|组织|开展|开设)/.test(ahead) &&
  /(?:班|培训|训练营|课程)$/.test(left);

/** A fund or an investment that is to reach so much is an aim though the clause speaks of money given. */
const isFund = ({ figure }: Candidate): boolean =>
  figure.quantity.value >= 1e8 && /^(不少于|不低于|达到)$/.test(figure.front.word);

/** `构建一个生态体系`: nothing is counted. */
const isAbstract = ({ figure }: Candidate): boolean =>
  figure.quantity.value === 1 && figure.quantity.chinese && ABSTRACT.test(figure.right.replace(/[，。；、].*$/, ''));

/**
 * `坚持三个导向`: a small numeral in Chinese counts only where a comparator says so, or where a date does and a verb stands
 * right in front of it or nothing behind (`新建两个开发区`, `引进企业三家`).
 */
function isFewInWords({ figure, state, clause, ahead, left }: Candidate): boolean {
  const { quantity } = figure;
  if (!quantity.chinese || quantity.unit === '倍' || quantity.max !== null || figure.comparator !== null) return false;
  if (/^(%|个百分点)$/.test(quantity.unit)) return figure.front.growth === null;
  if (quantity.value >= 10 || /(不少于|至少|不低于|达到|以上|每年)/.test(clause)) return false;
  const plain = leadOf(left).rest === '' || FIGURE_END.test(figure.right);
  return state.due === null || !plain || !GOAL_VERB.test(ahead);
}

/** `较2024年` in a notice of 2025; a year of its own in front of the figure says when that was. */
function isAgainstLast(clause: string, issued: number | null): boolean {
  const compared = /^[^\d]{2,20}[较比]20\d\d年/.exec(clause)?.[0].slice(-5, -1);
  return issued !== null && compared !== undefined && Number(compared) >= issued - 1;
}

/** A verb of aim or a comparator, in a plan or beside a date to come; under a heading of targets growth or a bare figure is enough. */
function isSaidToBe({ sentence, clause, ahead, left, figure, state, plan }: Candidate): boolean {
  const verb = figure.comparator !== null || GOAL_VERB.test(ahead) || GOAL_VERB.test(sentence.slice(0, figure.clause.from));
  if (state.future) return verb || left !== '' || state.subject !== null;
  if (state.aims && left !== '' && (figure.front.growth !== null || FIGURE_END.test(figure.right))) return true;
  // in a plan, what is held against the year before it is yet to come: `能耗较2024年下降10%`
  if (plan && !state.background && figure.front.growth !== null && isAgainstLast(clause, state.issued)) return true;
  return (plan || state.planned) && verb;
}
