const DIGITS = Array.from('〇一二三四五六七八九');
const FORMAL = Array.from('零壹贰叁肆伍陆柒捌玖');
const FULL_WIDTH = Array.from('０１２３４５６７８９');
const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸');
const BRANCHES = Array.from('子丑寅卯辰巳午未申酉戌亥');

/** A number in one of Word's number formats (`ST_NumberFormat`, ECMA-376 part 1, 17.18.59). Unknown ones count as decimal. */
export function inFormat(value: number, format: string): string {
  if (value < 0 || value > 99_999) return String(value);
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return digits(value, FULL_WIDTH);
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'chineseCounting':
    case 'taiwaneseCounting':
      return value < 100 ? counted(value, DIGITS, ['', '十', '百', '千'], true) : digits(value, DIGITS);
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'koreanCounting':
      return counted(value, ['零', ...DIGITS.slice(1)], ['', '十', '百', '千'], true);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return counted(value, FORMAL, ['', '拾', '佰', '仟'], false);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return digits(value, DIGITS);
    case 'koreanDigital2':
      return digits(value, ['零', ...DIGITS.slice(1)]);
    case 'numberInDash':
      return `- ${value} -`;
    case 'ordinal':
      return `${value}${ordinalEnding(value)}`;
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value);
    case 'ideographZodiac':
      return BRANCHES[value - 1] ?? String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value);
    case 'decimalEnclosedParen':
      return from(0x2474, value, 20) ?? `(${value})`;
    case 'decimalEnclosedFullstop':
      return from(0x2488, value, 20) ?? `${value}.`;
    case 'ideographEnclosedCircle':
      return from(0x3280, value, 10) ?? String(value);
    case 'ideographParenthesized':
      return from(0x3220, value, 10) ?? String(value);
    default:
      return String(value);
  }
}

function from(first: number, value: number, most: number): string | null {
  return value >= 1 && value <= most ? String.fromCodePoint(first + value - 1) : null;
}

function circled(value: number): string {
  return from(0x2460, value, 20) ?? from(0x3251, value - 20, 15) ?? from(0x32b1, value - 35, 15) ?? String(value);
}

function digits(value: number, characters: readonly string[]): string {
  return Array.from(String(value))
    .map((digit) => characters[Number(digit)] ?? digit)
    .join('');
}

/** 一百零五, 十二: the way that numbers are said. */
function counted(value: number, characters: readonly string[], units: readonly string[], bareTen: boolean): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const zero = rest > 0 && rest < 1000 ? (characters[0] ?? '') : '';
    return `${counted(Math.floor(value / 10_000), characters, units, bareTen)}万${zero}${rest > 0 ? counted(rest, characters, units, false) : ''}`;
  }
  if (value < 10) return characters[value] ?? String(value);
  let said = '';
  let zero = false;
  const places = Array.from(String(value));
  places.forEach((digit, index) => {
    if (digit === '0') zero = said !== '';
    else {
      said += (zero ? (characters[0] ?? '') : '') + (characters[Number(digit)] ?? '') + (units[places.length - 1 - index] ?? '');
      zero = false;
    }
  });
  return bareTen && value < 20 ? said.slice(1) : said;
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** A … Z, AA, BB …: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 30));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let [rest, written] = [value, ''];
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  for (const [step, sign] of steps) {
    while (rest >= step) {
      written += sign;
      rest -= step;
    }
  }
  return written;
}
