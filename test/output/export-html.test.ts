import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { noticeReport } from '../../output/index.js';
import { numbered, type Entry } from '../../output/export/html/entries.js';
import { markedText } from '../../output/export/html/marked.js';
import { freshStore, input, listed, notice } from './fixture.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(html: string): Element[] {
  const walk = (nodes: Node[]): Element[] => nodes.flatMap((node) => ('tagName' in node ? [node, ...walk(node.childNodes)] : []));
  return walk(parse(html).childNodes.filter((node): node is Node => 'childNodes' in node || 'value' in node));
}

const attribute = (element: Element, name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value;

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const EVIL = '<script>alert(1)</script><img src=x onerror="alert(2)">';

/** A notice with markup in its title, its text, a cell, a name and the name of its file. */
async function evilReport(): Promise<string> {
  const made = notice('甲');
  const text = `${made.head.text}${EVIL}\n甲\t${EVIL}\n`;
  made.head = { ...made.head, title: EVIL, text, issuers: [EVIL], document_number: EVIL };
  made.records.projects = made.records.projects.map((project) => ({
    ...project,
    name: EVIL,
    other: { [EVIL]: EVIL },
    quote: EVIL,
    start: text.indexOf(EVIL),
    end: text.indexOf(EVIL) + EVIL.length,
  }));
  const store = await freshStore();
  await store.put(input(`${EVIL.replaceAll('/', '_')}.txt`, { notices: [made] }));
  const [head] = await listed(store, 'notices');
  if (!head) throw new Error('the notice is stored');
  return noticeReport(store, head, 'zh');
}

async function plainReport(lang: 'zh' | 'en' = 'zh'): Promise<string> {
  const store = await freshStore();
  await store.put(input('甲'));
  const [head] = await listed(store, 'notices');
  if (!head) throw new Error('the notice is stored');
  return noticeReport(store, head, lang);
}

describe('a report', () => {
  test('runs nothing and asks for nothing, whatever stands in the notice', async () => {
    const elements = elementsOf(await evilReport());
    const names = new Set(elements.map(({ tagName }) => tagName));
    for (const name of ['script', 'img', 'link', 'iframe', 'object', 'base', 'form']) expect([...names]).not.toContain(name);
    for (const element of elements) {
      for (const { name, value } of element.attrs) {
        expect(name).not.toMatch(/^on|^src$|^style$/);
        if (name === 'href') expect(value).toMatch(/^#/);
      }
    }
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toContain("default-src 'none'");
    expect(textOf(elements.find(({ tagName }) => tagName === 'h1') as Node)).toBe(EVIL);
  });

  test('every record leads to its words and back', async () => {
    const elements = elementsOf(await plainReport());
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap((element) => (element.tagName === 'a' ? (attribute(element, 'href') ?? []) : []));
    for (const link of links) expect(ids).toContain(link.slice(1));
    const entries = ids.filter((id) => /^r\d+$/.test(id));
    expect(entries).toHaveLength(7);
    for (const id of entries) {
      expect(links).toContain(`#${id}`);
      expect(links).toContain(id.replace('r', '#m'));
    }
  });

  test('is in the language that is asked for', async () => {
    expect(await plainReport('zh')).toContain('<html lang="zh-CN">');
    const english = await plainReport('en');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('obligations');
    expect(english).toContain('Mobile and identity numbers of people are masked.');
  });

  test('the words in it are those of the notice, in their order', () => {
    const text = '一、任务\n甲乙丙丁\n表\t头\n1\t2\n尾';
    const spans: [number, number][] = [
      [0, 9],
      [5, 7],
      [6, 9],
      [10, 15],
      [14, 15],
      [14, 15],
      [16, 18],
    ];
    const entries = numbered(
      spans.map(([start, end]): Omit<Entry, 'number'> => ({ type: 'targets', span: { start, end }, values: {} })),
    );
    const html = markedText(text, entries, { title: () => '' });
    const body = parse(html);
    const words = body.childNodes
      .map((node) => ('childNodes' in node || 'value' in node ? textOf(node as Node) : ''))
      .join('')
      .replace(/\s/g, '');
    // The numbers stand before the words they are of; without them the text is as it was.
    const bare = html
      .replace(/<a class="n"[^>]*>\d+<\/a>/g, '')
      .replace(/<[^>]+>/g, '')
      .replace(/\s/g, '');
    expect(bare).toBe(text.replace(/\s/g, ''));
    expect(words.length).toBeGreaterThan(bare.length);
    const begun = [...html.matchAll(/ id="m(\d+)"/g)].map(([, number]) => Number(number));
    expect(begun).toEqual(spans.map((_, i) => i + 1));
  });

  test('has what is set into it where it belongs, each once, and the words as they are', () => {
    const text = '甲乙丙\n\n丁\t戊己\n庚';
    const entries = numbered([{ type: 'targets', span: { start: 1, end: 3 }, values: {} }]);
    const inserted = [0, 2, 4, 8, 10, 11].map((at) => ({ at, html: `<i>${at}</i>` }));
    const html = markedText(text, entries, { title: () => '', inserted });
    expect(html.replace(/<a class="n"[^>]*>\d+<\/a>|<\/?(?!i>)(?!\/i>)[a-z][^>]*>|\n/g, '')).toBe(
      '<i>0</i>甲乙<i>2</i>丙<i>4</i>丁戊<i>8</i>己<i>10</i>庚',
    );
  });
});
