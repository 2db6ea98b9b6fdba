import { linesOf, setLine, type Line } from '../edit.js';
import { defineKind, type Clean, type Site } from '../kind.js';

const PLACE = /[\u4e00-\u9fa5]{2,7}?(?:自治州|自治县|[市县区旗])/g;
/** Characters that look or sound alike in names of places. */
const ALIKE: readonly string[] = [
  '州洲周',
  '阳杨扬',
  '川山',
  '湖河潮',
  '安庆',
  '博薄',
  '台合',
  '泉前',
  '溪西',
  '清青',
  '江口',
  '城成',
  '德得',
  '宁宇',
  '洛络',
  '芜无',
  '天大',
  '东冬',
  '岭领',
  '潭谭',
  '陵凌',
  '徽微',
];

/** Mentions of the place that signed, in lines that are not its head or signature. */
function mentions(clean: Clean): { line: Line; at: number; name: string }[] {
  const name = [...(clean.notice.head.issuers[0] ?? '').matchAll(PLACE)].at(-1)?.[0] ?? '';
  return name.length < 3
    ? []
    : linesOf(clean.document).flatMap((line) =>
        line.text.length < 40 || !line.text.includes('。')
          ? []
          : [...line.text.matchAll(new RegExp(name, 'g'))].map((m) => ({ line, at: m.index, name })),
      );
}

export const placeSlip = defineKind({
  name: 'place_slip',
  about: 'the place that signed, with a character left out or taken for another',
  checks: ['cross_reference', 'unresolved_name'],
  sites: (clean) =>
    mentions(clean).flatMap(({ line, at, name }): Site[] => {
      const alike = Array.from(name).flatMap((c, i) =>
        ALIKE.filter((set) => set.includes(c) && i < name.length - 1).flatMap((set) =>
          Array.from(set)
            .filter((o) => o !== c)
            .map((o) => name.slice(0, i) + o + name.slice(i + 1)),
        ),
      );
      const shorter = name.length >= 4 ? [name.slice(0, -2) + name.slice(-1), name.slice(0, 1) + name.slice(2)] : [];
      const variants = [...alike, ...shorter];
      if (variants.length === 0) return [];
      return [
        (random) => {
          const wrong = random.pick(variants);
          return {
            document: setLine(clean.document, line.at, line.text.slice(0, at) + wrong + line.text.slice(at + name.length)),
            what: `${name}→${wrong}: ${line.text.slice(Math.max(0, at - 8), at + 12)}`,
            tells: (f) => f.check === 'cross_reference' && f.actual === wrong,
          };
        },
      ];
    }),
});

const WORDS: readonly [string, string][] = [
  ['纺织', '针纺'],
  ['材料', '食料'],
  ['电子', '电气'],
  ['装备', '设备'],
  ['医药', '医疗'],
  ['化工', '化学'],
  ['信息', '智能'],
  ['制造', '智造'],
  ['家具', '家居'],
  ['汽车', '车辆'],
  ['光电', '光伏'],
  ['陶瓷', '瓷器'],
  ['食品', '食材'],
  ['机械', '机电'],
  ['稀土', '稀有'],
  ['能源', '能原'],
  ['服装', '服饰'],
];

export const clusterSlip = defineKind({
  name: 'cluster_slip',
  about: 'a cluster that a list names, in a sentence with another word for its industry, or the other way round',
  checks: ['cross_reference'],
  sites: (clean) => {
    const names = [...new Set(clean.notice.records.clusters.map((c) => c.name))].filter((n) => n.length >= 7);
    const lines = linesOf(clean.document);
    return names.flatMap((name) => {
      const places = lines.filter(({ text }) => text.includes(name));
      const words = WORDS.filter(([word]) => name.includes(word));
      return places.length < 2 || words.length === 0
        ? []
        : places.map((line): Site => (random) => {
            const [word, other] = random.pick(words);
            const wrong = name.replace(word, other);
            return {
              document: setLine(clean.document, line.at, line.text.replace(name, wrong)),
              what: `${name}→${wrong} in ${line.text.slice(0, 20)}`,
              // a title that names the cluster is told whole
              tells: (f) => f.check === 'cross_reference' && `${f.actual ?? ''} ${f.expected ?? ''}`.includes(wrong),
            };
          });
    });
  },
});

export const titleSlip = defineKind({
  name: 'title_slip',
  about: 'the plan that is issued, named in the text with a word of its title changed',
  checks: ['cross_reference'],
  sites: (clean) => {
    const title = (clean.notice.head.title ?? '').replace(/\s/g, '');
    return linesOf(clean.document).flatMap((line) =>
      [...line.text.matchAll(/《([^《》]{8,60})》/g)].flatMap((m): Site[] => {
        const name = m[1] ?? '';
        const words = [...WORDS, ['行动', '工作'], ['方案', '计划'], ['提升', '提质'], ['发展', '振兴']].filter(([w]) =>
          name.includes(w ?? '　'),
        );
        if (!title.includes(name) || words.length === 0) return [];
        return [
          (random) => {
            const [word = '', other = ''] = random.pick(words);
            const wrong = name.replace(word, other);
            return {
              document: setLine(clean.document, line.at, line.text.replace(name, wrong)),
              what: `${name}→${wrong}`,
              tells: (f) => f.check === 'cross_reference' && f.params['what'] === 'own_title',
            };
          },
        ];
      }),
    );
  },
});
