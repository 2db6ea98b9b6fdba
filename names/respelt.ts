/** Characters that are taken for each other in names, and what was meant. */
const TAKEN_FOR: readonly (readonly [written: string, meant: string])[] = [
  ['州', '洲'],
  ['洲', '州'],
  ['毫', '亳'],
  ['徳', '德'],
  ['漂', '溧'],
  ['沪', '泸'],
  ['潭', '谭'],
  ['彬', '郴'],
  ['氾', '汜'],
  ['薪', '新'],
];

/** Slips are looked for in names up to this length. */
export const LONGEST_SLIP = 60;

/** The names that may be meant where a character stands twice by mistake, or for one that looks or sounds like it. */
export function* respellings(name: string): Generator<string> {
  if (name.length > LONGEST_SLIP) return;
  for (let at = 1; at < name.length; at += 1) {
    if (name[at] === name[at - 1]) yield name.slice(0, at) + name.slice(at + 1);
  }
  for (const [written, meant] of TAKEN_FOR) {
    for (let at = name.indexOf(written); at >= 0; at = name.indexOf(written, at + 1))
      yield name.slice(0, at) + meant + name.slice(at + 1);
  }
}

/** How sure a name is that had to be respelt. */
export const RESPELT_SCORE = 0.8;
