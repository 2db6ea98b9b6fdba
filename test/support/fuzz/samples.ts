import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { handmadeDocx, level, list, numbered, para, tbl, tc } from '../../read/handmade-docx.js';
import { cells, grid, handmadePdf, paragraph } from '../../read/handmade-pdf.js';
import { portal } from '../../read/web-page.js';
import { ofd, ofdRule, ofdText } from '../ofd.js';
import { xlsx } from '../xlsx.js';
import { handmadeZip } from '../zip.js';
import { rezipped } from './parts.js';

/** A small file of a format, as it is before it is spoilt. */
export interface Sample {
  name: string;
  bytes: Uint8Array;
}

const LINES = [
  '抚河市人民政府关于印发产业发展行动方案的通知',
  '抚府发〔2025〕7号',
  '各县（市、区）人民政府：',
  '现将方案印发给你们，请认真贯彻执行。',
  '一、总体要求',
  '到2027年，全市规模以上工业营业收入突破3500亿元，年均增长8%左右。',
  '（一）培育产业集群。支持抚河市铜基新材料产业集群发展。（责任单位：市工信局、市发展改革委）',
  '附件：1.重点任务清单',
  '抚河市人民政府',
  '2025年3月6日',
];
const TASKS = [
  ['序号', '重点任务', '责任单位', '完成时限'],
  ['1', '编制集群发展规划', '市工信局', '2026年6月'],
  ['2', '建设公共服务平台', '市科技局', '2026年底前'],
];
const PROJECTS = [
  ['序号', '项目名称', '总投资（万元）'],
  ['1', '铜箔生产项目', '128000'],
  ['2', '显示模组项目', '96500'],
  ['合计', '', '224500'],
];

const text = (): string => [...LINES, '', '重点任务清单', ...TASKS.map((row) => row.join('\t'))].join('\n');

const html = (): string => {
  const table = (rows: readonly string[][]): string =>
    `<table>${rows.map((row) => `<tr>${row.map((t) => `<td rowspan="1">${t}</td>`).join('')}</tr>`).join('')}</table>`;
  return portal(`${LINES.map((t) => `<p>${t}</p>`).join('\n')}<p>重点任务清单</p>${table(TASKS)}<a href="1.pdf">附件.pdf</a>`);
};

const docx = (): Uint8Array =>
  handmadeDocx({
    body:
      LINES.map((t, i) => para(t, i === 4 ? numbered(0) : '')).join('') +
      tbl(
        ...TASKS.map((row, r) =>
          row.map((t, c) => tc(t, c === 1 && r > 0 ? `<w:vMerge${r === 1 ? ' w:val="restart"' : ''}/>` : '')),
        ),
      ),
    numbering: list([level(0, 'chineseCounting', '%1、')]),
    footnotes: `<w:footnote w:id="1">${para('注：以实际为准。')}</w:footnote>`,
  });

const xs = [72, 120, 300, 450];
const ys = [420, 440, 460, 480, 500];
const pdf = (): Uint8Array =>
  handmadePdf([
    { draw: paragraph(72, 100, LINES) },
    { draw: [...paragraph(72, 380, ['重点项目清单', '单位：万元']), ...grid(xs, ys), ...cells(xs, ys, PROJECTS)] },
  ]);

const sheet = (): Uint8Array =>
  xlsx({
    sheets: [
      {
        name: '项目',
        rows: [['重点项目清单'], ...PROJECTS.map((row) => row.map((t) => (/^\d+$/.test(t) ? Number(t) : t)))],
        merged: ['A1:C1'],
      },
      { name: '任务', rows: TASKS },
    ],
  });

const ofdFile = (): Uint8Array =>
  ofd({
    pages: [
      LINES.map((t, i) => ofdText(t, [28, 40 + 9 * i], 5)).join(''),
      [
        ...[60, 70, 80, 90, 100].map((y) => ofdRule([30, y], [130, y])),
        ...[30, 50, 90, 130].map((x) => ofdRule([x, 60], [x, 100])),
        ...PROJECTS.flatMap((row, r) => row.map((t, c) => ofdText(t, [([30, 50, 90][c] ?? 0) + 2, 67 + 10 * r], 4))),
      ].join(''),
    ],
    template: ofdText('抚河市人民政府文件', [60, 20], 8),
  });

const zip = (): Uint8Array =>
  handmadeZip([
    { name: '通知.txt', data: strToU8(text()) },
    { name: '附件/清单.csv', data: strToU8(PROJECTS.map((row) => row.join(',')).join('\n')) },
  ]);

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../read/fixtures/${name}`, import.meta.url)));

/** The formats that are spoilt, each with what makes its sample. */
export const SAMPLES: Readonly<Record<string, () => Sample>> = {
  txt: () => ({ name: '通知.txt', bytes: strToU8(text()) }),
  html: () => ({ name: '通知.html', bytes: strToU8(html()) }),
  docx: () => ({ name: '通知.docx', bytes: rezipped(docx()) }),
  pdf: () => ({ name: '通知.pdf', bytes: pdf() }),
  xlsx: () => ({ name: '清单.xlsx', bytes: rezipped(sheet()) }),
  ofd: () => ({ name: '通知.ofd', bytes: rezipped(ofdFile()) }),
  md: () => ({ name: '通知.md', bytes: strToU8(markdown()) }),
  csv: () => ({ name: '清单.csv', bytes: strToU8(PROJECTS.map((row) => row.join(',')).join('\r\n')) }),
  doc: () => ({ name: '通知.doc', bytes: fixture('notice.doc') }),
  zip: () => ({ name: '附件.zip', bytes: zip() }),
};

const markdown = (): string => {
  const [head = [], ...rows] = PROJECTS.map((row) => `| ${row.join(' | ')} |`);
  return [`# ${LINES[0] ?? ''}`, ...LINES.slice(1), '', head, '|---|---|---|', ...rows, '', '[附件](1.pdf)']
    .join('\n\n')
    .replaceAll('|\n\n|', '|\n|');
};
