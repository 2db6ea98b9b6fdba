import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkedConfig } from '../../cli/kit/config.js';
import { findConfig } from '../../cli/kit/config-file.js';
import { defaultsOf } from '../../cli/kit/defaults.js';
import { CommandError } from '../../cli/kit/errors.js';
import { Workplace } from './support/place.js';

const place = new Workplace();
place.write('above/gongbao.config.json', '{ "store": "notices.db", "lang": "zh" }');
mkdirSync(place.at('above/in/it'), { recursive: true });
place.write('home/.config/gongbao/config.json', '{ "pager": "" }');
place.write('named.json', '{ "gazetteer": "/own.csv" }');
place.write('broken/gongbao.config.json', '{ store: ');
const home = place.at('home');

const configAt = async (cwd: string, env: NodeJS.ProcessEnv = {}) => {
  const file = await findConfig({ env, cwd: place.at(cwd), home });
  return file && checkedConfig(file);
};

describe('the configuration that holds', () => {
  it('is the nearest one above, its paths meant from its own folder', async () => {
    expect(await configAt('above/in/it')).toEqual({ store: place.at('above/notices.db'), lang: 'zh' });
  });

  it('is the user’s own where no folder has one', async () => {
    expect(await configAt('home')).toEqual({ pager: '' });
  });

  it('is the one that GONGBAO_CONFIG names, whatever lies above', async () => {
    expect(await configAt('above/in/it', { GONGBAO_CONFIG: place.at('named.json') })).toEqual({ gazetteer: '/own.csv' });
  });

  it('is none where there is none', async () => {
    expect(await findConfig({ env: {}, cwd: place.path, home: place.at('nobody') })).toBeNull();
  });

  it.each([
    ['broken', {}, /gongbao\.config\.json: the configuration cannot be read/],
    ['home', { GONGBAO_CONFIG: 'missing.json' }, /missing\.json: there is no such file/],
  ])('is an error in %s', async (cwd, env, message) => {
    await expect(configAt(cwd, env)).rejects.toThrow(message);
  });
});

describe('a wrong configuration', () => {
  it.each([
    [{ stor: 'x' }, /no setting “stor”/, 'did you mean store?'],
    [{ colour: 'x' }, /no setting “colour”/, 'the settings are store, gazetteer, lang, pager'],
    [{ lang: 'fr' }, /lang: /, 'the settings are store, gazetteer, lang, pager'],
    [['store'], /expected object/, 'the settings are store, gazetteer, lang, pager'],
  ])('%j is told with what to do', (content, message, nextStep) => {
    try {
      checkedConfig({ path: '/c/gongbao.config.json', content });
      expect.fail('it was taken');
    } catch (error) {
      expect(error).toBeInstanceOf(CommandError);
      expect(error).toMatchObject({ message: expect.stringMatching(message) as string, nextStep: { en: nextStep } });
    }
  });
});

it('the environment comes before the configuration', () => {
  expect(defaultsOf({ store: 'c.db', gazetteer: 'c.csv' }, { GONGBAO_STORE: 'e.db' })).toEqual({
    store: 'e.db',
    gazetteer: 'c.csv',
  });
});
