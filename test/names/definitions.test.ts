import { describe, expect, it } from 'vitest';
import { definedAs, definitionsIn } from '../../names/definitions.js';
import { noticeOf, resolver } from './helpers.js';

const JDZ = '景德镇市人民政府';

describe('definitions in a text', () => {
  it.each([
    ['由景德镇市陶瓷工作专班（以下简称“市专班”）负责', '市专班'],
    ['报湖南省工业和信息化厅(以下简称省厅)备案', '省厅'],
    ['景德镇市数据局（下称市数据局）', '市数据局'],
    ['设立推进工作领导小组（简称：领导小组）', '领导小组'],
    ['江西省工业和信息化厅（以下统称主管部门）', '主管部门'],
  ])('%s: %s', (text, short) => {
    expect(definitionsIn(text).map((one) => one.short)).toEqual([short]);
  });

  it('two names for one thing', () => {
    expect(definitionsIn('国家陶瓷文化传承创新试验区（以下简称试验区、国家试验区）').map(({ short }) => short)).toEqual([
      '试验区',
      '国家试验区',
    ]);
  });

  it.each(['项目（见附件1）', '以下简称不明', '（以下简称空）'])('none: %s', (text) => {
    expect(definitionsIn(text)).toEqual([]);
  });
});

describe('a name that the notice defines', () => {
  it('is tried from the place in it, whole, and behind words that lead in to it', () => {
    const text = '材料请报景德镇市发展和改革委员会（以下简称市发改委）。';
    const placeAt = (words: string) => words.indexOf('景德镇');
    expect(definedAs('市发改委', text, placeAt)).toEqual([
      '景德镇市发展和改革委员会',
      '材料请报景德镇市发展和改革委员会',
      '改革委员会',
    ]);
  });

  it('wins over the general list, and its head is known in longer names', () => {
    const text = '景德镇国际瓷谷文化创新实验园（以下简称“国家试验区”）建设。';
    const context = noticeOf(JDZ, { text });
    expect(resolver.unit('国家试验区管委会', false, noticeOf(JDZ), 0).entity_name).toContain('陶瓷文化传承创新试验区');
    expect(resolver.unit('国家试验区管委会', false, context, 0)).toMatchObject({
      entity_name: '景德镇国际瓷谷文化创新实验园管理委员会',
      method: 'context',
    });
  });

  it('a park that the notice calls by a name of its own', () => {
    const text = '景德镇高新技术产业开发区（以下简称园区）实行一区多园。';
    expect(resolver.park('园区', noticeOf(JDZ, { text }))).toMatchObject({ entity_id: 'jx-jingdezhen-gxq', method: 'context' });
    expect(resolver.park('园区', noticeOf(JDZ)).method).toBe('unresolved');
  });
});
