/** A sentence for people, in both languages. */
export type Text = Readonly<Record<'zh' | 'en', string>>;

/** The code of a system error (`ENOENT`, `EACCES`, …), null for any other. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
