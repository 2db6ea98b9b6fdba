import { childOf, childrenOf, numberOf, switchOf, valueOf, type XmlElement } from './xml.js';

/** What a paragraph or character style says about the text, after what it is based on. */
export interface StyleFacts {
  /** Heading level from 1, null for body text. */
  level: number | null;
  hidden: boolean;
  /** A list, and the style that names it: the list may say which of its levels belongs to that style. */
  numbering: (ListPlace & { style: string | undefined }) | null;
  indent: Indent;
  /** It is that of a line in a table of contents. */
  contents: boolean;
}

/** A place in a list as a paragraph or style states it: either part may be left to what it is based on. */
export interface ListPlace {
  id: string | undefined;
  level: number | undefined;
}

/** First-line and left indents in twentieths of a point, undefined where not stated. */
export interface Indent {
  first: number | undefined;
  left: number | undefined;
}

const PLAIN: StyleFacts = {
  level: null,
  hidden: false,
  numbering: null,
  indent: { first: undefined, left: undefined },
  contents: false,
};
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

  /** True where a table style, or one that it is based on, draws lines around cells. */
  hasRules(id: string | undefined): boolean {
    let style = id === undefined ? undefined : this.byId.get(id);
    for (let depth = 0; style !== undefined && depth < DEEPEST; depth += 1) {
      const borders = childOf(childOf(style, 'w:tblPr'), 'w:tblBorders');
      if (borders !== undefined) return draws(borders);
      style = this.byId.get(valueOf(style, 'w:basedOn') ?? '');
    }
    return false;
  }

  private facts(id: string | undefined, depth: number): StyleFacts {
    const style = id === undefined ? undefined : this.byId.get(id);
    if (id === undefined || style === undefined || depth > DEEPEST) return PLAIN;
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const found = ownFacts(style, id, this.facts(valueOf(style, 'w:basedOn'), depth + 1));
    this.resolved.set(id, found);
    return found;
  }
}

function ownFacts(style: XmlElement, id: string, base: StyleFacts): StyleFacts {
  const name = valueOf(style, 'w:name') ?? '';
  const paragraph = childOf(style, 'w:pPr');
  const own = indentOf(paragraph);
  return {
    level: outlineLevel(paragraph) ?? namedLevel(name) ?? base.level,
    hidden: switchOf(childOf(style, 'w:rPr'), 'w:vanish') ?? base.hidden,
    numbering: numberingOver(numberingOf(paragraph), id, base.numbering),
    indent: { first: own.first ?? base.indent.first, left: own.left ?? base.indent.left },
    contents: /^(?:toc|目录)\s*[1-9]$/i.test(name) || base.contents,
  };
}

/** What a style says of lists over what its base says: an id and a level may come from different ones (17.3.1.19). */
function numberingOver(own: ListPlace | null, style: string, base: StyleFacts['numbering']): StyleFacts['numbering'] {
  if (own === null) return base;
  return { id: own.id ?? base?.id, level: own.level ?? base?.level, style };
}

/** True where borders (17.4.38, 17.4.66) name a line that is drawn. */
export function draws(borders: XmlElement | undefined): boolean {
  return childrenOf(borders).some((border) => !['nil', 'none'].includes(border.attributes.get('w:val') ?? 'nil'));
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

export function numberingOf(properties: XmlElement | undefined): ListPlace | null {
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
