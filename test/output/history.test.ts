import { describe, expect, it } from 'vitest';
import { counterpart } from '../../output/index.js';
import { noticeRecord } from './diff/records.js';
import { freshStore, hash, input, listed, notice } from './fixture.js';

const first = input('a/通知.txt');
const second = input('a/通知.txt', {
  input: { ...first.input, sha256: hash('second') },
  notices: [notice('a/通知.txt', { findings: [] })],
  fingerprint: { pipeline: 'p2', gazetteer: 'g1' },
});

describe('what an input held before', () => {
  it('lists its versions, the oldest first, and gives what each holds', async () => {
    const store = await freshStore();
    await store.put(first);
    const before = await listed(store, 'notices');
    await store.put(second);

    const versions = await store.history.versions('a/通知.txt');
    expect(versions).toMatchObject([
      { version: 1, current: false, sha256: first.input.sha256, fingerprint: first.fingerprint },
      { version: 2, current: true, sha256: hash('second'), fingerprint: second.fingerprint },
    ]);
    const [old, now] = [await store.history.read('a/通知.txt', 1), await store.history.read('a/通知.txt', 2)];
    expect(old?.records?.notices).toEqual(before);
    expect(old?.records?.findings).toHaveLength(1);
    expect(old?.document).toEqual(first.document);
    expect(old?.input).toEqual(first.input);
    expect(now?.records?.obligations).toEqual(await listed(store, 'obligations'));
    expect(now?.records?.findings).toEqual([]);
  });

  it('finds the input of a notice by its id', async () => {
    const store = await freshStore();
    await store.put(first);
    const [found] = await listed(store, 'notices');
    expect(await store.history.inputOf(found?.id ?? '')).toBe('a/通知.txt');
    expect(await store.history.inputOf('nothing')).toBeNull();
  });

  it('gives nothing for what it has never held', async () => {
    const store = await freshStore();
    await store.put(first);
    expect(await store.history.versions('b.txt')).toEqual([]);
    expect(await store.history.read('a/通知.txt', 2)).toBeNull();
    expect(await store.history.read('a/通知.txt', 0)).toBeNull();
  });

  it('keeps what a removed input held', async () => {
    const store = await freshStore();
    await store.put(first);
    await store.remove('a/通知.txt');
    expect(await store.history.versions('a/通知.txt')).toMatchObject([{ version: 1, current: false }]);
    expect((await store.history.read('a/通知.txt', 1))?.records?.clusters).toHaveLength(1);
  });
});

describe('a notice in another version of its file', () => {
  const wanted = noticeRecord({ text: '各单位：请认真执行，不得有误。' });
  const other = (change: Partial<typeof wanted>) =>
    noticeRecord({ id: 'x', document_number: null, title: null, text: '别的', ...change });
  it.each([
    { by: 'its id', others: [other({}), other({ id: 'n', ordinal: 2 })], ordinal: 2 },
    {
      by: 'its number, whatever the brackets',
      others: [other({}), other({ document_number: '江府发 〔2024〕1号', ordinal: 2 })],
      ordinal: 2,
    },
    { by: 'its title', others: [other({}), other({ title: '关于做好某项 工作的通知', ordinal: 3 })], ordinal: 3 },
    {
      by: 'being the only one, with much the same text',
      others: [other({ text: '各单位：请严格执行，不得有误。' })],
      ordinal: 1,
    },
    { by: 'nothing: another notice', others: [other({ text: '会议定于下周二召开' })], ordinal: undefined },
    {
      by: 'nothing: two have its title',
      others: [other({ title: wanted.title }), other({ title: wanted.title })],
      ordinal: undefined,
    },
  ])('is found by $by', async ({ others, ordinal }) => {
    expect((await counterpart(wanted, others))?.ordinal).toBe(ordinal);
  });
});
