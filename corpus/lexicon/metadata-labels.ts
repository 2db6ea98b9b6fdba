/**
 * Labels of the block that portals put above a notice, by what they give. The first of each line are those of the
 * 政府信息公开目录系统实施指引, the others are what portals write instead. `other` holds those that tell nothing of the notice itself.
 */
export const METADATA_LABELS = {
  issuer: ['发文机关', '发文机构', '发文单位', '制发机关', '制定机关', '成文机关'],
  publisher: ['发布机构', '发布单位', '发布机关', '公开主体', '公开机构'],
  issued_on: ['成文日期', '成文时间', '发文日期', '发文时间'],
  document_number: ['文号', '发文字号', '发文文号', '发文号', '文件号', '文件字号', '公文文号', '文件编号'],
  title: ['标题', '名称', '信息名称', '文件名称'],
  effective_on: ['生效日期', '实施日期', '施行日期', '生效时间', '实施时间', '施行时间'],
  expires_on: ['废止日期', '失效日期', '失效时间', '废止时间', '有效期至', '有效期截至', '有效期限', '有效期'],
  status: ['有效性', '时效性', '时效', '效力状态', '是否有效', '文件状态'],
  other: [
    '索引',
    '索引号',
    '信息分类',
    '主题分类',
    '主题词',
    '发布日期',
    '发布时间',
    '公开日期',
    '印发日期',
    '生成日期',
    '公开方式',
    '公开范围',
    '公开类别',
    '公开目录',
    '公开时限',
    '公开形式',
    '体裁分类',
    '组配分类',
    '服务对象分类',
    '分类',
    '关键词',
    '内容概述',
    '统一编号',
    '登记号',
    '公文种类',
    '信息类别',
    '主题类别',
    '统一登记号',
  ],
} as const;
export type MetadataField = keyof typeof METADATA_LABELS;

/** What a portal says of whether a notice is still in force. */
export const STATUS_WORDS = [
  '现行有效',
  '继续有效',
  '有效',
  '部分失效',
  '部分有效',
  '已失效',
  '失效',
  '已废止',
  '废止',
  '宣布失效',
  '已修改',
  '已被修改',
  '已修订',
  '尚未生效',
  '尚未施行',
] as const;

/** All labels as one alternative of a pattern, longest first; they match compact text. */
export const ANY_METADATA_LABEL = `(?:信息)?(?:${Object.values(METADATA_LABELS)
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
