import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, contactsOf, foldSameLength, scaled, type Notice } from '../../extractors/index.js';
import { shortForms } from '../../extractors/grammar/citations.js';
import { orderNumbers } from '../../extractors/grammar/document-numbers.js';
import { labelledRatings } from '../../extractors/ratings/labels.js';
import { frontOf } from '../../extractors/targets/front.js';
import { COMPARATORS } from '../../extractors/targets/words.js';
import { sentences, sentencesFor, statements } from '../../pipeline/audit/text.js';
import { width } from '../../pipeline/reflow/lines.js';
import { noticeOf, planOf } from '../support/documents.js';
import { isGrade, mayGiveGrade } from '../../extractors/grammar/grades.js';
import { headingMark } from '../../extractors/grammar/headings.js';
import { splitOutside } from '../../extractors/grammar/lists.js';
import { publicityOf } from '../../extractors/grammar/publicity.js';
import { proseOf } from '../../extractors/grammar/sentences.js';
import { counted, upToLastFigure } from '../../extractors/targets/counted.js';
import { garbledShare } from '../../pipeline/read/garbled.js';
import { mayHavePieces, piecesOf } from '../../pipeline/read/txt/columns.js';

// Rules look for their signs first. Here each guard is held against what it spares: it may let through too much, never too little.

/** Texts put together from pieces that rules look for, and from some that lie beside them. */
const textOf = (...pieces: string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

const RUNS = { seed: 1, numRuns: 400 };

const PLAN = noticeOf(planOf(['一、总体要求', '加快发展。']));

/** A notice with one paragraph of running text a line. */
function withText(text: string): Notice {
  let at = 0;
  const paragraphs = text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length, role: 'body' as const, section: 0 };
  });
  return { ...PLAN, text, paragraphs };
}

describe('a guard lets through all that its rule reads', () => {
  it('a grade in a bracket', () => {
    const texts = textOf(
      '（',
      '）',
      '，',
      '、',
      '“',
      '”',
      '优秀',
      '良好等次',
      'A',
      '级',
      '示范',
      '石门县',
      '96.5分',
      '第2名',
      '；',
    );
    const words = (text: string): string[] =>
      [...text.matchAll(/（([^（）]*)）/g)].flatMap(([, inner = '']) => inner.split(/[，、；]/));
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!mayGiveGrade(text));
        expect(words(text).filter((word) => isGrade(word))).toEqual([]);
      }),
      RUNS,
    );
    expect(mayGiveGrade('石门县（良好，89分）')).toBe(true);
    expect(mayGiveGrade('石门县（89分）的优秀企业')).toBe(false);
  });

  it('pieces of a line', () => {
    const lines = textOf(' ', '　', '\t', '\u00A0', '\u2003', '甲', '乙丙', 'a', '。', '“');
    fc.assert(
      fc.property(lines, (line) => {
        fc.pre(!mayHavePieces(line));
        expect(piecesOf(line).length).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
    expect(mayHavePieces('甲  乙')).toBe(true);
    expect(mayHavePieces('  甲 乙  ')).toBe(false);
  });

  it('heading marks', () => {
    const marks = ['一、', '（二）', '3.', '（4）', '⑤', '第一章', '第十条', '第2条', '十.', '百、', '零、', '2）', '〇、'];
    for (const mark of marks) expect(headingMark(`${mark}总体要求`), mark).not.toBeNull();
    for (const none of ['总体要求', '、一', 'A.', '—', '(一)']) expect(headingMark(none), none).toBeNull();
  });

  it('a term for objections, wherever the notice says that it is open', () => {
    const notice = { title: null, issued_on: '2024-06-01' };
    for (const opens of ['现将名单予以公示，公示期为5个工作日。', '现向社会公开征求意见，征求意见期限为30日。'])
      expect(publicityOf([proseOf(opens)], notice).public_term, opens).not.toBeNull();
    expect(publicityOf([proseOf('名单已公示，公示期为5个工作日。')], notice).public_term).toBeNull();
  });

  it('sentences with figures: those left out have none, those before the last are kept', () => {
    const texts = textOf('新增10家', '到2027年', '。', '；', '！', '，', '加快建设', '六成', '全覆盖', '二〇二六年', '（5个）');
    fc.assert(
      fc.property(texts, (text) => {
        const all = counted(text);
        const kept = upToLastFigure(all);
        expect(kept).toEqual(all.slice(0, kept.length));
        expect(all.slice(kept.length).every(({ figures }) => figures.length === 0)).toBe(true);
      }),
      RUNS,
    );
    expect(upToLastFigure(counted('新增10家。加快建设。'))).toHaveLength(1);
  });

  it('labels, short forms and orders are told by their sign', () => {
    const telephone = contactsOf([proseOf('联系人：王一，联系电话：0791-12345678')]);
    expect(telephone.map(({ phone }) => phone)).toEqual(['0791-12345678']);
    expect(contactsOf([proseOf('联系人 王一')])).toEqual([]);
    expect(shortForms('《甲市实施办法》（以下简称《办法》）').get('办法')).toBe('甲市实施办法');
    expect(shortForms('《甲市实施办法》和《办法》').size).toBe(0);
    for (const name of ['国务院令第724号', '财政部公告2023年第12号', '甲市人民政府通告第3号'])
      expect(
        orderNumbers(name).map(({ number }) => number),
        name,
      ).toEqual([name]);
    expect(orderNumbers('甲府发第3号')).toEqual([]);
    expect([...labelledRatings(withText('优秀等次（2个）：赣县区、石城县。'))].map((r) => r.subject)).toEqual([
      '赣县区',
      '石城县',
    ]);
  });

  it('sentences with a word that the notice has, across blanks and widths', () => {
    const texts = textOf('有效期', '有 效期', '见附件2', '（', '20', '26年', '。', '；', '\n', '1,', '200', '市');
    fc.assert(
      fc.property(texts, fc.constantFrom('有效期', '附件', '（20', '经20'), (text, word) => {
        const notice = withText(text);
        const having = sentences(notice).filter((sentence) => sentence.text.includes(word));
        expect(sentencesFor(notice, word).filter((sentence) => having.includes(sentence))).toEqual(having);
      }),
      RUNS,
    );
    expect(sentencesFor(withText('有效期至2022年。'), '附件')).toEqual([]);
    expect(statements(withText('有效期至2022年。'))).toHaveLength(1);
  });
});

describe('a short way gives what the long one gives', () => {
  it('products without dust', () => {
    const factors = fc.constantFrom(1, 10, 100, 1e3, 1e4, 1e8, 1e12);
    const figures = fc.oneof(
      fc.nat(),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.nat(99_999).map((n) => n / 100),
    );
    fc.assert(
      fc.property(figures, factors, (figure, factor) => {
        expect(scaled(figure, factor)).toBe(Number((figure * factor).toPrecision(15)));
      }),
      RUNS,
    );
    expect(scaled(1.1, 1e8)).toBe(110_000_000);
  });

  it('splitting outside brackets', () => {
    const texts = textOf('（', '）', '“', '”', '《', '》', '、', '，', '和', '甲', 'a', '\u{20000}');
    const slow = (text: string, separators: string): string[] => {
      const parts: string[] = [''];
      let depth = 0;
      for (const c of text.split('')) {
        if ('（“《〈‘'.includes(c)) depth += 1;
        else if ('）”》〉’'.includes(c)) depth = Math.max(0, depth - 1);
        if (depth === 0 && separators.includes(c)) parts.push('');
        else parts.push(`${parts.pop() ?? ''}${c}`);
      }
      return parts.filter((part) => part !== '');
    };
    fc.assert(
      fc.property(texts, fc.constantFrom('、', '，。', '、和'), (text, separators) => {
        expect(splitOutside(text, separators).map((part) => part.text)).toEqual(slow(text, separators));
      }),
      RUNS,
    );
  });

  it('words of comparison by their end', () => {
    for (const [word] of COMPARATORS) {
      const longest = COMPARATORS.find(([other]) => `产业规模${word}`.endsWith(other))?.[0];
      expect(frontOf(`产业规模${word}`).word, word).toBe(longest);
    }
    expect(frontOf('产业规模集约').word).toBe('');
  });

  it('how wide a line is printed', () => {
    const slow = (text: string): number =>
      Array.from(text).reduce((w, c) => w + (c.charCodeAt(0) < 0x2e80 && !/[“”‘’—…]/.test(c) ? 0.5 : 1), 0);
    fc.assert(
      fc.property(textOf('甲', 'a', '“', '—', '…', '\u{20000}', '\ud840', '。', '1', '\u00b7'), (text) => {
        expect(width(text)).toBe(slow(text));
      }),
      RUNS,
    );
  });

  it('a text without blanks, in one width', () => {
    const everyCode = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const text = everyCode.join('');
    expect(compact(text).text).toBe(foldSameLength(text).replace(/\s/g, ''));
    expect(compact(text).at.length).toBe(compact(text).text.length + 1);
    for (const blank of everyCode.filter((c) => /\s/.test(c))) expect(compact(`甲${blank}乙`).text).toBe('甲乙');
  });

  it('characters without a meaning', () => {
    const slow = (text: string): number => {
      const visible = Array.from(text).filter((c) => !/\s/u.test(c));
      const garbled = visible.filter((c) => /[\uFFFD\p{Co}\p{Cc}\p{Cn}]/u.test(c));
      return visible.length === 0 ? 0 : garbled.length / visible.length;
    };
    const characters = fc.array(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(characters, (some) => {
        expect(garbledShare(some.join(''))).toBe(slow(some.join('')));
      }),
      RUNS,
    );
    // every code of the range that is passed over as everyday
    const codes = Array.from({ length: 0xff60 - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).filter(
      (c) => !/[\ud800-\udfff]/.test(c),
    );
    const everyday = codes.filter((c) => /[!-~\u3001-\u3011\u4e00-\u9fa5\uff01-\uff5e]/.test(c));
    expect(slow(everyday.join(''))).toBe(0);
    expect(garbledShare(codes.join(''))).toBe(slow(codes.join('')));
  });
});
