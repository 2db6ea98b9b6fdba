/** Endings of organs' names that a line end may cut. */
const ENDINGS = ['管理委员会', '委员会', '人民政府', '办公室', '办公厅', '办事处', '领导小组', '指挥部'];

/** True where the line end cuts an organ's ending: `管理委` ⏎ `员会`, `街道办` ⏎ `事处`. */
export function breaksEnding(before: string, after: string): boolean {
  return ENDINGS.some((word) => {
    for (let k = 1; k < word.length; k += 1) {
      const long = k > 1 || word.length - k > 1;
      if (long && before.endsWith(word.slice(0, k)) && after.startsWith(word.slice(k))) return true;
    }
    return false;
  });
}
