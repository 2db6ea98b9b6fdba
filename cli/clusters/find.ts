import { codeHead, type PlaceFilter, type Store } from '../../output/index.js';
import type { ClusterEntity } from '../../schemas/index.js';
import { CommandError, didYouMean } from '../kit/errors.js';

/** What was asked for: a cluster's name or a part of it, and a place or park. */
export interface Wanted {
  name: string;
  place: string | PlaceFilter | null;
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
/** Fewest of a name's character pairs that one meant by it has too. */
const LIKE = 0.5;
/** Most names that are offered. */
const OFFERED = 5;

/**
 * Clusters that go by the name: those that bear it whole, else those of which it is a part; in the place, where one
 * is given. `near` has the names most like it where there are none.
 */
export async function findClusters(store: Store, { name, place }: Wanted): Promise<{ found: ClusterEntity[]; near: string[] }> {
  const wanted = fold(name);
  const whole: ClusterEntity[] = [];
  const part: ClusterEntity[] = [];
  const like: { name: string; share: number }[] = [];
  for await (const entity of store.links('cluster_entities')) {
    if (!liesIn(entity, place)) continue;
    const names = entity.names.map(fold);
    if (entity.id === name || names.includes(wanted)) whole.push(entity);
    else if (wanted !== '' && names.some((each) => each.includes(wanted))) part.push(entity);
    else like.push({ name: entity.name, share: Math.max(...names.map((each) => shared(wanted, each))) });
  }
  const near = like.filter((each) => each.share >= LIKE).toSorted((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
  return { found: whole.length > 0 ? whole : part, near: near.slice(0, OFFERED).map((each) => each.name) };
}

/** By the code of a place above or its own; else by the name of its place or park or a part of it. */
function liesIn({ place, place_code: code, park }: ClusterEntity, wanted: string | PlaceFilter | null): boolean {
  if (wanted === null) return true;
  const head = typeof wanted === 'string' ? wanted : wanted.code;
  if (/^\d+$/.test(head)) return code?.startsWith(codeHead(head)) === true;
  if (typeof wanted !== 'string') return false;
  return [place, park].some((name) => name?.includes(wanted) === true);
}

/** Share of the character pairs of both names that they have in common (Dice). */
function shared(a: string, b: string): number {
  const pairs = (text: string): Set<string> => new Set(Array.from(text.slice(1), (_, i) => text.slice(i, i + 2)));
  const [x, y] = [pairs(a), pairs(b)];
  const both = [...x].filter((pair) => y.has(pair)).length;
  return x.size + y.size === 0 ? 0 : (2 * both) / (x.size + y.size);
}

export function notFound({ name, place }: Wanted, near: readonly string[]): CommandError {
  const named = place === null || typeof place === 'string' ? place : (place.names[0] ?? place.code);
  const where = named === null ? { en: '', zh: '' } : { en: ` in ${named}`, zh: named };
  return new CommandError(
    { en: `no cluster in the store goes by the name “${name}”${where.en}`, zh: `数据库中没有名为“${name}”的${where.zh}产业集群` },
    near.length > 0
      ? didYouMean(...near)
      : { en: 'gongbao clusters lists those that notices name', zh: '用 gongbao clusters 查看公文提到的集群' },
  );
}
