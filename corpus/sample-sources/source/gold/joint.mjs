import { duty, target } from '../../build/gold.mjs';

const WORK = ['四、工作要求'];

export default {
  file: 'joint.txt',
  notices: [
    {
      ordinal: 1,
      title: '浙江省经济和信息化厅 浙江省科学技术厅 浙江省财政厅关于组织开展2025年度制造业中试平台遴选工作的通知',
      document_number: '浙经信技术〔2025〕93号',
      issuers: ['浙江省经济和信息化厅', '浙江省科学技术厅', '浙江省财政厅'],
      issued_on: '2025-07-28',
      kind: '通知',
      recipients: ['各市', '县（市、区）经信局', '科技局', '财政局', '有关高等院校', '科研院所'],
      region: '浙江省',
      region_code: '330000',
      attachments: ['制造业中试平台申报书', '制造业中试平台推荐汇总表'],
      cites: [{ title: '制造业中试创新发展实施意见', document_number: '工信部联科〔2024〕11号' }],
      alt: { title: ['关于组织开展2025年度制造业中试平台遴选工作的通知'] },
    },
  ],
  clusters: [],
  ratings: [],
  targets: [
    target('制造业中试平台', 'approx', 20, '家', '20家左右', '2025', '2025年遴选支持制造业中试平台20家左右'),
    target('制造业中试平台', 'gte', 60, '家', '60家', '2027', '到2027年累计达到60家', { alt: { indicator: ['累计', '遴选支持制造业中试平台'] } }),
    target('带动社会资本投入', 'gt', 3000000000, '元', '30亿元', '2027', '带动社会资本投入超过30亿元'),
    target('每家平台年服务企业', 'gte', 40, '家次', '40家次', '2027', '每家平台年服务企业不少于40家次', { alt: { frequency: ['yearly'], due: [null], indicator: ['年服务企业'] } }),
    target('每市推荐数量', 'lte', 5, '家', '5家', '2025-09-30', '每市推荐数量不超过5家', { optional: true, note: 'a quota of this call, not an aim' }),
    target('首期拨付比例', 'eq', 50, '%', '50%', null, '首期拨付比例为50%', { optional: true }),
  ],
  obligations: [
    duty('（一）', '加强统筹协调', WORK, '各地要把中试平台建设与产业链补短板、科技成果转化结合起来', '省经信厅=浙江省经济和信息化厅 省科技厅=浙江省科学技术厅 省财政厅=浙江省财政厅 各市经信局* 各县（市、区）经信局*'),
    duty('（二）', '严格资金管理', WORK, '省财政对入选平台给予分期补助，首期拨付比例为50%', '+省财政厅=浙江省财政厅 ~省经信厅=浙江省经济和信息化厅 ~省科技厅=浙江省科学技术厅'),
  ],
  projects: [],
  observations: [],
  findings: [],
};
