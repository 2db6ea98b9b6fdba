import { describe, expect, it } from 'vitest';
import { findingMessage } from '../../output/index.js';
import { findingsOf } from '../support/findings.js';

const TITLE = '抚河市商务局关于促进外贸稳定增长的通知';
const notice = (block: readonly string[], number = '抚商发〔2026〕9号'): string[] => [
  ...block,
  TITLE,
  ...(number === '' ? [] : [number]),
  '各县（市、区）商务局：',
  '为促进外贸稳定增长，全年新增外贸实绩企业100家以上，现就有关工作通知如下。',
  '抚河市商务局',
  '2026年5月8日',
];

describe('the metadata block against the text', () => {
  it.each<[string, string[], [string, string, string | number | null, string | number | null][]]>([
    ['that agrees', ['文号：抚商发〔2026〕9号', '成文日期：2026-05-08', `名称：${TITLE}`], []],
    [
      'with another number',
      ['文号：抚商发〔2026〕8号'],
      [['warning', 'document_number', '抚商发〔2026〕9号', '抚商发〔2026〕8号']],
    ],
    ['with a number in other brackets', ['文号：抚商发[2026]9号'], []],
    ['with another date', ['成文日期：2026-05-06'], [['warning', 'issued_on', '2026-05-08', '2026-05-06']]],
    ['with the day of printing', ['索引号：A-1　发文日期：2026-05-12'], [['info', 'issued_on', '2026-05-08', '2026-05-12']]],
    ['with the day of publication', ['发布日期：2026-05-20'], []],
    ['with another title', ['标题：关于开展消费促进活动的通知'], [['warning', 'title', TITLE, '关于开展消费促进活动的通知']]],
    ['with the title without its issuer', ['标题：关于促进外贸稳定增长的通知'], []],
    ['with a title that it cuts off', ['标题：抚河市商务局关于促进外贸稳…'], []],
  ])('%s', (_name, block, expected) => {
    const found = findingsOf(notice(block), 'metadata');
    expect(found.map((f) => [f.severity, f.params['field'], f.expected, f.actual])).toEqual(expected);
    expect(found.every((f) => f.start !== null)).toBe(true);
  });

  it('whose number is the only one agrees with itself', () => {
    expect(findingsOf(notice(['文号：抚商发〔2026〕8号'], ''), 'metadata')).toEqual([]);
  });

  it('in words', () => {
    const [found] = findingsOf(notice(['文号：抚商发〔2026〕8号']), 'metadata');
    if (found === undefined) throw new Error('nothing found');
    expect(findingMessage(found)).toBe('网页登记的发文字号“抚商发〔2026〕8号”与正文“抚商发〔2026〕9号”不一致，以正文为准');
    expect(findingMessage(found, 'en')).toBe(
      'the document number in the page\'s metadata, "抚商发〔2026〕8号", is not that of the text, "抚商发〔2026〕9号"; the text counts',
    );
  });
});
