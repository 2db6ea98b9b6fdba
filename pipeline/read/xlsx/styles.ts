import { childOf, childrenOf, type XmlElement } from '../xml.js';
import { parseFormat, type NumberFormat } from './number-format.js';

const ZH_YEAR_MONTH = 'yyyy"年"m"月"';
const ZH_MONTH_DAY = 'm"月"d"日"';
const ZH_TIME = 'h"时"mm"分"';

/** Formats that have a number and no code (ECMA-376 part 1, 18.8.30), as a Chinese system shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: ZH_YEAR_MONTH,
  28: ZH_MONTH_DAY,
  29: ZH_MONTH_DAY,
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: ZH_TIME,
  33: 'h"时"mm"分"ss"秒"',
  34: `上午/下午${ZH_TIME}`,
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: ZH_YEAR_MONTH,
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0',
  42: '#,##0;-#,##0',
  43: '#,##0.00;-#,##0.00',
  44: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  50: ZH_YEAR_MONTH,
  51: ZH_MONTH_DAY,
  52: ZH_YEAR_MONTH,
  53: ZH_MONTH_DAY,
  54: ZH_MONTH_DAY,
  55: `上午/下午${ZH_TIME}`,
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: ZH_YEAR_MONTH,
  58: ZH_MONTH_DAY,
};
/** Fractions (12 and 13) and text (49) are shown as they are. */
const GENERAL = parseFormat('General');

/** The number format of each cell style of a workbook. */
export class NumberFormats {
  private readonly byStyle: NumberFormat[];

  constructor(styles: XmlElement | undefined) {
    const codes = new Map<number, string>();
    for (const format of childrenOf(childOf(styles, 'numFmts'))) {
      codes.set(Number(format.attributes.get('numFmtId')), format.attributes.get('formatCode') ?? '');
    }
    const made = new Map<number, NumberFormat>();
    this.byStyle = childrenOf(childOf(styles, 'cellXfs')).map((style) => {
      const id = Number(style.attributes.get('numFmtId') ?? '0');
      const known = made.get(id);
      if (known !== undefined) return known;
      const code = codes.get(id) ?? BUILT_IN[id];
      // a fraction such as `# ?/?` is shown as a decimal
      const format = code === undefined || /[?#0]\s*\/\s*[?#\d]/.test(code) ? GENERAL : parseFormat(code);
      made.set(id, format);
      return format;
    });
  }

  of(style: number): NumberFormat {
    return this.byStyle[style] ?? GENERAL;
  }
}
