import { describe, expect, it } from 'vitest';
import { beginsAnew, compact, headingMark, runInTitle } from '../../extractors/index.js';

describe('a heading mark', () => {
  it.each([
    ['第一编总则', '第一编', 1],
    ['第二章 创建条件', '第二章', 2],
    ['第三节、监督管理', '第三节、', 3],
    ['一、总体要求', '一、', 4],
    ['十二、附则', '十二、', 4],
    ['二.工作目标', '二、', 4],
    ['（三）强化保障', '（三）', 5],
    ['(十一)抓好落实', '（十一）', 5],
    ['（四）、优化服务', '（四）', 5],
    ['第七条 申请人应当提交材料。', '第七条', 5],
    ['第12条 本办法自发布之日起施行。', '第12条', 5],
    ['1.编制规划。', '1.', 6],
    ['2、建设平台。', '2.', 6],
    ['3．引进企业。', '3.', 6],
    ['4)培训人员。', '4.', 6],
    ['2. 2025年重点任务分工表', '2.', 6],
    ['3.2024—2026年项目清单', '3.', 6],
    ['（5）检查验收', '（5）', 7],
    ['⑥组织保障', '⑥', 8],
  ])('of “%s” is %s of rank %i', (text, number, rank) => {
    expect(headingMark(compact(text).text)).toMatchObject({ number, rank });
  });

  it.each([
    '总体要求',
    '2025年工作要点',
    '3.5亿元用于技改',
    '3.2025万吨用于出口',
    '1.2%的企业',
    '（市工信局牵头）',
    '第一批名单',
    '一是压实责任',
    '2026.03—2027.06',
    '—— 3 ——',
  ])('is not seen in “%s”', (text) => {
    expect(headingMark(compact(text).text)).toBeNull();
  });

  it('ranks from the outermost to the innermost', () => {
    const marks = ['第一章', '一、', '（一）', '1.', '（1）', '①'].map((t) => headingMark(`${t}甲`)?.rank ?? 0);
    expect(marks).toEqual([...marks].sort((a, b) => a - b));
    expect(new Set(marks).size).toBe(marks.length);
  });
});

describe('a run-in heading', () => {
  it.each<[string, string, string]>([
    ['（一）优化布局。编制产业地图，推动错位发展。', '优化布局', '编制产业地图，推动错位发展。'],
    ['一、总体要求', '总体要求', ''],
    ['1.建强平台。', '建强平台', ''],
    ['2.做优服务：设立专窗。', '做优服务', '设立专窗。'],
    ['第六条（强化人才引育）对领军人才给予补贴。招生4个班。', '强化人才引育', '对领军人才给予补贴。招生4个班。'],
    ['第六条（市教育局牵头，市人社局配合）开设班次。', '', '（市教育局牵头，市人社局配合）开设班次。'],
    [
      '3.推动企业梯次成长，带动上下游协作配套，建立健全重点企业服务专员制度和问题闭环办理机制，每季度召开一次调度会，每半年通报一次进展。',
      '',
      '推动企业梯次成长，带动上下游协作配套，建立健全重点企业服务专员制度和问题闭环办理机制，每季度召开一次调度会，每半年通报一次进展。',
    ],
  ])('“%s” has the title “%s”', (text, title, body) => {
    const mark = headingMark(text);
    if (!mark) throw new Error('no mark');
    const split = runInTitle(text, mark);
    expect(split.title).toBe(title);
    expect(text.slice(split.bodyFrom)).toBe(body);
  });
});

describe('a paragraph that begins anew', () => {
  it.each([
    '——坚持创新驱动。',
    '●建设载体',
    '附件：1.任务清单',
    '抄送：市委办公室',
    '一是强化统筹。',
    '第一，加强领导。',
    '（二）完善机制',
  ])('is “%s”', (text) => {
    expect(beginsAnew(text)).toBe(true);
  });
  it.each(['推动产业集聚发展', '2027年实现全覆盖', '的企业给予支持'])('is not “%s”', (text) => {
    expect(beginsAnew(text)).toBe(false);
  });
});
