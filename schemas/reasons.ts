import { z } from 'zod';

/**
 * Why a record is as sure as it is, by code. First what the reading rests on, then what makes it less sure. The weights
 * stand in `extractors/sureness.ts`; `bench/README.md` has how often each was right.
 */
export const REASONS = {
  // what a cluster's name rests on
  cluster_column: { zh: '取自“集群”列', en: 'stands in a column of clusters' },
  named_with_place: { zh: '名称以地名或园区名开头', en: 'its name begins with a place or park' },
  place_inside_name: { zh: '名称中含地名或园区名', en: 'its name holds a place or park' },
  listed_with_clusters: { zh: '与其他集群并列', en: 'stands in a list of clusters' },
  verb_before_name: { zh: '名称前有培育、建设类动词', en: 'follows a verb that says it is being built' },
  industry_only: { zh: '名称仅有产业', en: 'its name is an industry only' },
  // what a grade rests on
  heading_gives_grade: { zh: '等次见标题', en: 'a heading gives the grade' },
  annex_gives_grade: { zh: '等次见附件标题', en: 'the title of an annex gives the grade' },
  label_gives_grade: { zh: '等次见名单前的标注', en: 'a label in front of the list gives the grade' },
  bracket_gives_grade: { zh: '等次见名称后的括号', en: 'brackets behind the name give the grade' },
  sentence_gives_grade: { zh: '等次见句中表述', en: 'a sentence gives the grade' },
  row_gives_grade: { zh: '等次见表格行', en: 'a row of a table gives the grade' },
  // what a task's units rest on
  responsibility_clause: { zh: '有明确的责任单位条款', en: 'a clause names those responsible' },
  responsibility_sentence: { zh: '句中写明由谁负责', en: 'a sentence says who is responsible' },
  task_row: { zh: '任务分工表的一行', en: 'a row of a table of tasks' },
  // what a target, project or figure rests on
  figure_in_sentence: { zh: '句中的数值', en: 'a figure in a sentence' },
  figure_in_task: { zh: '任务表中的数值', en: 'a figure in a table of tasks' },
  figure_in_target_table: { zh: '目标表中的数值', en: 'a figure in a table of targets' },
  project_row: { zh: '项目表的一行', en: 'a row of a table of projects' },
  figure_in_table: { zh: '数据表中的数值', en: 'a figure in a table' },
  // what makes it less sure
  no_date: { zh: '未写明期限', en: 'no date is said' },
  date_carried: { zh: '期限见另一句或标题', en: 'its date stands in another sentence or a heading' },
  no_comparator: { zh: '数值前后无“达到”“超过”等词', en: 'no word compares the figure' },
  no_future_word: { zh: '句中无表示将来的词', en: 'nothing says that it lies in the future' },
  subject_carried: { zh: '主语承前省略', en: 'its subject stands in a clause before' },
  name_completed: { zh: '名称按并列成分补全', en: 'its name takes words from its neighbours in a list' },
  long_name: { zh: '名称过长', en: 'its name is long for an indicator' },
  year_unsaid: { zh: '未写明年度', en: 'no year is said' },
  units_unclear: { zh: '责任单位的写法不清楚', en: 'how the units are written is unclear' },
  content_missing: { zh: '建设内容为空', en: 'the cell of contents is empty' },
  label_filled: { zh: '行名据上下行补出', en: 'the label of its row was filled in' },
  cells_surplus: { zh: '该行单元格数多于表头', en: 'its row has more cells than the head' },
  cells_shifted: { zh: '该行单元格错位', en: 'the cells of its row are shifted' },
  text_mended: { zh: '原文断裂处经过修补', en: 'its text was broken and has been mended' },
  ocr_text: { zh: '文字由图像识别（OCR）得出', en: 'its text was recognised from a picture' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type Reason = keyof typeof REASONS;
const codes = Object.keys(REASONS).filter((code): code is Reason => code in REASONS);
export const reasonSchema = z.enum(codes);
