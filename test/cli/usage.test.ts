import { describe, expect, it } from 'vitest';
import { Workplace } from './support/place.js';
import { gongbao } from './support/program.js';

const place = new Workplace();

describe('a command line that cannot be read', () => {
  it.each([
    [['cluster'], "gongbao: unknown command 'cluster'", '  → did you mean clusters?'],
    [['xyzzy'], "gongbao: unknown command 'xyzzy'", '  → gongbao --help, or --help after a command, tells more'],
    [['notices', '--jsn'], "gongbao: unknown option '--jsn'", '  → did you mean --json?'],
    [['notices', 'x'], "gongbao: too many arguments for 'notices'. Expected 0 arguments but got 1.", null],
    [['ingest'], "gongbao: missing required argument 'path'", null],
    [['show'], "gongbao: missing required argument 'notice|record'", null],
    [['notices', '--limit'], "gongbao: option '--limit <number>' argument missing", null],
    [['notices', '--limit', '0'], 'gongbao: --limit wants a whole number of 1 or more, got “0”', null],
    [['notices', '--limit', '1e3'], 'gongbao: --limit wants a whole number of 1 or more, got “1e3”', null],
    [['ingest', '.', '--jobs', 'many'], 'gongbao: --jobs wants a whole number of 1 or more, got “many”', null],
    [
      ['obligations', '--due-before', '2026-13'],
      'gongbao: --due-before wants a date as 2026, 2026-06 or 2026-06-30, got “2026-13”',
      null,
    ],
    [['obligations', '--role', 'boss'], null, null],
    [['findings', '--severity', 'fatal'], null, null],
    [['export', '--format', 'xml', '--out', 'x'], null, null],
    [['export'], 'gongbao: --out names the file or folder to write to', null],
    [['notices', '--lang', 'fr'], null, null],
  ])('%j is told in a line, with exit code 2', (args, cause, nextStep) => {
    const { code, out, notes } = gongbao(args, { cwd: place.path });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes[0]).toMatch(/^gongbao: /);
    expect(notes.length).toBeLessThanOrEqual(2);
    if (cause !== null) expect(notes[0]).toBe(cause);
    if (nextStep !== null) expect(notes[1]).toBe(nextStep);
  });

  it('is told in Chinese where asked to', () => {
    const { notes } = gongbao(['cluster', '--lang', 'zh']);
    expect(notes).toEqual(["gongbao: 没有命令 'cluster'", '  → 是不是 clusters？']);
  });

  it('no command at all shows the help', () => {
    const { code, out, err } = gongbao([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: gongbao');
  });
});

describe('a store that cannot be used', () => {
  it('missing: says how to make one, and makes none', () => {
    const { code, out, notes } = gongbao(['notices', '--store', 'none.db'], { cwd: place.path });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(notes[0]).toContain('none.db');
    expect(notes[1]).toContain('gongbao ingest');
    expect(gongbao(['notices', '--store', 'none.db'], { cwd: place.path }).code).toBe(1);
  });

  it('no store: named, with what to do', () => {
    place.write('letter.txt', '这不是数据库。'.repeat(200));
    for (const args of [['notices'], ['ingest', 'letter.txt'], ['export', '--out', 'x']]) {
      const { code, notes } = gongbao([...args, '--store', 'letter.txt'], { cwd: place.path });
      expect(code).toBe(1);
      expect(notes[0]).toContain('letter.txt');
      expect(notes).toHaveLength(2);
    }
    expect(place.read('letter.txt')).toContain('这不是数据库');
  });

  it('in a folder that is not there: named', () => {
    place.write('a.txt', '通知');
    const { code, notes } = gongbao(['ingest', 'a.txt', '--store', 'no/where.db'], { cwd: place.path });
    expect(code).toBe(1);
    expect(notes[0]).toContain('no');
  });

  it('is found by GONGBAO_STORE', () => {
    const { code, notes } = gongbao(['notices'], { cwd: place.path, env: { GONGBAO_STORE: 'named-by-variable.db' } });
    expect(code).toBe(1);
    expect(notes[0]).toContain('named-by-variable.db');
  });

  it('shows a stack trace only where DEBUG is set', () => {
    expect(gongbao(['notices', '--store', 'none.db'], { cwd: place.path }).err).not.toContain('    at ');
    expect(gongbao(['notices', '--store', 'none.db'], { cwd: place.path, env: { DEBUG: '1' } }).err).toContain('    at ');
  });
});
