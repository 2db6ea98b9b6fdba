/**
 * Labels by which a notice says whom to turn to, by what follows them.
 */
export const CONTACT_LABELS = {
  name: ['联系人', '联络人', '联系人员', '咨询人', '经办人'],
  organ: [
    '联系单位',
    '联系部门',
    '联系科室',
    '受理单位',
    '受理部门',
    '受理机构',
    '受理科室',
    '监督单位',
    '监督部门',
    '承办单位',
    '承办部门',
  ],
  phone: ['电话', '电话号码', '联系方式', '联系方法', '手机', '手机号码', '热线', '座机'],
  email: ['邮箱', '邮箱地址', '电子邮件', '电子信箱', 'E-mail', 'e-mail', 'Email', 'email', 'EMAIL'],
  address: ['地址', '信函'],
  /** what stands beside them and is no field of a contact */
  none: ['传真', '邮编', '邮政编码', '网址', '公众号'],
} as const;
export type ContactLabel = keyof typeof CONTACT_LABELS;

/** Words that may stand in front of them: 政策咨询电话, 意见反馈邮箱. */
export const CONTACT_PREFIXES = [
  '联系',
  '联络',
  '咨询',
  '监督',
  '举报',
  '投诉',
  '受理',
  '值班',
  '反馈',
  '意见',
  '异议',
  '公示',
  '政策',
  '业务',
  '服务',
  '报名',
  '办公',
  '纪检',
  '通讯',
  '通信',
  '邮寄',
  '来信',
  '收件',
  '电子',
] as const;

/** Words in front of a label that make it that of the site, the gazette or a form to fill in. */
export const FOREIGN_LABELS = [
  '网站',
  '维护',
  '发行',
  '编辑',
  '公报',
  '印刷',
  '版权',
  '企业',
  '申报',
  '填报',
  '申请',
  '项目',
] as const;
