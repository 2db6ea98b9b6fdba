import { describe, expect, it } from 'vitest';
import { compact, documentNumbers, numberLine } from '../../extractors/index.js';

describe('document numbers', () => {
  it.each<[string, string[]]>([
    ['洪府发〔2021〕14号', ['洪府发〔2021〕14号']],
    ['洪府发[2021]14号', ['洪府发〔2021〕14号']],
    ['洪府发【2021】14号', ['洪府发〔2021〕14号']],
    ['洪府发（2021）14 号', ['洪府发〔2021〕14号']],
    ['洪府发﹝2021﹞第14号', ['洪府发〔2021〕14号']],
    ['赣工信字〔2024〕7号', ['赣工信字〔2024〕7号']],
    ['湘工信产业集聚〔2025〕131号', ['湘工信产业集聚〔2025〕131号']],
    ['工信部联规〔2021〕3号', ['工信部联规〔2021〕3号']],
    ['按照《实施意见》（赣府发〔2023〕2号）和赣办字〔2022〕9号要求', ['赣府发〔2023〕2号', '赣办字〔2022〕9号']],
    ['根据国发〔2015〕28号文件', ['国发〔2015〕28号']],
    ['文号：饶府办发〔2025〕3号', ['饶府办发〔2025〕3号']],
    ['2025年第3号', []],
    ['项目（2025）一期', []],
    ['（2025）14号', []],
  ])('in “%s”: %j', (text, numbers) => {
    expect(documentNumbers(compact(text).text).map((n) => n.number)).toEqual(numbers);
  });

  it('say where they stand', () => {
    const view = compact('见 赣府发 〔2023〕 2号。');
    expect(documentNumbers(view.text).map((n) => view.text.slice(n.from, n.to))).toEqual(['赣府发（2023）2号']);
  });

  it.each([
    ['饶府发〔2024〕1号', '饶府发〔2024〕1号'],
    ['发文字号：饶府发〔2024〕1号', '饶府发〔2024〕1号'],
    ['第5号', '第5号'],
    ['饶府发〔2024〕1号文件', null],
    ['2024年1月5日', null],
  ])('a line of one: “%s” is %s', (line, number) => {
    expect(numberLine(compact(line).text)).toBe(number);
  });
});
