import { finding, inline, target } from '../../build/gold.mjs';
import { byArea, byYear } from '../figures.mjs';

const BASE = { 亿元: [1e8, '元'] };
const inBase = (n, unit) => {
  const [factor, base] = BASE[unit] ?? [1, unit];
  return { value: Math.round(n * factor * 1e6) / 1e6, unit: base };
};
const WHOLE_CITY = { alt: { area: ['全市', '潍坊市'] } };

export default {
  file: 'figures.docx',
  notices: [
    {
      ordinal: 1,
      title: '潍坊市人民政府办公室关于下达2026年全市工业经济主要目标任务的通知',
      document_number: '潍政办字〔2026〕8号',
      issuers: ['潍坊市人民政府办公室'],
      issued_on: '2026-01-29',
      kind: '通知',
      recipients: ['各县（市、区）人民政府', '各市属开发区管委会', '市政府有关部门', '单位'],
      region: '潍坊市',
      region_code: '370700',
      attachments: ['2026年全市工业经济主要指标分解表', '全市工业高质量发展年度指标'],
      cites: [{ title: '政府工作报告', document_number: null }],
    },
  ],
  clusters: [],
  ratings: [],
  targets: [
    target('规模以上工业增加值', 'approx', 6.5, '%', '6.5%左右', '2026', '全市规模以上工业增加值增长6.5%左右', { scope: '全市', growth: 'total', direction: 'increase' }),
    target('规模以上工业营业收入', 'gt', 1250000000000, '元', '1.25万亿元', '2026', '规模以上工业营业收入突破1.25万亿元', { scope: '全市' }),
    target('工业技改投资', 'gte', 10, '%', '10%以上', '2026', '工业技改投资增长10%以上', { growth: 'total', direction: 'increase' }),
    target('重点产业链营业收入占规模以上工业的比重', 'gte', 62, '%', '62%', '2026', '动力装备、高端化工、新能源新材料等重点产业链营业收入占规模以上工业的比重达到62%'),
    target('规模以上工业企业净增', 'gte', 140, '户', '140户', null, '规模以上工业企业年内净增不少于140户', { alt: { due: ['2026', '2026-12-31'] } }),
    target('规模以上工业企业净增', 'gte', 15, '户', '15户', null, '其中寿光市、诸城市、青州市各不少于15户', { scope: '寿光市、诸城市、青州市', alt: { due: ['2026', '2026-12-31'], indicator: ['规模以上工业企业', '寿光市、诸城市、青州市'] } }),
    target('上半年开工率', 'gte', 70, '%', '70%', null, '上半年开工率不低于70%', { alt: { due: ['2026', '2026-06', '2026-06-30'], indicator: ['开工率'] } }),
    target('全年开工率', 'gte', 100, '%', '100%', null, '全年开工率达到100%', { alt: { due: ['2026', '2026-12-31'], indicator: ['开工率'] } }),
  ],
  obligations: [
    inline(['二、工作要求'], '市工业和信息化局要每月通报项目进度', '市工业和信息化局=潍坊市工业和信息化局'),
    inline(['二、工作要求'], '市统计局、市工业和信息化局要加强分析研判', '市统计局=潍坊市统计局 市工业和信息化局=潍坊市工业和信息化局'),
  ],
  projects: [],
  observations: [
    ...byArea.rows.flatMap(([area, ...cells]) =>
      cells.map((n, i) => ({
        table: '2026年全市工业经济主要指标分解表', indicator: byArea.indicators[Math.floor(i / 2)], area, year: byArea.years[i % 2],
        ...inBase(n, '亿元'), labels: {}, ...(area === '合计' ? WHOLE_CITY : {}),
      })),
    ),
    ...byYear.rows.flatMap(([indicator, unit, ...cells]) =>
      cells.map((n, i) => ({
        table: '全市工业高质量发展年度指标', indicator, area: null, year: byYear.years[i], ...inBase(n, unit), labels: {}, ...WHOLE_CITY,
      })),
    ),
  ],
  findings: [
    finding('sum', '附件1“工业技改投资”2026年目标：合计1234.1，各县（市、区）相加为1243.1', 1234.1, 1243.1, {
      where: { indicator: '工业技改投资', year: 2026 },
    }),
  ],
};
