/** What a file's front matter says, and the text below it. */
export interface Fronted {
  title: string | null;
  body: string;
}

/** YAML between lines of `---`, or TOML between lines of `+++`, at the very top. */
const FRONT = /^\uFEFF?\s*(---|\+\+\+)[ \t]*\n([^]*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/;
const LONGEST = 20_000;

/** Takes the front matter off a Markdown file: it tells of the page that was captured and is no text. */
export function withoutFrontMatter(text: string): Fronted {
  const head = text.slice(0, LONGEST);
  const found = FRONT.exec(head);
  const lines = found?.[2]?.split('\n') ?? [];
  // a rule at the top with text below it is no front matter
  if (found === null || !lines.some(isEntry) || !lines.every(isPart)) return { title: null, body: text };
  const title = lines
    .map((line) => /^["']?title["']?\s{0,40}[:=](.+)$/i.exec(line)?.[1]?.trim())
    .find((value) => value !== undefined && value !== '');
  return { title: title === undefined ? null : unquoted(title), body: text.slice(found[0].length) };
}

const isEntry = (line: string): boolean => /^["']?[\w\u4e00-\u9fa5 .-]{1,40}["']?\s*[:=](?:\s|$)/.test(line);
/** An entry, an item or a continuation of one, a comment, a table's name in TOML. */
const isPart = (line: string): boolean => /^(?:\s|-|#|\[|\}|\]|$)/.test(line) || isEntry(line);

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2]?.trim() ?? value;
