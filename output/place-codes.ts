/**
 * What the codes of all places in a place begin with (GB/T 2260: two digits each for province, prefecture and county): `3607` for
 * `360700`, and for `3607` itself.
 */
export function codeHead(code: string): string {
  return code.replace(/(00)+$/, '');
}
