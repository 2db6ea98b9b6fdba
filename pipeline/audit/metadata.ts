import { bareTitle, compact, documentNumbers } from '../../extractors/index.js';
import type { FindingRead } from '../../schemas/index.js';
import type { Stated } from '../segment/index.js';
import { defineCheck, finding } from './check.js';

/**
 * What the block above a notice on its portal says against the text, which wins: another number, another date, another
 * title. A value that the text does not give was taken from the block and agrees with itself.
 */
export const metadata = defineCheck({
  name: 'metadata',
  version: 1,
  run: ({ notice, stated }) =>
    stated.flatMap((said) => {
      const inText = notice.head[said.field];
      if (inText === null || agrees(said, inText)) return [];
      return [told(said, inText, severityOf(said))];
    }),
});

function agrees({ field, value }: Stated, inText: string): boolean {
  switch (field) {
    case 'document_number':
      return (documentNumbers(value)[0]?.number ?? value) === (documentNumbers(inText)[0]?.number ?? inText);
    case 'issued_on':
      // a plan's cover gives the month, the block the day
      return value.startsWith(inText) || inText.startsWith(value);
    case 'title':
      return sameTitle(value, inText);
  }
}

/** Portals shorten titles, leave the issuer or the brackets out, and end long ones with dots. */
function sameTitle(a: string, b: string): boolean {
  const key = (title: string): string =>
    bareTitle(compact(title).text)
      .replace(/[《》〈〉“”‘’（）()]/g, '')
      .replace(/(?<!…|\.{3})(?:…|\.{3})+$/, '');
  const [x, y] = [key(a), key(b)];
  return x === '' || y === '' || x.includes(y) || y.includes(x);
}

/** 发文日期 is the day of printing on some portals. */
const severityOf = ({ field, label }: Stated): FindingRead['severity'] =>
  field === 'issued_on' && !/^(?:信息)?成文/.test(label) ? 'info' : 'warning';

function told({ field, value, start, end }: Stated, inText: string, severity: FindingRead['severity']): FindingRead {
  return finding({ check: 'metadata', severity, params: { field }, expected: inText, actual: value, start, end });
}
