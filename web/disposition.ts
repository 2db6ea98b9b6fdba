/**
 * How a browser is to take a file, and under which name (RFC 6266, 4.3): in ASCII for old clients, and as it is, percent-encoded
 * after RFC 8187. No character of the name can end the header or leave its quotation marks.
 */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = bare(name);
  const ascii = plain.replace(/[^\w.() -]/g, '_');
  return `${how}; filename="${ascii}"; filename*=UTF-8''${extended(plain)}`;
}

const LONGEST = 120;

/** A name without what would be a path, and no longer than file systems take. */
function bare(name: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = name.replace(/\p{Surrogate}/gu, '_').replace(/[\u0000-\u001F\u007F/\\]/g, '_');
  const characters = Array.from(plain);
  if (characters.length <= LONGEST) return plain || 'file';
  const ending = /\.\w{1,8}$/.exec(plain)?.[0] ?? '';
  return characters.slice(0, LONGEST - ending.length).join('') + ending;
}

/** `value-chars` of RFC 8187, 3.2.1: what `encodeURIComponent` leaves and that rule does not is encoded as well. */
function extended(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
