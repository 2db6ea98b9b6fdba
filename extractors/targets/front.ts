import { dueDates } from '../grammar/dates.js';
import {
  AT_LEAST,
  COMPARATORS,
  COMPARED_WITH,
  EACH,
  FALLS,
  FILLER,
  GROWS,
  NO_COMPARATOR,
  PACE,
  RESPECTIVELY,
  ROUGHLY,
  SHARE_OF,
  YEARLY_GROWTH,
  type Comparator,
} from './words.js';

/** What the words between a figure and its subject say. */
export interface Front {
  /** what is left when all of it is taken off: the subject with what leads up to it */
  subject: string;
  /** the comparator right in front of the figure, and how it compares */
  word: string;
  comparator: Comparator | null;
  growth: { direction: 'increase' | 'decrease'; annual: boolean } | null;
  /** 均, 都, 各: each of several subjects has the figure */
  each: boolean;
  /** 分别: several subjects have one figure each */
  respectively: boolean;
}

/** What one layer takes off the end of the words: how many characters, and what they mean. */
interface Layer {
  name: string;
  take: (words: string, front: Front) => { length: number; says?: Partial<Front> } | null;
}

const ending = (pattern: RegExp, says: (front: Front, match: RegExpExecArray) => Partial<Front> = () => ({})): Layer['take'] => {
  return (words, front) => {
    const match = pattern.exec(words);
    return match && { length: match[0].length, says: says(front, match) };
  };
};

/** The words of comparison by their last character, longer ones first. */
const ENDING_IN = new Map<string, string[]>();
for (const [word] of COMPARATORS) {
  const end = word.at(-1) ?? '';
  ENDING_IN.set(end, [...(ENDING_IN.get(end) ?? []), word]);
}

const PACED = ending(PACE, ({ growth }) => ({ growth: growth && { ...growth, annual: true } }));

/** In this order, each as often as it fits, from the figure towards the subject. */
const LAYERS: readonly Layer[] = [
  { name: 'share of something', take: ending(SHARE_OF, (_, m) => comparison(m[1] ?? '')) },
  {
    name: 'comparator',
    take: (words, front) => {
      const found =
        front.word === '' && front.growth === null && !NO_COMPARATOR.test(words)
          ? ENDING_IN.get(words.at(-1) ?? '')?.find((word) => words.endsWith(word))
          : undefined;
      return found === undefined ? null : { length: found.length, says: comparison(found) };
    },
  },
  { name: 'estimate', take: ending(ROUGHLY, () => ({ comparator: 'approx' })) },
  { name: 'one each', take: ending(RESPECTIVELY, () => ({ respectively: true })) },
  { name: 'the same for each', take: ending(EACH, () => ({ each: true })) },
  { name: 'yearly growth', take: once(ending(YEARLY_GROWTH, () => ({ growth: { direction: 'increase', annual: true } }))) },
  { name: 'growth', take: once(ending(GROWS, () => ({ growth: { direction: 'increase', annual: false } }))) },
  { name: 'fall', take: once(ending(FALLS, () => ({ growth: { direction: 'decrease', annual: false } }))) },
  {
    name: 'pace',
    take: (words, front) => (front.growth === null ? null : PACED(words, front)),
  },
  { name: 'year compared with', take: ending(COMPARED_WITH) },
  { name: 'where it starts from', take: ending(/[由从][^，由从]{0,14}\d[^，由从]{0,12}$/) },
  { name: 'date', take: trailingDate },
  { name: 'filler', take: ending(FILLER) },
];

/** A second verb of growth is part of the subject. */
function once(take: Layer['take']): Layer['take'] {
  return (words, front) => (front.growth === null ? take(words, front) : null);
}

const comparison = (word: string): Partial<Front> => ({
  word,
  comparator: COMPARATORS.find(([w]) => w === word)?.[1] ?? null,
});

function trailingDate(words: string): { length: number } | null {
  const last = /\d|[二〇]/.test(words) ? dueDates(words).at(-1) : undefined;
  if (last?.to !== words.length || last.from === 0) return null;
  return { length: last.to - last.from + (words[last.from - 1] === '、' ? 1 : 0) };
}

/** As many characters at the end of the words are looked at: what stands between subject and figure is short. */
const REACH = 40;

/** Takes the words in front of a figure apart, from the figure towards the subject. */
export function frontOf(words: string): Front {
  let front: Front = { subject: words, word: '', comparator: null, growth: null, each: false, respectively: false };
  for (let layer = 0; layer < LAYERS.length;) {
    const end = front.subject.slice(-REACH);
    const taken = LAYERS[layer]?.take(end, front) ?? null;
    if (taken === null || taken.length === 0) {
      layer++;
      continue;
    }
    const { comparator = null, ...says } = taken.says ?? {};
    front = {
      ...front,
      ...says,
      comparator: front.comparator === 'approx' ? 'approx' : (comparator ?? front.comparator),
      subject: front.subject.slice(0, -taken.length),
    };
    layer = 0;
  }
  if (front.comparator === null && AT_LEAST.test(words)) front.comparator = 'gte';
  return front;
}
