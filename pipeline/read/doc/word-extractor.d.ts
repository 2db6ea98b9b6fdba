declare module 'word-extractor' {
  interface Options {
    filterUnicode: boolean;
  }
  interface Extracted {
    getBody: (options: Options) => string;
    getFootnotes: (options: Options) => string;
    getEndnotes: (options: Options) => string;
    getTextboxes: (options: Options & { includeHeadersAndFooters: boolean }) => string;
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<Extracted>;
  }
}
