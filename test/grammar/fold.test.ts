import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, compact, foldSameLength, spanOf } from '../../extractors/index.js';
import { anyText } from '../support/text.js';

describe('a name as a field holds it', () => {
  it.each([
    ['产业 集群', '产业集群'],
    ['产\n业集群', '产业集群'],
    [' 南昌市\t工信局 ', '南昌市工信局'],
    ['县〔区〕人民政府', '县（区）人民政府'],
    ['县[区]人民政府', '县（区）人民政府'],
    ['县(区)人民政府', '县（区）人民政府'],
    ['县【区】人民政府', '县（区）人民政府'],
    ['５Ｇ产业集群', '5G产业集群'],
    ['甲,乙;丙:丁', '甲，乙；丙：丁'],
    ['1,200万元', '1,200万元'],
    ['比例3:2', '比例3:2'],
    ['2024–2026年', '2024—2026年'],
    ['占比达 35％', '占比达35%'],
    ['Industrial  Internet 平台', 'Industrial Internet平台'],
    ['5 G 基站', '5 G基站'],
    ['建筑面积800m<sup>2</sup>', '建筑面积800m²'],
    ['3.5 万吨', '3.5万吨'],
    ['“十四五” 规划', '“十四五”规划'],
    ['新能源汽⻋产业集群', '新能源汽车产业集群'],
    ['⻓沙⾼新区⽤⼾', '长沙高新区用户'],
    ['', ''],
  ])('“%s” is “%s”', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('cleaned twice is cleaned once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
      { seed: 1 },
    );
  });
});

describe('a folded text', () => {
  it('is as long as the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldSameLength(text)).toHaveLength(text.length);
      }),
      { seed: 1 },
    );
  });
});

describe('a compact text', () => {
  it.each([
    ['一、 总体 要求', '一、总体要求'],
    ['(一)优化布局', '（一）优化布局'],
    ['投资1,200万元', '投资1200万元'],
    ['投资1,234,567元', '投资1234567元'],
    ['2,3号楼', '2，3号楼'],
    ['共12，345人参加', '共12，345人参加'],
    ['洪府发〔2021〕14号', '洪府发（2021）14号'],
    ['１．推动', '1.推动'],
  ])('of “%s” is “%s”', (text, expected) => {
    expect(compact(text).text).toBe(expected);
  });

  it('leads back to the characters it was made of', () => {
    const text = '　　投资 1,200 万元（２期）';
    const view = compact(text);
    const from = view.text.indexOf('1200万元');
    const { start, end } = spanOf(view, from, from + '1200万元'.length);
    expect(text.slice(start, end)).toBe('1,200 万元');
  });

  it('of a part of a text gives offsets in the whole', () => {
    const text = '甲乙 丙丁';
    const view = compact(text, 1, text.length);
    expect([view.text, view.at]).toEqual(['乙丙丁', [1, 3, 4, 5]]);
  });

  it('has an ascending way back, one offset a character and one for the end', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), (text, cut) => {
        const start = Math.min(cut, text.length);
        const view = compact(text, start, text.length);
        const folded = foldSameLength(text);
        expect(view.at).toHaveLength(view.text.length + 1);
        expect(view.at.at(-1)).toBe(text.length);
        view.at.forEach((offset, i) => {
          expect(offset).toBeGreaterThanOrEqual(i === 0 ? start : (view.at[i - 1] ?? 0) + (i === view.text.length ? 0 : 1));
          if (i < view.text.length) expect(folded[offset]).toBe(view.text[i]);
        });
      }),
      { seed: 1 },
    );
  });

  it('gives a span that begins and ends with the characters asked for', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.integer({ min: 1, max: 20 }), (text, from, length) => {
        const view = compact(text);
        fc.pre(from + length <= view.text.length);
        const { start, end } = spanOf(view, from, from + length);
        const part = foldSameLength(text.slice(start, end));
        expect(part[0]).toBe(view.text[from]);
        expect(part.at(-1)).toBe(view.text[from + length - 1]);
      }),
      { seed: 1 },
    );
  });
});
