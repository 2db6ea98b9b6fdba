import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Options } from '../../../cli/kit/command.js';
import { CommandError } from '../../../cli/kit/errors.js';
import { serveSettings } from '../../../cli/serve/settings.js';
import { OWN_NAMES } from '../../../web/index.js';

const folder = mkdtempSync(join(tmpdir(), 'gongbao-serve-'));
const TOKEN = 'a-token-of-sixteen-letters';
writeFileSync(join(folder, 'token'), `${TOKEN}\n`);
writeFileSync(join(folder, 'short'), 'abc');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (options: Record<string, unknown> = {}, env: NodeJS.ProcessEnv = {}) =>
  serveSettings(new Options(options), env, OWN_NAMES);

describe('how a server is to run', () => {
  it('is for this computer only unless told otherwise', () => {
    expect(read()).toEqual({
      ...{ host: '127.0.0.1', port: 8610, basePath: '', token: null, originals: [], log: false },
      hosts: ['localhost', '127.0.0.1', '[::1]'],
    });
  });

  it.each([
    ['an address of the network', { host: '0.0.0.0' }, { host: '0.0.0.0', hosts: null }],
    ['IPv6 in brackets', { host: '[::1]' }, { host: '::1', hosts: [...OWN_NAMES] }],
    ['further names', { allowHost: 'a.example, b.example' }, { hosts: [...OWN_NAMES, 'a.example', 'b.example'] }],
    ['names on the network', { host: '0.0.0.0', allowHost: 'a.example' }, { hosts: [...OWN_NAMES, 'a.example'] }],
    ['a base path', { basePath: 'gongbao/' }, { basePath: '/gongbao' }],
    ['a base path of two parts', { basePath: '/a/b' }, { basePath: '/a/b' }],
    ['no base path', { basePath: '/' }, { basePath: '' }],
    ['a token in a file', { tokenFile: join(folder, 'token') }, { token: TOKEN }],
    ['folders of originals', { originals: [folder, tmpdir()].join(delimiter) }, { originals: [folder, tmpdir()] }],
    ['any port', { port: '0' }, { port: 0 }],
    ['a log', { log: 'json' }, { log: true }],
    ['numbers of people on this computer', { withPersonalData: true }, { token: null }],
    [
      'numbers of people for who has the token',
      { withPersonalData: true, host: '0.0.0.0', tokenFile: join(folder, 'token') },
      { token: TOKEN },
    ],
  ])('%s', (_, options, settings) => {
    expect(read(options)).toMatchObject(settings);
  });

  it('takes the token of the environment, and that of a file before it', () => {
    expect(read({}, { GONGBAO_TOKEN: TOKEN }).token).toBe(TOKEN);
    expect(read({}, { GONGBAO_TOKEN: '' }).token).toBeNull();
    expect(read({ tokenFile: join(folder, 'token') }, { GONGBAO_TOKEN: `${TOKEN}-of-env` }).token).toBe(TOKEN);
  });

  it.each([
    ['numbers of people on the network', { withPersonalData: true, host: '0.0.0.0' }, /numbers of people/],
    ['a short token', { tokenFile: join(folder, 'short') }, /16 characters/],
    ['a file of a token that is not there', { tokenFile: join(folder, 'none') }, /cannot be read/],
    ['a port that is none', { port: '70000' }, /0 to 65535/],
    ['a base path that is none', { basePath: '/a?b' }, /path such as/],
    ['originals that are no folder', { originals: join(folder, 'token') }, /no folder/],
  ])('is refused with %s', (_, options, message) => {
    expect(() => read(options)).toThrow(CommandError);
    expect(() => read(options)).toThrow(message);
  });
});
