/** Fewest characters of names that are compared: shorter ones differ by a character and are two names. */
const SHORTEST = 6;
/** Characters of the place that a name begins with: two that differ there are of two places. */
const PLACE = 3;
/** Parts that a name may have or not and stay the same name. */
const OPTIONAL = /(产业集群|集群|产业链|产业|[省市县区]|和|与|及|、|“|”|的)/g;
/** Characters that tell two things of one kind apart. */
const TELLS_APART = /[\d一二三四五六七八九十甲乙丙丁东南西北上下前后内外新老大小A-Za-z]/;

/**
 * Are two names one name, one of them miswritten? They differ by a character or two in a row that is no number and no
 * direction, not in the place in front, and not by a part that may be left out.
 */
export function nearlySame(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > 2) return false;
  if (a.replace(OPTIONAL, '') === b.replace(OPTIONAL, '')) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < a.length - from && back < b.length - from && a.at(-1 - back) === b.at(-1 - back)) back++;
  if (from < PLACE || /[省市县区旗州]/.test(a.slice(from + 1, from + 5))) return false;
  const [x, y] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  const most = Math.min(a.length, b.length) >= 10 ? 2 : 1;
  return x.length <= most && y.length <= most && !TELLS_APART.test(x + y);
}
