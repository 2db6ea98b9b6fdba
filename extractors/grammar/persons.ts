import { clean } from './fold.js';

const POST =
  '(?:省长|市长|县长|区长|州长|盟长|镇长|乡长|书记|主任|局长|厅长|处长|科长|部长|常委|秘书长|主席|巡视员|调研员|组长|党组成员|党委委员|负责同志|领导)';
const BEFORE = new RegExp(`^.{0,30}${POST}(?=[\\u4e00-\\u9fa5]{2,4}$)`);
const BEHIND = new RegExp(`^([\\u4e00-\\u9fa5]{2,4}?)(?:同志|副?${POST})$`);
const ONLY_POST = new RegExp(`${POST}$`);

/**
 * The persons of a list of leaders, by name alone: `市委常委、副市长陈涛` is 陈涛, `孙晓梅（副市长）` 孙晓梅. A post without a name
 * stands for its holder where nobody is named.
 */
export function personsOf(text: string): string[] {
  const parts = clean(oneLine(text.replace(/（[^（）]*）/g, '')))
    .split(/[、，；/]/)
    .filter((t) => t !== '');
  const names = parts.map((t) => nameBeforePost(t) ?? t.replace(BEFORE, ''));
  const persons = names.filter((t) => !ONLY_POST.test(t));
  return persons.length > 0 ? persons : names;
}

/** Lines and blanks part persons, but not the characters of a name that a narrow cell sets one below the other: `李` ⏎ `维` ⏎ `平`. */
function oneLine(text: string): string {
  const pieces = text.split(/\s+/).filter((t) => t !== '');
  const upright =
    pieces.length <= 3 && pieces.slice(1).every((t) => /^[\u4e00-\u9fa5]$/.test(t)) && (pieces[0] ?? '').length <= 2;
  return pieces.join(upright ? '' : '、');
}

/** `韩雪梅副市长` is 韩雪梅; `市政府党组成员` has no name. */
function nameBeforePost(text: string): string | null {
  const name = BEHIND.exec(text)?.[1] ?? null;
  return name === null || NO_PERSON.test(name) ? null : name;
}
const NO_PERSON = /[省市县区州委府局厅]|人大|政协|分管|常务|主要|有关|相关/;
