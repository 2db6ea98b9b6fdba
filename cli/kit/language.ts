export type Lang = 'zh' | 'en';

/** A sentence for people, in both languages. */
export type Text = Readonly<Record<Lang, string>>;

/**
 * The language of messages: `--lang`, else the configuration's, else what the environment says, else English. Read before
 * commander is asked, for its help.
 */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv, configured?: Lang): Lang {
  const asked = askedLanguage(argv) ?? configured;
  if (asked !== undefined) return asked;
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language that the user asked for by `--lang`, null where the environment decides. */
export function askedLanguage(argv: readonly string[]): Lang | null {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const joined = options.findLast((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  const asked = joined ?? options[options.lastIndexOf('--lang') + 1 || options.length];
  return asked === 'zh' || asked === 'en' ? asked : null;
}
