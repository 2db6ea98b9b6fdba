import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { compileLater } from '../../intake/index.js';

describe('what V8 is told before an ingest', () => {
  it('is an option that this V8 has, and can be told while it runs', () => {
    // an option that V8 does not have is passed over without a word
    expect(execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })).toContain(' --interrupt-budget ');
    expect(compileLater).not.toThrow();
  });
});
