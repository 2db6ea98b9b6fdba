import { defineCommand, type Call } from '../kit/command.js';
import { EXIT } from '../kit/errors.js';
import { readFilter } from '../kit/filters.js';
import { defineListing, idColumn } from '../kit/listing.js';
import { withPlace } from '../kit/place.js';
import { withStore } from '../kit/store.js';

const listing = defineListing({
  type: 'clusters',
  summary: { en: 'list the industry clusters (产业集群) that notices name', zh: '列出公文提到的产业集群' },
  filters: ['place'],
  columns: [
    { head: { en: 'cluster', zh: '产业集群' }, cell: (cluster) => cluster.name },
    { head: { en: 'industry', zh: '产业' }, cell: (cluster) => cluster.industry },
    { head: { en: 'place', zh: '所在地' }, cell: (cluster) => cluster.place },
    { head: { en: 'park', zh: '园区' }, cell: (cluster) => cluster.park },
    { head: { en: 'page', zh: '页' }, cell: (cluster) => cluster.page },
    idColumn,
  ],
  examples: ['clusters --place 赣州市', 'clusters --text 稀土 --json', 'clusters --history 进贤医疗器械产业集群'],
});

/** Lists clusters; with `--history` tells of one cluster over all notices. */
export const clusters = defineCommand({
  ...listing,
  options: [
    ...listing.options,
    {
      flags: '--history <name>',
      text: {
        en: 'one cluster over the years: its names, where notices mention it, its grades',
        zh: '一个集群的历史：各种名称、在哪些公文中出现、历年评价',
      },
    },
  ],
  run: (call) => (call.options.text('history') === undefined ? listing.run(call) : history(call)),
});

async function history({ options, terminal }: Call): Promise<typeof EXIT.ok> {
  const machine = options.flag('json') || options.flag('jsonl');
  await withStore(options, machine ? terminal.asked : terminal.lang, async (store) => {
    const { findClusters, notFound } = await import('../clusters/find.js');
    const { place = null } = await withPlace(readFilter(['place'], options), options);
    const wanted = { name: options.text('history') ?? '', place };
    const { found, near } = await findClusters(store, wanted);
    if (found.length === 0) throw notFound(wanted, near);
    const { historyPages, historyData } = await import('../clusters/history.js');
    const data = await historyData(store, found);
    if (options.flag('jsonl')) for (const each of data) await terminal.out(`${JSON.stringify(each)}\n`);
    else if (options.flag('json')) await terminal.out(`${JSON.stringify(data, null, 1)}\n`);
    else await terminal.out(await historyPages(data, terminal));
    terminal.note({ en: `${found.length} ${found.length === 1 ? 'cluster' : 'clusters'}`, zh: `共 ${found.length} 个集群` });
  });
  return EXIT.ok;
}
