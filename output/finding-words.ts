export type Lang = 'zh' | 'en';

/** The entry of a code; undefined where the table has none of its own. */
export const entry = <T>(table: Record<string, T>, code: string): T | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined;

export const KINDS_ZH: Record<string, string> = {
  park: '开发区',
  place: '地名',
  organ: '单位',
  industry: '产业',
  cluster: '产业集群',
};
export const REPAIRS_ZH: Record<string, string> = { repeated_at_break: '换行或换页处文字重复' };
export const SHAPES_ZH: Record<string, string> = {
  shifted_cells: '单元格与表头错位',
  shifted_contents: '内容错行',
  moved_cells: '单元格与表头错位',
  missing_cell: '末列缺少内容',
  figures_without_head: '数值所在列没有表头，未收录',
  unread_rows: '未能读取这些行',
  unread_table: '未能从此表读取数据',
};
export const COVERAGE_ZH: Record<string, string> = {
  responsibility: '提到责任分工，但未收入任何任务',
  figure: '提到将来的数值，但未收入任何目标',
  cluster: '可能提到产业集群，但未收入任何集群',
};
export const READ_ZH: Record<string, string> = {
  page_without_text: '没有可读取的文字，可能是扫描件，可用 --ocr 识别',
  picture_page: '页面多为图片，文字很少，可用 --ocr 识别',
  garbled_text: '有乱码文字，未收录',
  ocr_missing: '未安装文字识别程序，图片页未识别（Debian：tesseract-ocr、tesseract-ocr-chi-sim）',
  ocr_not_run: '文字识别未能完成',
  ocr_no_text: '文字识别未发现文字',
  ocr_unsure: '文字识别的把握较低，请核对原件',
  broken_characters: '有无法解码的字符',
  text_lost: '部分文字未能读取',
  text_outside_page: '页面以外的文字未收录',
  part_not_read: '有一部分内容未读取',
  links_left_out: '正文中仅为链接的行未收录',
  text_left_out: '正文以外有成段文字未收录',
  pictures_left_out: '正文中有图片，图中文字未收录',
  struck_out: '划去的文字未收录',
  title_from_head: '页面未显示标题，取自网页头部信息',
  further_pages: '正文另有后续页，不在本文件中',
  annotations_left_out: '注释、水印或印章上的文字未收录',
  attachments_left_out: 'OFD 内嵌的附件未收录',
  signatures_not_checked: '电子签名或印章未验证',
  hidden_sheet_left_out: '隐藏的工作表未收录',
  hidden_rows_left_out: '隐藏的行未收录',
  hidden_columns_left_out: '隐藏的列未收录',
  comments_left_out: '单元格批注未收录',
  formula_without_value: '有公式单元格没有保存计算结果，请打开并重新保存',
  cell_errors: '有单元格为错误值',
  sheet_missing: '有工作表的内容缺失',
  title_from_file_name: '文件内没有标题，取自文件名',
};

/** What would put a row right. */
export const SHAPE_REPAIRS: Record<string, Record<Lang, (column: string) => string>> = {
  down: { zh: () => '疑为下一行的内容', en: () => 'they seem to belong to the row below' },
  up: { zh: () => '疑为上一行的内容', en: () => 'they seem to belong to the row above' },
  swapped: { zh: () => '疑为两行互换', en: () => 'the two seem to be exchanged' },
  cell_lost: { zh: (c) => `“${c}”处疑缺一格`, en: (c) => `a cell seems to be missing at "${c}"` },
  cell_too_many: { zh: (c) => `“${c}”处疑多一格`, en: (c) => `a cell too many at "${c}"` },
};
/** Whether the records hold what the repair gives. */
export const APPLIED: Record<string, Record<Lang, string>> = {
  yes: { zh: '已按此订正', en: 'put right in the records' },
  no: { zh: '记录仍按原文', en: 'the records follow the source' },
};

export const NUMBERED_ZH: Record<string, string> = { heading: '标题', row: '序号', rank: '排名', point: '分项' };
export const NUMBERED_EN: Record<string, string> = { heading: 'headings', row: 'rows', rank: 'ranks', point: 'points' };

/** Dates that cannot follow each other so: `a` is what they are held against, `b` what stands there. */
export const DATES: Record<string, Record<Lang, (a: string, b: string) => string>> = {
  period: { zh: (a, b) => `建设期结束（${b}）早于开始（${a}）`, en: (a, b) => `the period ends (${b}) before it begins (${a})` },
  range: { zh: (a, b) => `起止日期颠倒：${a} 至 ${b}`, en: (a, b) => `the dates run backwards: ${a} to ${b}` },
  term: { zh: (a, b) => `所称 ${a} 与起止日期（${b}）不符`, en: (a, b) => `it says ${a}, the dates give ${b}` },
  impossible: { zh: (_, b) => `日期“${b}”不存在`, en: (_, b) => `there is no such date: ${b}` },
  own_number: {
    zh: (a, b) => `发文字号（${b}）的年份与成文日期（${a}）不符`,
    en: (a, b) => `the year of its number (${b}) is not that of its date (${a})`,
  },
  cited: {
    zh: (a, b) => `引用的文件（${b}）晚于本文日期（${a}）`,
    en: (a, b) => `it cites ${b}, which is later than its own date (${a})`,
  },
  passed: {
    zh: (a, b) => `审议日期（${b}）晚于成文日期（${a}）`,
    en: (a, b) => `it was passed (${b}) after it was signed (${a})`,
  },
  due: {
    zh: (a, b) => `任务时限（${b}）早于成文日期（${a}）`,
    en: (a, b) => `a task is due (${b}) before the notice was signed (${a})`,
  },
  expired: {
    zh: (a, b) => `有效期（至${b}年）早于成文日期（${a}）`,
    en: (a, b) => `it is valid until ${b}, before it was signed (${a})`,
  },
  published: {
    zh: (a, b) => `公示或征求意见开始日期（${b}）与成文日期（${a}）相距过远`,
    en: (a, b) => `the term for objections begins (${b}) far from the day of signing (${a})`,
  },
  plan_years: { zh: (a, b) => `所称“${a}”与起止年份（${b}）不符`, en: (a, b) => `it speaks of ${a}, the years are ${b}` },
};

/** What two parts of a notice say differently: `a` is the one, `b` the other. */
export const DISAGREE: Record<string, Record<Lang, (a: string, b: string, n: string) => string>> = {
  linked_file: {
    zh: (a) => `网页链接的文件“${a}”不在该网页旁，未能一并读入`,
    en: (a) => `the page links the file "${a}", which does not lie beside it`,
  },
  attachment: {
    zh: (a, b, n) => `附件${n}的标题前后不一致：附件说明列为“${a}”，附件题为“${b}”`,
    en: (a, b, n) => `attachment ${n}: listed as "${a}", headed "${b}"`,
  },
  missing: {
    zh: (a, _, n) => `附件${n}“${a}”列于附件说明，文中未见`,
    en: (a, _, n) => `attachment ${n}, "${a}", is listed and does not follow`,
  },
  extra: {
    zh: (_, b, n) => `附件${n}${b && `“${b}”`}未列于附件说明`,
    en: (_, b, n) => `attachment ${n}${b && `, "${b}",`} follows and is not listed`,
  },
  beyond: {
    zh: (a, _, n) => `文中提到附件${n}，而附件共 ${a} 个`,
    en: (a, _, n) => `it speaks of attachment ${n}, and has ${a}`,
  },
  investment: {
    zh: (a, b) => `投资金额为 ${a}，而建设内容称总投资 ${b}，两者不一致`,
    en: (a, b) => `the investment is ${a}, but the content says ${b}`,
  },
  total_investment: {
    zh: (a, b) => `文中称投资合计 ${b}，而表中各项目合计 ${a}`,
    en: (a, b) => `the text says ${b} in all, the projects of the table add up to ${a}`,
  },
  label: { zh: (a, b) => `表中称“${b}”，文中称“${a}”`, en: (a, b) => `the table says "${b}", the text "${a}"` },
  name: { zh: (a, b) => `文中称“${b}”，名单中为“${a}”`, en: (a, b) => `the text says "${b}", the list "${a}"` },
  own_title: {
    zh: (a, b) => `所印发文件的名称前后不一致：“${a}”与“${b}”`,
    en: (a, b) => `the document it issues is named "${a}" and "${b}"`,
  },
  own_place: {
    zh: (a, b) => `发文地区为“${a}”，文中写作“${b}”`,
    en: (a, b) => `the place that issues it is "${a}", the text says "${b}"`,
  },
};

export const RATINGS: Record<string, Record<Lang, (name: string, a: string, b: string) => string>> = {
  two_grades: { zh: (n, a, b) => `${n}有两个等次：${a}、${b}`, en: (n, a, b) => `${n} has two grades: ${a} and ${b}` },
  quoted: { zh: (n, a, b) => `${n}在名单中为${a}，文中称${b}`, en: (n, a, b) => `${n} is ${a} in the list, ${b} in the text` },
  rank: {
    zh: (n, a, b) => `${n}得分 ${b}，高于前一名的 ${a}`,
    en: (n, a, b) => `${n} has ${b} points, more than the one before it (${a})`,
  },
  band: {
    zh: (n, a, b) => `${n}得分${b}，低于文中规定该等次的最低分${a}`,
    en: (n, a, b) => `${n} has ${b} points, fewer than the ${a} that the notice asks for its grade`,
  },
  grade_of_score: {
    zh: (n, a, b) => `${n}的等次${b}与得分不符，得分相邻的为${a}`,
    en: (n, a, b) => `${n}: its points lie among those of ${a}, its grade is ${b}`,
  },
};

/** What is counted of a table whose cells do not fit its head. */
export const SHIFTS = [
  ['shifted', '移位'],
  ['surplus', '多出单元格'],
  ['relabelled', '行标题缺失或错列'],
] as const;

export const COVERAGE_EN: Record<string, string> = {
  responsibility: 'speaks of a responsibility, and no task holds it',
  figure: 'speaks of a figure to come, and no target holds it',
  cluster: 'may name a cluster, and no cluster holds it',
};

/** Why two clusters may be one. */
export const IDENTITY: Record<string, Record<Lang, string>> = {
  similar_industry: {
    zh: '所在地相同、产业名称相近，可能是同一集群',
    en: 'lie in one place and have nearly the same industry: they may be one cluster',
  },
  nested_place: {
    zh: '产业相同、所在地有隶属关系，可能是同一集群',
    en: 'have one industry, and the place of one lies in that of the other: they may be one cluster',
  },
};

/** What is odd about a document that is cited and in the store: `n` its number, `a` what the store has. */
export const CITATIONS: Record<string, Record<Lang, (n: string, a: string, b: string) => string>> = {
  title: {
    zh: (n, a, b) => `引用 ${n} 时称“${b}”，而库中该文件的标题为“${a}”`,
    en: (n, a, b) => `it cites ${n} as "${b}"; in the store that document is "${a}"`,
  },
  later: {
    zh: (n, a, b) => `引用的文件${n && `（${n}）`}成文于 ${b}，晚于本文（${a}）`,
    en: (n, a, b) => `it cites ${n || 'a document'} that was signed on ${b}, later than itself (${a})`,
  },
};

/** Fields of a notice that its portal's metadata block gives too. */
export const METADATA_FIELDS: Record<string, Record<Lang, string>> = {
  document_number: { zh: '发文字号', en: 'document number' },
  issued_on: { zh: '成文日期', en: 'date' },
  title: { zh: '标题', en: 'title' },
};
