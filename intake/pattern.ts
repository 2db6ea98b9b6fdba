/** Characters that make an argument a glob. */
const magic = /[*?{}[\]]|[!@+]\(/;

export function isPattern(arg: string): boolean {
  return magic.test(arg);
}

/** The folders of a glob before its first wildcard: `2024` of `2024/*.pdf`, `.` where it begins with one. */
export function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => isPattern(part)),
  );
  if (fixed.length === 0) return '.';
  return fixed.join('/') || '/';
}
