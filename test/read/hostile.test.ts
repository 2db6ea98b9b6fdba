import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { documentSchema } from '../../schemas/document.js';
import { refusal } from './show.js';
import { portal } from './web-page.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const many = (text: string, times = 20_000): string => text.repeat(times);

// Each of these takes more than linear time in a reader that looks back or ahead without bounds: the test then does not end.
describe('text that is made to take long', () => {
  it.each<[string, string, string]>([
    ['tags that are never closed', `<html><body>${many('<b>')}文`, 'too_large'],
    [
      'formatting with attributes of its own',
      `<html><body>${Array.from({ length: 900 }, (_, i) => `<i id=${i}>`).join('')}${many('<p>文')}`,
      'read',
    ],
    ['paragraphs that are never closed', `<html><body>${many('<p>文')}`, 'read'],
    [
      'elements nested as deep as allowed',
      `<html><body>${many('<div class="nav">', 900)}${many('<p>产业集群，发展。</p>')}`,
      'read',
    ],
    ['tables in tables', `<html><body>${many('<table><tr><td>文<td>', 150)}${many('<p>产业集群，发展。</p>', 2000)}`, 'read'],
    ['inline elements without end', `<html><body><p>${many('<span>文</span>')}`, 'read'],
    ['preformatted lines', `<html><body><pre>${many('文\n')}`, 'read'],
    ['blanks', `<html><body><p>文${many(' ', 400_000)}\n字`, 'read'],
    ['comments that are never closed', `<html><body>文${many('<!--')}`, 'read'],
    ['style sheets without end', `<html><style>${many('@media{')}${many('.a{')}</style><body>文`, 'read'],
    ['classes without end', `<html><body><p class="${many('a-')}">文`, 'read'],
    ['labels without values', `<html><body>${many('<p>文号：</p>')}`, 'read'],
  ])('%s', async (_name, page, outcome) => {
    expect(await refusal(utf8(page), 'a.html')).toBe(outcome);
  });

  it.each<[string, string]>([
    ['brackets', many('[')],
    ['brackets with targets', many('[文](')],
    ['stars', `${many('*文')}*`],
    ['stars that open', many('**文 ')],
    ['underscores', many('_文')],
    ['ticks', many('`文``')],
    ['fences that are never closed', many('```js\n文\n')],
    ['comments that are never closed', `文${many('<!--')}`],
    ['tables that are never closed', many('<table>文\n', 900)],
    ['struck words that are never closed', many('<s>文~~')],
    ['formulas that are never closed', many('$文')],
    ['quotes in quotes', many('>') + '文'],
    ['pipes', many('|\n-|\n')],
  ])('Markdown: %s', async (_name, text) => {
    expect(await refusal(utf8(text), 'a.md')).toMatch(/^(?:read|empty)$/);
  });

  it.each<[string, string]>([
    ['boxes that are never closed', many('┌─┐\n│文│\n')],
    ['blanks', many('文  文  文\n文  文\n')],
    ['columns that repeat', many('甲乙  丙丁  戊己\n')],
    ['columns that shift', Array.from({ length: 20_000 }, (_, i) => `甲乙${' '.repeat(2 + (i % 7) * 3)}丙  丁戊`).join('\n')],
  ])('text: %s', async (_name, text) => {
    expect(await refusal(utf8(text), 'a.txt')).toBe('read');
  });
});

const PIECES = [
  ...[
    '<table>',
    '</table>',
    '<tr>',
    '<td rowspan=3>',
    '<td colspan=2>',
    '</td>',
    '<p>',
    '</p>',
    '<div style="display:table">',
    '</div>',
  ],
  ...[
    '<div class="TRS_Editor">',
    '<div role="row">',
    '<ol type="a">',
    '<li value=3>',
    '<pre>',
    '<span style="mso-list:Ignore">',
    '<a href="a.pdf">',
  ],
  ...[
    '</a>',
    '<b>',
    '</i>',
    '<br>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<style>.a{display:none}',
    '</style>',
    '<template>',
    '<svg>',
    '<math>',
  ],
  ...[
    '文号：府发〔2026〕1号',
    '关于印发方案的通知',
    '各县（市、区）人民政府：',
    '为加快发展，现将有关事项通知如下，请认真贯彻。',
    '&nbsp;',
    '\u0000',
    '　　',
  ],
];

it('any heap of tags and words is read or refused, and gives the same twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), async (pieces) => {
      const bytes = utf8(portal(pieces.join('')));
      if ((await refusal(bytes, 'a.html')) !== 'read') return;
      const document = await readDocument(bytes, 'a.html');
      expect(documentSchema.parse(document)).toEqual(document);
      expect(await readDocument(bytes, 'a.html')).toEqual(document);
    }),
    { numRuns: 150, seed: 1 },
  );
});

const MARKS = [
  '#',
  '# ',
  '**',
  '_',
  '`',
  '```',
  '[',
  '](',
  ')',
  '<table>',
  '<td>',
  '</table>',
  '|',
  '|-|-|',
  '\n',
  '\n\n',
  '---',
  '> ',
  '- ',
  '1. ',
  '$',
  '\\',
  '文',
  '产业集群',
  '<!--',
  '-->',
  '&nbsp;',
];

it('any heap of marks is read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...MARKS), { maxLength: 40 }), async (marks) => {
      const bytes = utf8(marks.join(''));
      if (bytes.length === 0 || (await refusal(bytes, 'a.md')) !== 'read') return;
      const document = await readDocument(bytes, 'a.md');
      expect(documentSchema.parse(document)).toEqual(document);
    }),
    { numRuns: 300, seed: 1 },
  );
});
