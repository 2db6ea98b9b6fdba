/** Words of grades from the best to the worst. */
const WORDS = [
  '优秀',
  '优良',
  '良好',
  '较好',
  '合格',
  '达标',
  '基本合格',
  '基本达标',
  '一般',
  '较差',
  '不合格',
  '不达标',
  '未达标',
];
const STARS = ['五星', '四星', '三星', '二星', '两星', '一星'];
const PRIZES = ['特等', '一等', '二等', '三等', '四等'];

/** The place of a grade among others of its kind, the best first; words that are no steps (示范园区) come behind those that are. */
export function gradeRank(grade: string): number {
  const known = WORDS.indexOf(grade);
  if (known >= 0) return known;
  for (const steps of [STARS, PRIZES]) {
    const step = steps.findIndex((word) => grade.startsWith(word));
    if (step >= 0) return step;
  }
  const letters = /^([A-E])\1*/.exec(grade)?.[0];
  // AAA before AA before A before B.
  return letters === undefined ? WORDS.length : (letters.codePointAt(0) ?? 0) - 64 - letters.length / 10;
}
