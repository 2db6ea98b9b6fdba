/** A saved page as one file (RFC 2557): a message whose first page part is the page itself. */
export interface ArchivedPage {
  bytes: Uint8Array;
  /** the encoding that the part's header names */
  charset: string | null;
}

/** Bytes in which the header of a message ends at the latest. */
const HEADER = 8192;
/** Parts nested in parts, as mail programs make them. */
const DEEPEST = 8;

interface Part {
  header: string;
  body: string;
}

/** True for a web archive: a message with parts that belong together, or one that is a page. */
export function isWebArchive(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER)).toString('latin1').replace(/^ï»¿/, '');
  if (!/^[\w-]+:/.test(head)) return false;
  const header = partOf(head).header;
  const type = field(header, 'content-type').toLowerCase();
  return /^(?:multipart\/(?:related|mixed|alternative)|text\/html)/.test(type) && /^mime-version:/im.test(header);
}

/** The pages of a web archive, the saved one first, its frames behind it. */
export function pagesOf(bytes: Uint8Array): ArchivedPage[] {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return partsIn(partOf(whole.replace(/^ï»¿/, '')), DEEPEST)
    .filter(({ header }) => /^(?:text\/html|application\/xhtml)/i.test(field(header, 'content-type')))
    .map((part) => ({ bytes: decoded(part), charset: parameter(field(part.header, 'content-type'), 'charset') }));
}

/** Header and body of a message or part; a header's folded lines are joined (RFC 5322, 2.2.3). */
function partOf(text: string): Part {
  const gap = /\r?\n\r?\n/.exec(text);
  const header = gap === null ? text : text.slice(0, gap.index);
  return { header: header.replace(/\r?\n[ \t]+/g, ' '), body: gap === null ? '' : text.slice(gap.index + gap[0].length) };
}

function partsIn(part: Part, depth: number): Part[] {
  const type = field(part.header, 'content-type');
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : null;
  if (boundary === null || depth === 0) return [part];
  // the text in front of the first boundary and behind the last is no part (RFC 2046, 5.1.1)
  const pieces = `\n${part.body}`.split(`\n--${boundary}`).slice(1);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => partsIn(partOf(piece.replace(/^[ \t]*\r?\n/, '')), depth - 1));
}

function field(header: string, name: string): string {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(header)?.[1]?.trim() ?? '';
}

function parameter(value: string, name: string): string | null {
  const found = new RegExp(`[;\\s]${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value);
  return found?.[1] ?? found?.[2] ?? null;
}

function decoded({ header, body }: Part): Uint8Array {
  switch (field(header, 'content-transfer-encoding').toLowerCase()) {
    case 'base64':
      return new Uint8Array(Buffer.from(body, 'base64'));
    case 'quoted-printable':
      return quotedPrintable(body);
    default:
      return new Uint8Array(Buffer.from(body, 'latin1'));
  }
}

/** RFC 2045, 6.7: `=E4` is a byte, `=` at the end of a line joins it with the next. */
function quotedPrintable(body: string): Uint8Array {
  const plain = body
    .replace(/(?<![ \t])[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new Uint8Array(Buffer.from(plain, 'latin1'));
}
