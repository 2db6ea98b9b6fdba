/** The letters and digits of `other` that `found` has not, each as often as it is missing; signs have several spellings. */
export function lettersLost(other: string, found: string): string {
  const counts = new Map<string, number>();
  for (const character of lettersOf(found)) counts.set(character, (counts.get(character) ?? 0) + 1);
  let lost = '';
  for (const character of lettersOf(other)) {
    const left = counts.get(character) ?? 0;
    if (left === 0) lost += character;
    else counts.set(character, left - 1);
  }
  return lost;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
