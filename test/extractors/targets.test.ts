import { describe, expect, it } from 'vitest';
import type { TargetRead } from '../../schemas/index.js';
import { casesOf, fieldOf } from '../cases/csv.js';
import { planOf, noticeOf, recordsOf, type Part } from '../support/documents.js';

export function shown(t: TargetRead): string {
  const range = t.value_max === null ? '' : `..${t.value_max}`;
  const flags = [t.growth, t.direction, t.base_year === null ? null : `base${t.base_year}`, t.frequency].filter(
    (f) => f !== null,
  );
  return [
    `${t.scope === null ? '' : `${t.scope}: `}${t.indicator}`,
    t.comparator,
    `${t.value ?? 'all'}${range}`,
    t.unit ?? '-',
    t.due ?? '-',
    ...flags,
  ].join(' ');
}

const read = (body: readonly Part[]): string[] => recordsOf(noticeOf(planOf(body))).targets.map(shown);

describe('targets', () => {
  it.each(casesOf('targets').map((c) => [fieldOf(c, 'text'), fieldOf(c, 'context'), fieldOf(c, 'expected')]))(
    '“%s” under %s: %s',
    (text, context, expected) => {
      expect(read([`一、${context}`, text]).join(' // ') || 'none').toBe(expected);
    },
  );
});

describe('a date in a lead sentence', () => {
  it('governs what follows in its paragraph', () => {
    expect(read(['一、工作目标', '到2027年，产业能级明显提升。全市规上企业达到300家。研发平台达到20个。'])).toEqual([
      '全市: 规上企业 gte 300 家 2027',
      '全市: 研发平台 gte 20 个 2027',
    ]);
  });

  it('governs the list under it, and ends with it', () => {
    expect(
      read([
        '一、工作目标',
        '到2027年，实现以下目标：',
        '——规上企业达到300家。',
        '——研发平台达到20个。',
        '二、重点任务',
        '（一）扩大招商。引进企业50家以上。',
      ]),
    ).toEqual(['规上企业 gte 300 家 2027', '研发平台 gte 20 个 2027', '企业 gte 50 家 -']);
  });

  it('may stand in the heading', () => {
    expect(read(['一、到2027年的目标', '规上企业达到300家。'])).toEqual(['规上企业 gte 300 家 2027']);
  });

  it('is evidence where the quote does not hold it', () => {
    const notice = noticeOf(planOf(['一、工作目标', '到2027年，能级提升。规上企业达到300家。']));
    const [target] = recordsOf(notice).targets;
    expect(target?.evidence.map((e) => [e.field, notice.text.slice(e.start, e.end)])).toEqual([['due', '到2027年']]);
  });
});

describe('a table of targets', () => {
  const table = [
    ['指标', '单位', '2024年', '2025年', '2027年'],
    ['规上工业企业', '家', '260', '280', '330'],
    ['研发投入强度', '%', '1.8', '2.0', '2.4'],
  ];

  it('gives targets for its future years', () => {
    expect(read(['一、工作目标', '主要目标表', table])).toEqual([
      '规上工业企业 eq 280 家 2025',
      '规上工业企业 eq 330 家 2027',
      '研发投入强度 eq 2 % 2025',
      '研发投入强度 eq 2.4 % 2027',
    ]);
  });

  it('gives none where it tells of the past', () => {
    expect(read(['一、发展基础', '历年统计表', table])).toEqual([]);
  });
});

it('a target keeps what was written', () => {
  const notice = noticeOf(planOf(['一、工作目标', '到2027年，规上企业达到 300 家以上。']));
  const [target] = recordsOf(notice).targets;
  expect(target?.value_text).toBe('300家以上');
  expect(notice.text.slice(target?.start, target?.end)).toBe('规上企业达到 300 家以上');
});
