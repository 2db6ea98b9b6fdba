import { describe, expect, it } from 'vitest';
import { plainCharacters } from '../../pipeline/read/pdf/characters.js';

describe('characters of a PDF', () => {
  it.each([
    ['a radical', '\u2FA5', '里'],
    ['a bar that fonts draw as the dash', '2025\u20152027年', '2025—2027年'],
    ['a compatibility ideograph', '\uF9DD', '利'],
    ['a minus sign stays', '\u2212', '\u2212'],
    ['an en dash stays', '2025\u20132027', '2025\u20132027'],
  ])('%s', (_, drawn, plain) => {
    expect(plainCharacters(drawn)).toBe(plain);
  });
});
