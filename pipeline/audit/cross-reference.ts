import { compact } from '../../extractors/index.js';
import type { FindingRead } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';
import { statedAmounts } from './table-shape.js';

/** What one part of the notice says of another: attachments listed against annexes found, amounts in a row's text against its column. */
export const crossReference = defineCheck({
  name: 'cross_reference',
  version: 1,
  run: (audited) => [...annexTitles(audited), ...amounts(audited)],
});

const bare = (t: string) =>
  compact(t)
    .text.replace(/（(?:单位：)?[^（）]{0,4}元）$/, '')
    .replace(/[（）“”《》、，]/g, '');

function annexTitles({ notice }: Audited): FindingRead[] {
  if (!notice.headSpans.attachments) return [];
  return notice.annexes.flatMap((annex, i) => {
    const number = annex.number !== null && /^\d+$/.test(annex.number) ? Number(annex.number) - 1 : i;
    const listed = notice.head.attachments[number];
    if (listed === undefined || annex.title === null || bare(listed) === bare(annex.title)) return [];
    return [
      finding({
        check: 'cross_reference',
        severity: 'warning',
        params: { what: 'attachment', number: number + 1 },
        expected: listed,
        actual: annex.title,
        start: annex.start,
        end: annex.end,
      }),
    ];
  });
}

function amounts({ records }: Audited): FindingRead[] {
  return records.projects.flatMap((p) => {
    const stated = statedAmounts(p.content ?? '').filter((_, i, all) => all.length === 1 && i === 0)[0];
    if (stated === undefined || p.investment_cny === null || p.seq === null || !/总投资/.test(p.content ?? '')) return [];
    if (Math.abs(stated - p.investment_cny) <= 0.06 * p.investment_cny) return [];
    return [
      finding({
        check: 'cross_reference',
        severity: 'warning',
        params: { what: 'investment' },
        expected: p.investment_cny,
        actual: stated,
        rows: [p.seq],
        start: p.start,
        end: p.end,
      }),
    ];
  });
}
