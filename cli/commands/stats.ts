import { defineCommand } from '../kit/command.js';
import { EXIT } from '../kit/errors.js';
import { filterDefinitions, readFilter, wholeNumber } from '../kit/filters.js';
import { storeOption, withStore } from '../kit/store.js';

export const stats = defineCommand({
  name: 'stats',
  summary: { en: 'count what the store holds, by type, year, grade and check', zh: '按类型、年份、等次、核查项统计' },
  options: [
    ...filterDefinitions(['notice']),
    {
      flags: '--words [number]',
      text: { en: 'the words that are most characteristic of the notices (default: 20)', zh: '公文的特征词（默认 20 个）' },
    },
    storeOption,
    { flags: '--json', text: { en: 'print it as JSON', zh: '以 JSON 输出' } },
  ],
  examples: ['stats', 'stats --words 30', 'stats --notice 洪府发〔2021〕14号 --json'],
  async run({ options, terminal }) {
    const filter = readFilter(['notice'], options);
    const words = options.flag('words') ? 20 : options.text('words');
    const wanted = words === undefined ? 0 : wholeNumber('words', String(words));
    await withStore(options, terminal.asked, async (store) => {
      const { countAll, statisticsPage } = await import('../stats/count.js');
      const statistics = await countAll(store, filter);
      if (wanted > 0) {
        const { characteristicWords } = await import('../stats/words.js');
        statistics.words = await characteristicWords(store, filter, wanted);
      }
      const json = options.flag('json');
      await terminal.out(json ? `${JSON.stringify(statistics, null, 1)}\n` : statisticsPage(statistics, terminal));
    });
    return EXIT.ok;
  },
});
