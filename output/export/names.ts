import { cutTo } from './cut.js';

const LONGEST = 60;

/** A name that any file system takes: no separators or marks that Windows forbids, not too long, and nobody else’s in any case of letters. */
export function fileName(wanted: string, ending: string, taken: Set<string>): string {
  const allowed = wanted
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001F<>:"/\\|?*]/g, '_')
    .replace(/^[. ]+|(?<![. ])[. ]+$/g, '');
  const bare = cutTo(allowed, LONGEST) || '_';
  for (let n = 1; ; n += 1) {
    const name = `${bare}${n === 1 ? '' : ` (${n})`}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
