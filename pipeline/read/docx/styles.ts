import { childOf, childrenOf, numberOf, switchOf, valueOf, type XmlElement } from './xml.js';

/** What a paragraph or character style says about the text, after what it is based on. */
export interface StyleFacts {
  /** Heading level from 1, null for body text. */
  level: number | null;
  hidden: boolean;
  numbering: { id: string | undefined; level: number | undefined } | null;
  indent: Indent;
}

/** First-line and left indents in twentieths of a point, undefined where not stated. */
export interface Indent {
  first: number | undefined;
  left: number | undefined;
}

const PLAIN: StyleFacts = { level: null, hidden: false, numbering: null, indent: { first: undefined, left: undefined } };
const DEEPEST = 20;

/** The styles part (ECMA-376 part 1, 17.7), each style resolved when first asked for. */
export class Styles {
  private readonly byId = new Map<string, XmlElement>();
  private readonly resolved = new Map<string, StyleFacts>();
  private readonly usual: string | undefined;

  constructor(root: XmlElement | undefined) {
    for (const style of childrenOf(root)) {
      const id = style.attributes.get('w:styleId');
      if (style.name !== 'w:style' || id === undefined) continue;
      this.byId.set(id, style);
      const isDefault = ['1', 'true', 'on'].includes(style.attributes.get('w:default') ?? '0');
      if (isDefault && style.attributes.get('w:type') === 'paragraph') this.usual = id;
    }
  }

  /** The facts of a paragraph style; without an id, of the default one. */
  paragraph(id: string | undefined): StyleFacts {
    return this.facts(id ?? this.usual, 0);
  }

  character(id: string | undefined): StyleFacts {
    return this.facts(id, 0);
  }

  private facts(id: string | undefined, depth: number): StyleFacts {
    const style = id === undefined ? undefined : this.byId.get(id);
    if (id === undefined || style === undefined || depth > DEEPEST) return PLAIN;
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const found = ownFacts(style, this.facts(valueOf(style, 'w:basedOn'), depth + 1));
    this.resolved.set(id, found);
    return found;
  }
}

function ownFacts(style: XmlElement, base: StyleFacts): StyleFacts {
  const paragraph = childOf(style, 'w:pPr');
  const own = indentOf(paragraph);
  return {
    level: outlineLevel(paragraph) ?? namedLevel(valueOf(style, 'w:name') ?? '') ?? base.level,
    hidden: switchOf(childOf(style, 'w:rPr'), 'w:vanish') ?? base.hidden,
    numbering: numberingOf(paragraph) ?? base.numbering,
    indent: { first: own.first ?? base.indent.first, left: own.left ?? base.indent.left },
  };
}

/** The outline level of paragraph properties as a heading level; level 9 is body text (17.3.1.20). */
export function outlineLevel(properties: XmlElement | undefined): number | null {
  const level = numberOf(childOf(properties, 'w:outlineLvl'));
  return level !== undefined && level >= 0 && level < 9 ? level + 1 : null;
}

function namedLevel(name: string): number | null {
  const match = /^(?:heading|标题)\s*([1-9])$/i.exec(name);
  if (match !== null) return Number(match[1]);
  return /^title$/i.test(name) ? 1 : null;
}

export function numberingOf(properties: XmlElement | undefined): StyleFacts['numbering'] {
  const numbering = childOf(properties, 'w:numPr');
  if (numbering === undefined) return null;
  return { id: valueOf(numbering, 'w:numId'), level: numberOf(childOf(numbering, 'w:ilvl')) };
}

/** Indents (17.3.1.12); hundredths of a character count as those of a 10.5 point font. */
export function indentOf(properties: XmlElement | undefined): Indent {
  const indent = childOf(properties, 'w:ind');
  const inCharacters = (name: string): number | undefined => {
    const value = numberOf(indent, name);
    return value === undefined ? undefined : value * 2.1;
  };
  const hanging = numberOf(indent, 'w:hanging') ?? inCharacters('w:hangingChars');
  const first =
    inCharacters('w:firstLineChars') ?? numberOf(indent, 'w:firstLine') ?? (hanging === undefined ? undefined : -hanging);
  const left =
    inCharacters('w:leftChars') ?? inCharacters('w:startChars') ?? numberOf(indent, 'w:left') ?? numberOf(indent, 'w:start');
  return { first, left };
}
