import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { handmadePdf, text } from './handmade-pdf.js';
import { rows, tables } from './show.js';

const read = async (...draw: string[]) => await readDocument(handmadePdf([{ draw }]), 'a.pdf');
/** The rows of the only table, with a blank for a line break in a cell. */
const grid = async (...draw: string[]): Promise<string[][]> => {
  const found = tables(await read(...draw));
  expect(found).toHaveLength(1);
  return rows(found[0]).map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')));
};
const at = (x: number, y: number, ...lines: string[]): string[] => lines.map((words, i) => text(x, y + 12 * i, words, 10));

describe('tables without lines whose cells are set at mid-height', () => {
  it('merges a cell that stands between two rows of one line each', async () => {
    const body = ['规上产值', '企业数', '工业投资', '研发强度', '高企数'].flatMap((name, i) => [
      ...at(72, 120 + 18 * i, `${i + 1}`),
      ...at(190, 120 + 18 * i, name),
      ...at(300, 120 + 18 * i, '亿元'),
      ...at(380, 120 + 18 * i, `${i}6.5`),
    ]);
    const head = ['序号', '类别', '指标', '单位', '目标'].flatMap((name, i) => at([72, 110, 190, 300, 380][i] ?? 0, 102, name));
    expect(await grid(...head, ...body, ...at(110, 138, '总量规模'), ...at(110, 183, '创新驱动'))).toEqual([
      ['序号', '类别', '指标', '单位', '目标'],
      ['1', '总量规模', '规上产值', '亿元', '06.5'],
      ['2', '∅', '企业数', '亿元', '16.5'],
      ['3', '∅', '工业投资', '亿元', '26.5'],
      ['4', '创新驱动', '研发强度', '亿元', '36.5'],
      ['5', '∅', '高企数', '亿元', '46.5'],
    ]);
  });

  it('merges a wrapped cell that stands between two rows of two lines each, beside numbers that share no line with it', async () => {
    const tasks = ['落实准入清单制度', '推行证照联办改革', '设立转贷应急资金', '开展银企对接活动'];
    const body = tasks.flatMap((task, i) => [
      ...at(72, 126 + 40 * i, `${i + 1}`),
      ...at(190, 120 + 40 * i, task, '并按月通报进度'),
      ...at(330, 120 + 40 * i, '县发展改革', '和科技局'),
      ...at(430, 120 + 40 * i, '2026年6月', '底前'),
    ]);
    const head = ['序号', '重点任务', '工作举措', '牵头单位', '完成时限'].flatMap((name, i) =>
      at([72, 110, 190, 330, 430][i] ?? 0, 96, name),
    );
    const labels = [...at(110, 140, '优化市场', '准入环境'), ...at(110, 220, '加大金融', '支持力度')];
    expect((await grid(...head, ...body, ...labels)).map((row) => row.slice(0, 3))).toEqual([
      ['序号', '重点任务', '工作举措'],
      ['1', '优化市场 准入环境', '落实准入清单制度 并按月通报进度'],
      ['2', '∅', '推行证照联办改革 并按月通报进度'],
      ['3', '加大金融 支持力度', '设立转贷应急资金 并按月通报进度'],
      ['4', '∅', '开展银企对接活动 并按月通报进度'],
    ]);
  });

  it('leaves a column that has words beside few of its rows as it is', async () => {
    const body = ['甲县', '乙县', '丙县', '丁县'].flatMap((name, i) => [
      ...at(72, 120 + 18 * i, name),
      ...at(190, 120 + 18 * i, `${i + 1}0`),
      ...at(300, 120 + 18 * i, `${i + 1}5`),
    ]);
    const head = ['地区', '产值', '户数', '备注'].flatMap((name, i) => at([72, 190, 300, 380][i] ?? 0, 102, name));
    expect((await grid(...head, ...body, ...at(380, 138, '含新区'))).map((row) => row[3])).toEqual([
      '备注',
      '',
      '含新区',
      '',
      '',
    ]);
  });

  it('has lines that name rows, and the total, over all columns before their figures', async () => {
    const lefts = [72, 120, 240, 360, 440];
    const line = (y: number, words: readonly string[]): string[] => words.flatMap((word, i) => at(lefts[i] ?? 0, y, word));
    const project = (y: number, seq: string): string[] => line(y, [seq, '扩能技改项目', '甲公司', '1200', '300']);
    const name = (y: number, words: string): string[] => [
      ...at(176 - 5 * words.length, y, words),
      ...at(360, y, '5000'),
      ...at(440, y, '900'),
    ];
    const found = tables(
      await read(
        ...line(100, ['序号', '项目名称', '建设单位', '总投资', '年度投资']),
        ...name(118, '一、续建项目'),
        ...project(136, '1'),
        ...project(154, '2'),
        ...name(172, '合计'),
      ),
    );
    expect(rows(found[0]).map((row) => row.slice(0, 4))).toEqual([
      ['序号', '项目名称', '建设单位', '总投资'],
      ['一、续建项目', '∅', '∅', '5000'],
      ['1', '扩能技改项目', '甲公司', '1200'],
      ['2', '扩能技改项目', '甲公司', '1200'],
      ['合计', '∅', '∅', '5000'],
    ]);
  });
});
