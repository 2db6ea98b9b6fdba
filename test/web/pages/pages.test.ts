import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../web/index.js';
import { HOSTILE, HOSTILE_FILE, HOSTILE_TABLE } from '../support.js';
import { sample, siteOf, text } from './store.js';

let made: Awaited<ReturnType<typeof siteOf>>;
let app: ReturnType<typeof createApp>;
/** Filling a store, and going through its pages, may wait for other tests where processors are few; in milliseconds. */
const FILLING = 240_000;
/** A notice, before and after its file has changed. */
const [BEFORE, AFTER] = ['2026年6月', '2026年9月'].map(
  (due) => `赣州市人民政府关于推进低空经济的通知
赣市府发〔2026〕3号

各县（市、区）人民政府：
一、目标
到2027年，低空经济企业达到50家以上。
二、任务
（一）抓好招商。根据《景德镇市人民政府通知》（景府发〔2026〕9号）引进企业。（牵头单位：市发展改革委；完成时限：${due}）

赣州市人民政府
2026年5月6日
`,
);

beforeAll(async () => {
  made = await siteOf([
    ...['clusters.txt', 'plan.docx', 'figures.docx', 'joint.txt', 'gazette.pdf'].map(sample),
    text(HOSTILE_FILE, HOSTILE),
    text('清单.csv', HOSTILE_TABLE),
    text('低空.txt', BEFORE ?? ''),
    text('低空.txt', AFTER ?? ''),
  ]);
  app = createApp(made.site);
}, FILLING);
afterAll(() => made.close());

const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => app.request(path, { headers });
const html = async (path: string, headers: Record<string, string> = {}): Promise<string> => (await get(path, headers)).text();

const PAGES = [
  '/',
  '/search',
  '/search?q=产业集群',
  '/search?q=产业集群&type=clusters&place=湖南省&year=2026',
  '/obligations',
  '/obligations?unit=市工信局&place=芜湖市&due_before=2026-12-31',
  '/obligations?unit=浮梁县政府&role=lead',
  '/notices',
  '/notices?q=数字化&issued_after=2025',
  '/clusters',
  '/clusters?place=湖南省&sort=name',
  '/ratings',
  '/ratings?year=2025&sort=-score',
  '/targets',
  '/targets?indicator=营业收入&sort=-value&limit=10',
  '/projects',
  '/projects?limit=1',
  '/observations',
  '/observations?view=list',
  '/observations?table=2026年全市工业经济主要指标分解表',
  '/observations?table=2026年全市工业经济主要指标分解表&rows=indicator&columns=area',
  '/findings',
  '/findings?severity=warning',
  '/unresolved',
  '/unresolved?type=organ',
  '/names/360200',
] as const;

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

function elements(page: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(page));
  return found;
}

const attribute = (element: Element, name: string): string | undefined => element.attrs.find((attr) => attr.name === name)?.value;

function linksOf(page: string): string[] {
  return elements(page).flatMap((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? []);
}

describe('every page', () => {
  it.each(PAGES)('%s stands in both languages, with a title, one heading and no inline script or style', async (path) => {
    for (const [lang, code] of [
      ['zh', 'zh-CN'],
      ['en', 'en'],
    ] as const) {
      const answer = await get(encodeURI(path), { 'accept-language': lang });
      const page = await answer.text();
      expect([answer.status, made.failures]).toEqual([200, []]);
      expect(page).toMatch(new RegExp(`^<!doctype html><html lang="${code}"`));
      const all = elements(page);
      expect(all.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
      expect(page).toMatch(/<title>[^<]+ · gongbao 公报<\/title>/);
      const inline = all.filter(
        (one) =>
          one.tagName === 'style' ||
          attribute(one, 'style') !== undefined ||
          (one.tagName === 'script' && attribute(one, 'src') === undefined),
      );
      expect(inline.map(({ tagName }) => tagName)).toEqual([]);
    }
  });

  it('is given out as JSON, CSV and workbook too, whatever it shows', async () => {
    const notices = (await made.site.stores.zh.page('notices', {}, { limit: 50 })).records;
    const notice = notices.find(({ title }) => title?.includes('低空经济'));
    const [cluster] = (await made.site.stores.zh.linkPage('cluster_entities', { limit: 1 })).records;
    const more = [`/notices/${notice?.id ?? ''}`, `/notices/${notice?.id ?? ''}/versions/1`, `/clusters/${cluster?.id ?? ''}`];
    // Before anything was asked a search shows nothing.
    for (const path of [...PAGES.filter((each) => each !== '/search'), ...more]) {
      const page = await html(encodeURI(path));
      for (const name of ['JSON', 'CSV', 'XLSX'])
        expect(page.includes(`>${name}</a>`) || page.includes('class="nothing"'), `${name} of ${path}`).toBe(true);
    }
  });

  it(
    'leads to addresses that are there, from every page and from what those lead to',
    async () => {
      const seen = new Set<string>(PAGES.map((path) => encodeURI(path)));
      const wrong: string[] = [];
      // Two steps reach every kind of page; of one kind and section some are enough.
      const kinds = new Map<string, number>();
      for (let step = [...seen], depth = 0; depth < 2; depth += 1) {
        const next: string[] = [];
        for (const path of step) {
          for (const link of linksOf(await html(path))) {
            const address = link.split('#')[0] ?? '';
            const kind = address.replace(/[0-9a-f]{8,}|\d+|%[^/&=?]*/g, '*');
            if (address === '' || seen.has(address) || (kinds.get(kind) ?? 0) >= 2) continue;
            kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
            seen.add(address);
            const answer = await get(address);
            const { status } = answer;
            // A file that nobody reads keeps its place among those that are sent at once.
            await answer.arrayBuffer();
            if (status !== 200 && status !== 302) wrong.push(`${status} ${decodeURI(address)} from ${decodeURI(path)}`);
            if (!/\.(svg|css|js|csv|xlsx|ics)\b|\/api\/|\/docs|lang=/.test(address)) next.push(address);
          }
        }
        step = next;
      }
      expect(wrong).toEqual([]);
      expect(seen.size).toBeGreaterThan(120);
    },
    FILLING,
  );
});

describe('what a notice says', () => {
  it('is text on every page, whatever stands in title, cell and file name', async () => {
    const paths = [
      '/',
      '/notices',
      '/projects',
      '/obligations',
      '/search?q=script',
      '/search?q=招商',
      '/findings',
      '/unresolved',
    ];
    const notices = linksOf(await html('/notices')).filter((link) => link.startsWith('/notices/'));
    for (const path of [...paths.map(encodeURI), ...notices]) {
      const all = elements(await html(path));
      const scripts = all.filter(({ tagName }) => tagName === 'script').map((one) => attribute(one, 'src'));
      expect([path, scripts]).toEqual([path, ['/assets/client.js']]);
      expect(all.filter((one) => attribute(one, 'onerror') !== undefined)).toEqual([]);
    }
  });

  it('leads from every record to its words and back', async () => {
    const [notice = ''] = linksOf(await html('/notices?q=%E6%95%B0%E5%AD%97%E5%8C%96%E8%BD%AC%E5%9E%8B')).filter((link) =>
      link.startsWith('/notices/'),
    );
    const page = elements(await html(notice));
    const ids = new Set(page.flatMap((one) => attribute(one, 'id') ?? []));
    const inside = page.flatMap((one) => attribute(one, 'href') ?? []).filter((href) => href.startsWith('#'));
    expect(inside.length).toBeGreaterThan(100);
    expect(inside.filter((href) => !ids.has(decodeURIComponent(href.slice(1))))).toEqual([]);
  });
});

describe('a notice with pages', () => {
  it('says in its text where each begins, and opens the original there where it is given out', async () => {
    const [notice = ''] = linksOf(await html('/notices?notice=gazette.pdf')).filter((link) => link.startsWith('/notices/'));
    const marks = (page: string) => elements(page).filter((one) => attribute(one, 'class') === 'pb');
    const without = marks(await html(notice));
    expect(without.length).toBeGreaterThan(1);
    expect(without.map(({ tagName }) => tagName)).not.toContain('a');
    const open = createApp({ ...made.site, settings: { ...made.site.settings, originals: ['/nowhere'] } });
    const with_ = marks(await (await open.request(notice)).text());
    const pages = with_.map((one) => Number(/original#page=(\d+)$/.exec(attribute(one, 'href') ?? '')?.[1]));
    expect(pages).toHaveLength(without.length);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  });
});

describe('a table of figures', () => {
  it('is turned as the address says, and no figure is lost', async () => {
    const table = '/observations?table=2026年全市工业经济主要指标分解表';
    const cells = async (address: string): Promise<{ head: string | undefined; links: number }> => {
      const page = await html(encodeURI(address));
      const head = /<th scope="col" class="label">([^<]*)/.exec(page)?.[1];
      return { head, links: linksOf(page).filter((link) => link.includes('#m-')).length };
    };
    const upright = await cells(table);
    expect(upright.links).toBeGreaterThan(10);
    for (const [laid, head] of [
      ['&rows=indicator', '指标'],
      ['&rows=year', '年份'],
      ['&columns=area', '指标'],
      ['&rows=area&columns=indicator', upright.head],
      ['&rows=sideways', upright.head],
    ] as const)
      expect([laid, await cells(table + laid)]).toEqual([laid, { head, links: upright.links }]);
  });
});

describe('names as somebody types them', () => {
  it('are those of the store as it is now', async () => {
    const offered = async (q: string): Promise<unknown> => (await get(`/suggest?q=${encodeURIComponent(q)}`)).json();
    expect(await offered('市发展改')).toMatchObject({ names: [{ name: '市发展改革委', kind: 'organ' }] });
    expect(await offered('无此名')).toEqual({ names: [] });
  });
});

describe('a notice whose file has changed', () => {
  it('tells what changed, and nothing of a version that is not there', async () => {
    const [notice = ''] = linksOf(await html('/notices?place=%E8%B5%A3%E5%B7%9E%E5%B8%82')).filter((link) =>
      link.startsWith('/notices/'),
    );
    expect(await html(notice)).toContain(`${notice}/versions/1`);
    const changes = await html(`${notice}/versions/1`);
    expect(changes).toContain('<del>2026-06</del>');
    expect(changes).toContain('<ins>2026-09</ins>');
    expect((await get(`${notice}/versions/7`)).status).toBe(404);
  });
});

describe('an address that cannot be answered', () => {
  it.each([
    ['/nothing', 404, '没有这个页面'],
    ['/notices/0000000000000000', 404, '没有这份公文'],
    ['/clusters/none', 404, '没有这个产业集群'],
    ['/names/none', 404, '地名录中没有'],
    ['/records/none', 404, '没有这条记录'],
    ['/targets?due_before=soon', 400, '“时限不晚于”不能是“soon”'],
    ['/ratings?year=20', 400, '年份'],
    ['/projects?limit=9999', 400, '每页条数'],
    ['/notices?cursor=wrong', 400, '翻页位置已失效'],
    ['/notices?sort=nothing', 400, '不能按地址中的这一项排序'],
    ['/notices?place=朝阳区', 400, '“朝阳区”不止一处'],
    ['/search?q=x&place=朝阳区', 400, 'href="/search?q=x&amp;place=220104">吉林省长春市朝阳区（220104）</a>'],
    ['/search?q=x&year=soon', 400, '无法按'],
  ])('%s says %i and what to do', async (path, status, words) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    const page = await answer.text();
    expect(page).toContain(words);
    // What the store says for programs is no sentence of a Chinese page.
    expect(page).not.toMatch(/cannot|Give /);
  });
});

describe('pages', () => {
  it('remember a language that was chosen, and keep the address when it is switched', async () => {
    const answer = await get('/notices?place=360000&lang=en');
    expect(answer.headers.get('set-cookie')).toMatch(/^lang=en;.*HttpOnly.*SameSite=Lax/);
    expect(await answer.text()).toContain('href="/notices?place=360000&amp;lang=zh"');
    expect(await html('/notices', { cookie: 'lang=en', 'accept-language': 'zh' })).toContain('<html lang="en"');
  });

  it('stand under a base path', async () => {
    const below = createApp({ ...made.site, settings: { ...made.site.settings, basePath: '/gongbao' } });
    const page = await (await below.request('/gongbao/notices')).text();
    expect(linksOf(page).filter((link) => link.startsWith('/') && !link.startsWith('/gongbao'))).toEqual([]);
  });

  it('lead to originals at their page only where the server has them', async () => {
    const originals = createApp({ ...made.site, settings: { ...made.site.settings, originals: ['/nowhere'] } });
    const [notice = ''] = linksOf(await html('/notices')).filter((link) => link.startsWith('/notices/'));
    expect(await html(notice)).not.toContain('/original');
    expect(await (await originals.request(notice)).text()).toContain(`/api/v1${notice}/original`);
  });

  it('go on from page to page without leaving out or repeating a record', async () => {
    const names: string[] = [];
    for (let path: string | undefined = '/clusters?limit=20&sort=name'; path !== undefined;) {
      const page: string = await html(path);
      names.push(...[...page.matchAll(/<th scope="row" class="wide">(?:<a [^>]*>)?([^<]+)/g)].map((match) => match[1] ?? ''));
      path = /href="([^"]*)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(names).toHaveLength(await made.site.stores.zh.count('clusters'));
  });

  it('offer names as one types', async () => {
    const answer = await get(`/suggest?q=${encodeURIComponent('市工业')}&kind=organ`);
    expect(await answer.json()).toMatchObject({
      names: expect.arrayContaining([{ name: '市工业和信息化局', kind: 'organ' }]) as unknown,
    });
    expect(await (await get('/suggest?q=')).json()).toEqual({ names: [] });
  });
});
