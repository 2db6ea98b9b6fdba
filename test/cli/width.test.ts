import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { printedWidth } from '../../cli/kit/width.js';

const plain = fc.constantFrom(...Array.from('市工信局〔2021〕14号，（一）“５G＋”—…·ab 12\t○●①Ⅲ㎡℃ーｱ가👍'));

it('is the width that a terminal gives text, whatever it holds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: plain })), (text) => {
      expect(printedWidth(text)).toBe(stringWidth(text));
    }),
  );
});

it('is that of each character of the blocks that notices are written in', () => {
  for (let code = 0x20; code < 0xffff; code += 1) {
    const text = String.fromCharCode(code);
    if (printedWidth(text) !== stringWidth(text)) expect.fail(`U+${code.toString(16)}`);
  }
});
