/** The names of a document's fonts by number (MS-DOC 2.9.286, 2.9.79): each entry has 40 bytes before its name. */
export function fontsOf(table: DataView): string[] {
  const names: string[] = [];
  for (let at = 4; at < table.byteLength;) {
    const size = table.getUint8(at) + 1;
    let name = '';
    for (let letter = at + 40; letter + 1 < Math.min(at + size, table.byteLength); letter += 2) {
      const code = table.getUint16(letter, true);
      if (code === 0) break;
      name += String.fromCharCode(code);
    }
    names.push(name);
    at += size;
  }
  return names;
}
