/** A way to set a notice on paper: page, type and tables, as CSS; and whether its tables have lines all around their cells. */
export interface Style {
  name: string;
  ruled: boolean;
  css: string;
}

const FONT = { song: '"Noto Serif CJK SC"', hei: '"Noto Sans CJK SC"' };
const HEAD =
  '.title{text-align:center;text-indent:0;font-weight:bold}.number{text-align:center;text-indent:0}.flush{text-indent:0}.signed{text-align:right;text-indent:0;padding-right:4em}';

/** The styles differ in everything that a reader of PDF could lean on. The first follows GB/T 9704-2012, clause 6. */
export const STYLES: readonly Style[] = [
  {
    name: 'official',
    ruled: true,
    css: `@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:"— " counter(page) " —";font:14pt ${FONT.song}}}
body{font:16pt/28.95pt ${FONT.song}}p{margin:0;text-indent:2em;text-align:justify}${HEAD}.title{font-size:22pt;line-height:32pt}
table{border-collapse:collapse;width:100%;font-size:10.5pt;line-height:14pt}td{border:.5pt solid #000;padding:2pt 3pt;text-align:center}`,
  },
  {
    name: 'gazette, three rules to a table',
    ruled: false,
    css: `@page{size:A4;margin:25mm 22mm;@top-center{content:"人民政府公报 2025年第6期";font:9pt ${FONT.hei}}@bottom-right{content:"第" counter(page) "页 共" counter(pages) "页";font:9pt ${FONT.hei}}}
body{font:10.5pt/17pt ${FONT.hei}}p{margin:0 0 2pt;text-indent:2em;text-align:justify}${HEAD}.title{font-size:16pt;line-height:24pt}
table{border-collapse:collapse;width:100%;font-size:8.5pt;line-height:12pt;border-top:1.2pt solid #000;border-bottom:1.2pt solid #000}td{padding:2pt 4pt}tr:first-child td{border-bottom:.6pt solid #000}`,
  },
  {
    name: 'no rules',
    ruled: false,
    css: `@page{size:A4;margin:25mm 22mm;@bottom-center{content:"- " counter(page) " -";font:9pt ${FONT.hei}}}
body{font:12pt/20pt ${FONT.song}}p{margin:0;text-indent:2em;text-align:justify}${HEAD}.title{font-size:18pt;line-height:28pt;font-weight:normal}
table{width:100%;font-size:9pt;line-height:13pt;border-spacing:0;margin:6pt 0}td{padding:3pt 6pt;text-align:center}`,
  },
  {
    name: 'two columns',
    ruled: true,
    css: `@page{size:A4;margin:20mm 18mm;@bottom-center{content:counter(page);font:9pt ${FONT.hei}}}
body{font:10pt/16pt ${FONT.song};columns:2;column-gap:8mm}p{margin:0;text-indent:2em;text-align:justify}${HEAD}.title,.number{column-span:all}.title{font-size:16pt;line-height:24pt}
table{border-collapse:collapse;width:100%;font-size:8pt;line-height:11pt}td{border:.5pt solid #000;padding:1pt 2pt}`,
  },
  {
    name: 'landscape, level rules only',
    ruled: false,
    css: `@page{size:A4 landscape;margin:20mm;@bottom-center{content:"·" counter(page) "·";font:9pt ${FONT.hei}}}
body{font:12pt/20pt ${FONT.song}}p{margin:0;text-indent:2em}${HEAD}.title{font-size:18pt;line-height:28pt;letter-spacing:.2em}
table{border-collapse:collapse;width:100%;font-size:9pt;line-height:13pt}td{border-top:.5pt solid #000;border-bottom:.5pt solid #000;padding:2pt 4pt}`,
  },
];
