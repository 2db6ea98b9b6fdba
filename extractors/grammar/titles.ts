/**
 * 文种: kinds of official document. The first list are those of the 2012 regulation on official documents (党政机关公文处理
 * 工作条例, 第八条) and their usual variants; the second names what such documents issue.
 */
export const NOTICE_KINDS = [
  '通知',
  '通报',
  '意见',
  '决定',
  '公告',
  '通告',
  '公示',
  '批复',
  '复函',
  '函',
  '命令',
  '令',
  '决议',
  '公报',
  '会议纪要',
  '纪要',
  '报告',
  '请示',
  '议案',
  '答复',
] as const;
export const PLAN_KINDS = [
  '方案',
  '规划',
  '计划',
  '办法',
  '规定',
  '细则',
  '条例',
  '要点',
  '措施',
  '规则',
  '纲要',
  '指南',
  '指引',
  '规程',
  '制度',
  '章程',
  '政策',
  '清单',
  '名单',
  '目录',
  '标准',
  '规范',
  '大事记',
  '预案',
  '倡议书',
  '解读',
  '责任书',
  '协议书',
  '任务分工',
  '分工方案',
  '实施意见',
  '若干意见',
  '若干措施',
  '若干政策',
  '行动计划',
  '工作要点',
] as const;

const alternatives = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');
const TRAILING_BRACKET = /（[^（）]*）$/;
/** The notice's own number behind its title: （抚水河〔2024〕33号）. */
const TRAILING_NUMBER = /（([^（）]{1,24}（\d{4}）[^（）]{0,4}\d{1,5}号)）$/;
const ENDS_IN_KIND = new RegExp(`(${alternatives([...NOTICE_KINDS, ...PLAN_KINDS])})$`);
const ENDS_IN_NOTICE_KIND = new RegExp(`(${alternatives(NOTICE_KINDS)})$`);
const TITLE_END = new RegExp(`(${alternatives([...NOTICE_KINDS, ...PLAN_KINDS])}|表|结果|一览表|汇总表|情况|图谱)$`);

/** A title without what stands in brackets at its end: 〔试行〕, （2026—2028年）. */
export function bareTitle(title: string): string {
  let t = title.replace(TRAILING_NUMBER, '');
  while (TRAILING_BRACKET.test(t)) t = t.replace(TRAILING_BRACKET, '');
  return t;
}

/** The number in brackets at the end of a compact title, and the title without it; null where there is none. */
export function titleNumber(title: string): { number: string; title: string } | null {
  const m = TRAILING_NUMBER.exec(title);
  return m ? { number: m[1] ?? '', title: title.slice(0, m.index) } : null;
}

/** 文种 of a compact title: its last word, brackets at the end apart; null where it is none. */
export function kindOf(title: string): string | null {
  const kind = ENDS_IN_KIND.exec(bareTitle(title.replace(/[》”]$/, '')))?.[1] ?? null;
  if (kind === '会议纪要') return '纪要';
  if (kind === '复函') return '函';
  return kind === null ? null : (/(方案|计划|意见|措施|政策|要点)$/.exec(kind)?.[1] ?? kind);
}

/** Longest title, in characters. */
const LONGEST = 120;
const SENTENCE = /[。；！？]|，.*，.*，/;

/** True for a compact line that may be a whole title or the last line of one. */
export function isTitleLike(line: string): boolean {
  return (
    line.length <= LONGEST && !SENTENCE.test(line) && TITLE_END.test(bareTitle(line)) && !/^[（(]?(责任单位|牵头单位)/.test(line)
  );
}

/**
 * True for the compact title of a notice in the form that the regulation gives: issuer, 关于 subject 的 kind
 * (`X关于Y的通知`), or with 印发, 转发, 批转 in its place.
 */
export function isNoticeTitle(line: string): boolean {
  const t = bareTitle(line);
  if (line.length > LONGEST || SENTENCE.test(line.replace(/《[^》]*》/g, '')) || !ENDS_IN_NOTICE_KIND.test(t)) return false;
  const plain = t.replace(/《[^》]*》|“[^”]*”/g, '');
  if (/[：:]/.test(plain)) return false;
  if (/关于.{2,}/.test(t) || /.{6,}的会议纪要$/.test(t) || /^对.{4,}的(?:答复|复函)$/.test(t)) return true;
  const verb = /^(.{2,60}?)(?:印发|转发|批转|废止|公布|发布|表彰|表扬|调整|同意|授予|认定|任免).{4,}/.exec(t);
  return verb !== null && ORGAN_END.test(verb[1] ?? '');
}

/** The issuer that stands in front of 关于, 印发 … in a compact title; null where the title begins without one. */
export function titleIssuer(title: string): string | null {
  const m = /^(.{2,60}?)(?=(印发)?关于|印发|转发|批转|令(?:第|（|$)|公告|通告)/.exec(title);
  const issuer = m?.[1] ?? '';
  return issuer !== '' && ORGAN_END.test(issuer) && !/[，。；：《]/.test(issuer) ? issuer : null;
}

/** Endings of organs' names, for telling an organ from other words. */
export const ORGAN_ENDINGS = [
  '人民政府',
  '政府',
  '办公厅',
  '办公室',
  '委员会',
  '管委会',
  '管理委员会',
  '管委办',
  '厅',
  '局',
  '部',
  '委',
  '委办',
  '办',
  '署',
  '院',
  '中心',
  '公司',
  '集团',
  '银行',
  '分行',
  '支行',
  '主席团',
  '红十字会',
  '学会',
  '基金会',
  '残联',
  '文联',
  '调查队',
  '研究室',
  '军分区',
  '组委会',
  '总队',
  '支队',
  '大队',
  '领导小组',
  '指挥部',
  '联席会议',
  '专班',
  '工作组',
  '协会',
  '商会',
  '联合会',
  '总工会',
  '工会',
  '团委',
  '妇联',
  '科协',
  '工商联',
  '供销社',
  '法院',
  '检察院',
  '学院',
  '大学',
  '研究院',
  '科学院',
  '管理处',
  '管理局',
  '分局',
  '监管局',
  '海关',
  '街道',
  '办事处',
  '镇',
  '乡',
  '党组',
  '党工委',
  '基地',
  '开发区',
  '园区',
  '新区',
  '高新区',
  '经开区',
  '示范区',
  '试验区',
  '国资委',
  '人大',
  '政协',
  '纪委',
  '监委',
  '政务服务办',
  '数据局',
  '集团公司',
  '有限公司',
  '电网',
  '单位',
  '部门',
  '成员单位',
  '社',
  '站',
  '所',
  '馆',
  '台',
] as const;
export const ORGAN_END = new RegExp(`(${alternatives(ORGAN_ENDINGS)})(（[^（）]*）)?$`);

/** True for a compact line that names an organ, or several side by side, and nothing else. */
export function isOrganLine(line: string): boolean {
  if (line.length < 3 || line.length > 60 || /[，。；：《》“”\d]/.test(line)) return false;
  if (/^(（|关于|为|各|附件|联系|印发|抄送|主送|经|由|根据|在|和|与)/.test(line)) return false;
  return ORGAN_END.test(line) && !/(单位|部门|基地|站|所|馆|台|社)$/.test(line);
}
