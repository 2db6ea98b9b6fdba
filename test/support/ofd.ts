import { strToU8, zipSync } from 'fflate';

/** What producers of OFD do in their own ways: everything here is allowed by GB/T 33190-2016. */
export interface OfdStyle {
  /** prefix of the namespace; empty makes it the default one */
  prefix: 'ofd:' | '';
  /** locations from the package's root (`/Doc_0/…`) or from the part that names them */
  rooted: boolean;
  /** steps between characters: repeated as `g N v`, each for itself, or one text object a character */
  steps: 'repeated' | 'listed' | 'single';
  /** text set in size 1 and scaled by its CTM */
  scaled: boolean;
  /** ruling lines as strokes, or as thin filled rectangles */
  rules: 'stroked' | 'filled';
}

export const PLAIN: OfdStyle = { prefix: 'ofd:', rooted: false, steps: 'repeated', scaled: false, rules: 'stroked' };

/** The ways of several producers. */
export const STYLES: Readonly<Record<string, OfdStyle>> = {
  'steps repeated, locations relative': PLAIN,
  'steps listed, locations from the root': { ...PLAIN, rooted: true, steps: 'listed' },
  'default namespace, one object a character, filled lines': { ...PLAIN, prefix: '', steps: 'single', rules: 'filled' },
  'text scaled by its matrix': { ...PLAIN, rooted: true, scaled: true, rules: 'filled' },
};

export interface OfdSpec {
  /** elements inside the layer of each page */
  pages: readonly string[];
  style?: OfdStyle;
  /** width and height of the paper in millimetres */
  paper?: readonly [number, number];
  /** what a template that lies behind every page draws */
  template?: string;
  /** what is put into the document's root, the entrance, and the page beside its content */
  root?: string;
  entrance?: string;
  resources?: string;
  page?: string;
  /** further parts */
  parts?: Readonly<Record<string, string>>;
  /** files that are no XML: pictures */
  files?: Readonly<Record<string, Uint8Array>>;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Four decimals, as producers write them. */
const n = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** Printed width of a character in ems. */
export const ems = (character: string): number => (/[\u2E80-\uFFEF“”‘’…—·]/.test(character) ? 1 : 0.5);

/** A line of text whose baseline begins at a place; all in millimetres. Its characters stand `spread` apart beyond their widths. */
export function ofdText(
  text: string,
  [x, y]: readonly [number, number],
  size: number,
  style: OfdStyle = PLAIN,
  { spread = 0, attributes = '' } = {},
): string {
  const characters = Array.from(text);
  const steps = characters.map((character) => ems(character) * size + spread);
  if (style.steps === 'single') {
    let at = x;
    return characters
      .map((character, i) => {
        const object = textObject(character, [at, y], size, '', style, attributes);
        at += steps[i] ?? 0;
        return character === ' ' ? '' : object;
      })
      .join('');
  }
  const unit = style.scaled ? size : 1;
  const deltas = steps.slice(0, -1).map((step) => step / unit);
  return textObject(
    text,
    [x, y],
    size,
    style.steps === 'repeated' ? repeated(deltas) : deltas.map(n).join(' '),
    style,
    attributes,
  );
}

function repeated(steps: readonly number[]): string {
  const words: string[] = [];
  for (let i = 0; i < steps.length;) {
    let run = 1;
    while (steps[i + run] === steps[i]) run += 1;
    words.push(run > 1 ? `g ${run} ${n(steps[i] ?? 0)}` : n(steps[i] ?? 0));
    i += run;
  }
  return words.join(' ');
}

/** The boundary's corner is the object's origin; its baseline lies so far below. */
function textObject(
  text: string,
  [x, y]: readonly [number, number],
  size: number,
  deltas: string,
  { scaled }: OfdStyle,
  attributes: string,
): string {
  const corner = y - size;
  const steps = deltas === '' ? '' : ` DeltaX="${deltas}"`;
  const matrix = scaled ? ` CTM="${n(size)} 0 0 ${n(size)} 0 0"` : '';
  return (
    `<TextObject ID="9" Boundary="${n(x)} ${n(corner)} 200 ${n(size * 1.2)}" Font="2" Size="${scaled ? 1 : n(size)}"${matrix}${attributes}>` +
    `<TextCode X="0" Y="${n(scaled ? 1 : size)}"${steps}>${escaped(text)}</TextCode></TextObject>`
  );
}

/** A straight line along an axis. */
export function ofdRule(from: readonly [number, number], to: readonly [number, number], style: OfdStyle = PLAIN): string {
  const [width, height] = [to[0] - from[0], to[1] - from[1]];
  const box = `${n(from[0])} ${n(from[1])} ${n(Math.max(width, 0.25))} ${n(Math.max(height, 0.25))}`;
  if (style.rules === 'stroked')
    return `<PathObject ID="8" Boundary="${box}" LineWidth="0.25"><AbbreviatedData>M 0 0 L ${n(width)} ${n(height)}</AbbreviatedData></PathObject>`;
  const [w, h] = [n(Math.max(width, 0.25)), n(Math.max(height, 0.25))];
  return `<PathObject ID="8" Boundary="${box}" Stroke="false" Fill="true"><AbbreviatedData>M 0 0 L ${w} 0 L ${w} ${h} L 0 ${h} C</AbbreviatedData></PathObject>`;
}

export const ofdImage = (box: string): string => `<ImageObject ID="7" Boundary="${box}" ResourceID="3" CTM="200 0 0 200 0 0"/>`;

/** An OFD file of the given pages. */
export function ofd(spec: OfdSpec): Uint8Array {
  const { style = PLAIN, paper = [210, 297] } = spec;
  const loc = (path: string): string => (style.rooted ? `/Doc_0/${path}` : path);
  const area = `<PageArea><PhysicalBox>0 0 ${paper[0]} ${paper[1]}</PhysicalBox></PageArea>`;
  const layer = (content: string): string => `<Content><Layer ID="5" Type="Body">${content}</Layer></Content>`;
  const template = spec.template === undefined ? '' : `<TemplatePage ID="6" BaseLoc="${loc('Tpls/Tpl_0/Content.xml')}"/>`;
  const resources = spec.resources === undefined ? '' : `<DocumentRes>${loc('DocumentRes.xml')}</DocumentRes>`;
  const pages = spec.pages.map((_, i) => `<Page ID="${100 + i}" BaseLoc="${loc(`Pages/Page_${i}/Content.xml`)}"/>`).join('');
  const parts: Record<string, string> = {
    'OFD.xml': `<OFD DocType="OFD" Version="1.0"><DocBody><DocInfo><DocID>0</DocID></DocInfo><DocRoot>${style.rooted ? '/' : ''}Doc_0/Document.xml</DocRoot>${spec.entrance ?? ''}</DocBody></OFD>`,
    'Doc_0/Document.xml': `<Document><CommonData><MaxUnitID>999</MaxUnitID>${area}<PublicRes>${loc('PublicRes.xml')}</PublicRes>${resources}${template}</CommonData><Pages>${pages}</Pages>${spec.root ?? ''}</Document>`,
    'Doc_0/PublicRes.xml': '<Res BaseLoc="Res"><Fonts><Font ID="2" FontName="宋体" FamilyName="宋体"/></Fonts></Res>',
    ...(spec.resources === undefined ? {} : { 'Doc_0/DocumentRes.xml': `<Res BaseLoc="Res">${spec.resources}</Res>` }),
    ...(spec.template === undefined ? {} : { 'Doc_0/Tpls/Tpl_0/Content.xml': `<Page>${layer(spec.template)}</Page>` }),
  };
  spec.pages.forEach((content, i) => {
    const used = spec.template === undefined ? '' : '<Template TemplateID="6" ZOrder="Background"/>';
    parts[`Doc_0/Pages/Page_${i}/Content.xml`] = `<Page>${used}${spec.page ?? ''}${layer(content)}</Page>`;
  });
  const written = Object.entries({ ...parts, ...spec.parts }).map(([name, xml]) => [name, strToU8(asXml(xml, style))] as const);
  return zipSync({ ...Object.fromEntries(written), ...spec.files });
}

/** Puts the namespace on, with its prefix on every element. */
function asXml(xml: string, { prefix }: OfdStyle): string {
  const named = xml.replace(/<(\/?)([A-Z])/g, `<$1${prefix}$2`);
  const space = prefix === '' ? ' xmlns' : ' xmlns:ofd';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${named.replace(/^<[\w:]+/, (root) => `${root}${space}="http://www.ofdspec.org/2016"`)}`;
}
