import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalNumbers } from '../../corpus/lexicon/personal-numbers.js';
import { maskText, masked } from '../../output/mask.js';
import { freshStore, input, listed, notice, openAt, scratch } from './fixture.js';
import { join } from 'node:path';

/** An identity number of nobody: area, day of birth and order are made up, the check digit is worked out here (ISO 7064 MOD 11-2). */
function identityNumber(first17: string): string {
  const sum = Array.from(first17).reduce((total, digit, i) => total + (2 ** (17 - i) % 11) * Number(digit), 0);
  return first17 + ('10X98765432'[sum % 11] ?? '');
}
const ID = identityNumber('36010219900307451');
const ID_X = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
  .flatMap((a) => [1, 3, 5, 7, 9].map((b) => identityNumber(`3601021990030${a}45${b}`.padEnd(17, '1'))))
  .find((number) => number.endsWith('X'));

const covered: [what: string, text: string, masked: string][] = [
  ['a mobile number', '联系电话：13812345678。', '联系电话：138****5678。'],
  ['with the country before it', '+8613812345678', '+86138****5678'],
  ['with the country and a hyphen', '86-13812345678', '86-138****5678'],
  ['in groups', '138-1234-5678、139 8765 4321', '138-****-5678、139 **** 4321'],
  ['in full width', '手机１３８１２３４５６７８', '手机１３８****５６７８'],
  ['right behind a label', 'Tel:13812345678', 'Tel:138****5678'],
  ['two with a stroke', '13812345678/13987654321', '138****5678/139****4321'],
  ['two with a hyphen', '13812345678-13987654321', '138****5678-139****4321'],
  ['in an address', '13812345678@example.cn', '138****5678@example.cn'],
  ['behind a name without a gap', '张三13812345678', '张三138****5678'],
  ['an identity number', `身份证号${ID}，`, `身份证号${ID.slice(0, 4)}**********${ID.slice(-4)}，`],
];

const open: [what: string, text: string][] = [
  ['an amount', '总投资13812345678元'],
  ['an amount in 万元', '13812345678 万元'],
  ['an amount with decimals', '13812345678.50'],
  ['a document number', '甲府发〔2021〕13812345678号'],
  ['a code with letters', 'GX13812345678、13812345678A'],
  ['a longer number', '9138123456780'],
  ['a segment that nobody has', '12012345678、15412345678'],
  ['figures of a row', '12 138 1234 5678'],
  ['an address of the web', 'https://example.cn/art/13812345678.html'],
  ['an office telephone', '0791-88888888'],
  ['a wrong check digit', ID.slice(0, 17) + (ID.endsWith('1') ? '2' : '1')],
  ['a day that is none', identityNumber('36010219900230451')],
  ['a province that is none', identityNumber('20010219900307451')],
  ['a project code', '202036010047012345'],
  ['part of a longer run', `${ID}0`],
];

describe('personal numbers', () => {
  test.each(covered)('%s is covered', (_, text, expected) => {
    expect(maskText(text)).toBe(expected);
  });

  test.each(open)('%s is left alone', (_, text) => {
    expect(maskText(text)).toBe(text);
  });

  test('an identity number may end in X', () => {
    expect(ID_X).toMatch(/X$/);
    expect(personalNumbers(ID_X ?? '')).toEqual([{ start: 0, end: 18, kind: 'identity' }]);
  });

  test('masking keeps every offset, and masks once', () => {
    const piece = fc.oneof(
      fc.constantFrom('13812345678', ID, '、', ' ', '-', '+86', '电话', '元', '１３８１２３４５６７８', 'A', '.'),
      fc.string({ maxLength: 4 }),
      fc.integer({ min: 0, max: 99999999 }).map(String),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const made = maskText(text);
        expect(made).toHaveLength(text.length);
        expect(maskText(made)).toBe(made);
        const numbers = personalNumbers(text);
        for (let i = 0; i < text.length; i += 1) {
          if (made[i] !== text[i]) expect(numbers.some(({ start, end }) => i >= start && i < end)).toBe(true);
        }
      }),
    );
  });

  test('keys of ours and numbers are no words of a notice', () => {
    const value = { id: '13812345678', notice_id: '13812345678', value: 13812345678, labels: { '13812345678': '13987654321' } };
    expect(masked(value)).toEqual({ ...value, labels: { '138****5678': '139****4321' } });
  });

  test('a value with nothing to cover is given as it is', () => {
    const value = { name: '甲', units: [{ name: '乙' }] };
    expect(masked(value)).toBe(value);
  });
});

describe('a store', () => {
  const made = () => {
    const each = notice('甲');
    const text = `${each.head.text}项目负责人张三13812345678，${ID}`;
    const [project] = each.records.projects;
    if (!project) throw new Error('the fixture has a project');
    const start = text.indexOf('张三');
    const quote = text.slice(start);
    const contacts = [{ name: '张三', organ: null, phone: '13812345678、0791-88888888', email: null, address: null }];
    each.head = { ...each.head, text, contacts };
    each.records.projects = [
      { ...project, key: 'p-9', name: quote, quote, start, end: text.length, other: { 联系方式: '13812345678' } },
    ];
    return input('a.txt', { notices: [each] });
  };

  test('masks all that it gives, and quotes still stand in the text', async () => {
    const store = await freshStore();
    await store.put(made());
    const [head] = await listed(store, 'notices');
    const [project] = await listed(store, 'projects');
    expect(head?.text.slice(project?.start, project?.end)).toBe(project?.quote);
    expect(project).toMatchObject({ other: { 联系方式: '138****5678' } });
    expect(head?.contacts[0]?.phone).toBe('138****5678、0791-88888888');
    expect(JSON.stringify([head, project])).not.toMatch(/13812345678|\d{17}/);
  });

  test('masks passages and titles of a search, however they are cut', async () => {
    const store = await freshStore();
    await store.put(made());
    for (const query of ['张三', '联系', '13812345678', '2345678', ID, ID.slice(9)]) {
      const { hits } = await store.search(query);
      const given = hits.flatMap(({ title, passages }) => [title, ...passages.map(({ text }) => text)]);
      expect(given.join('\n'), query).not.toMatch(/\d{9,}/);
    }
    const { hits } = await store.search('项目负责人');
    const [head] = await listed(store, 'notices');
    const [passage] = hits.find(({ type }) => type === 'notices')?.passages ?? [];
    expect(passage?.text).toContain('138****5678');
    expect(head?.text.slice(passage?.start ?? 0, passage?.end ?? 0)).toBe(passage?.text);
  });

  test('masks the records of its history; the document is as it was read', async () => {
    const store = await freshStore();
    await store.put(made());
    const contents = await store.history.read('a.txt', 1);
    expect(JSON.stringify(contents?.records)).toContain('138****5678');
    expect(JSON.stringify(contents?.records)).not.toContain('13812345678');
  });

  test('gives them as they stand where that is asked for', async () => {
    const path = join(await scratch(), 'store.db');
    await (await openAt(path)).put(made());
    const [project] = await listed(await openAt(path, { readOnly: true, personalData: 'shown' }), 'projects');
    expect(project).toMatchObject({ other: { 联系方式: '13812345678' } });
    expect(project?.quote).toContain(ID);
  });
});
