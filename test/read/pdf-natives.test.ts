import { expect, it } from 'vitest';
import { readDocument } from '../../pipeline/index.js';
import { handmadePdf, text } from './handmade-pdf.js';

// pdf.js's build for older systems puts slow stand-ins in place of these, for all code of the process.
it('leaves Node its own methods when it has read a PDF', async () => {
  const before = [Array.prototype.push, JSON.parse, JSON.stringify];
  await readDocument(handmadePdf([{ draw: [text(72, 100, '关于做好产业集群培育工作的通知')] }]), '通知.pdf');
  expect([Array.prototype.push, JSON.parse, JSON.stringify]).toEqual(before);
  expect([Array.prototype.push, JSON.parse, JSON.stringify].every((method, i) => method === before[i])).toBe(true);
  for (const method of [Array.prototype.push, JSON.parse, JSON.stringify])
    expect(Function.prototype.toString.call(method)).toContain('[native code]');
});
