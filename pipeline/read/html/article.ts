import { isBesideText } from './chrome.js';
import { LineGatherer } from './inline.js';
import { isNamedArticle, isNamedChrome, outermost } from './parts.js';
import { childElements, isElement, type Element } from './tree.js';
import { isBlock, isShown } from './visible.js';

/** A part of the page that holds so much of its running text is where the article stands. */
const MOST = 0.97;
const MUCH = 0.6;
/** An element named as the article's is believed from this share of the page's running text on. */
const NAMED = 0.3;
/** A part named as chrome that holds more of the page than this is none. */
const CHROME = 0.3;
/** A line of so many characters with a sentence mark is running text. */
const SENTENCE = 30;

interface Weight {
  /** Characters that are no links. */
  prose: number;
  /** Lines of running text. */
  sentences: number;
  /** Lines that address a notice, or date it below its text. */
  signs: number;
  /** Elements that are named as an article's. */
  named: number;
}

const NOTHING: Weight = { prose: 0, sentences: 0, signs: 0, named: 0 };
const ADDRESS =
  /^(?!附|注|来源).{0,110}(?:政府|委员会|办公[厅室]|[厅局委办处院会区]|单位|部门|公司|企业|街道)[^，。；]{0,10}[：:]$/;
const DATE = /^[（(]?(?:\d{4}|[二一][〇○零一二三四五六七八九]{3})年\d{0,2}[一二三四五六七八九十]{0,3}月.{1,3}日[）)]?$/;

/** The weights of a page's elements, hidden ones left out. */
export class Weights {
  private readonly known = new Map<Element, Weight>();
  private begun = false;

  constructor(body: Element) {
    this.visit(body);
  }

  of(element: Element): Weight {
    return this.known.get(element) ?? NOTHING;
  }

  private visit(element: Element): Weight {
    const own: Weight = { ...NOTHING, named: isNamedArticle(element) ? 1 : 0 };
    const gatherer = new LineGatherer(({ text, linked }) => {
      const bare = text.replace(/\s/g, '');
      own.prose += Math.max(0, text.length - linked);
      if (isSentence(text, linked)) own.sentences += 1;
      else if (ADDRESS.test(bare) || (this.begun && DATE.test(bare))) own.signs += 1;
      this.begun ||= isSentence(text, linked);
    });
    for (const node of element.childNodes) {
      if (!isBlock(node)) gatherer.add(node);
      else if (isElement(node) && isShown(node)) {
        gatherer.end();
        const inner = this.visit(node);
        own.prose += inner.prose;
        own.sentences += inner.sentences;
        own.signs += inner.signs;
        own.named += inner.named;
      }
    }
    gatherer.end();
    this.known.set(element, own);
    return own;
  }
}

/** True for a line of running text. */
export const isSentence = (text: string, linked: number): boolean =>
  text.length - linked >= SENTENCE && /[，。；]/.test(text) && !isBesideText(text);

/** Takes parts that are named as chrome out of the page; gives the lines of running text in them. */
export function withoutChromeParts(body: Element, weights: Weights): string[] {
  const whole = weights.of(body);
  const lost: string[] = [];
  const isPart = (element: Element): boolean => {
    if (element === body || !isNamedChrome(element)) return false;
    const { prose, signs, named } = weights.of(element);
    return prose <= CHROME * whole.prose && signs === 0 && named === 0;
  };
  for (const part of outermost(body, isPart)) {
    sentencesIn(part, lost);
    const { parentNode } = part;
    if (parentNode !== null) parentNode.childNodes = parentNode.childNodes.filter((node) => node !== part);
  }
  return lost;
}

function sentencesIn(element: Element, found: string[]): void {
  if (!isShown(element)) return;
  const gatherer = new LineGatherer(({ text, linked }) => {
    if (isSentence(text, linked)) found.push(text);
  });
  for (const node of element.childNodes) {
    if (!isBlock(node)) gatherer.add(node);
    else if (isElement(node)) {
      gatherer.end();
      sentencesIn(node, found);
    }
  }
  gatherer.end();
}

/** The element that holds the article: one named as such, else the innermost one with next to all running text of the page. */
export function articleOf(body: Element, weights: Weights): Element {
  const whole = weights.of(body);
  const named = outermost(body, (element) => element !== body && isNamedArticle(element) && isShown(element)).filter(
    (element) => weights.of(element).prose > 0,
  );
  const [only, ...others] = named;
  // with two of them the page may hold two parts of one text: they are weighed like any other
  if (only !== undefined && others.length === 0 && weights.of(only).prose >= NAMED * whole.prose) {
    const { sentences, signs } = weights.of(only);
    if (signs === whole.signs || sentences >= MUCH * whole.sentences) return wholeTable(only);
  }
  return weighed(body, weights);
}

function weighed(body: Element, weights: Weights): Element {
  let at = body;
  for (;;) {
    const whole = weights.of(at);
    const next = childElements(at).find((child) => {
      const part = weights.of(child);
      if (part.signs < whole.signs) return false;
      if (child.tagName === 'table' || !isBlock(child)) return child.tagName === 'table' && holdsLayout(child, part, whole);
      return part.prose >= MOST * whole.prose || (part.prose >= MUCH * whole.prose && part.sentences === whole.sentences);
    });
    if (next === undefined || whole.prose === 0 || /^(p|pre|h[1-6]|li)$/.test(next.tagName)) return wholeTable(at);
    at = next;
  }
}

/** A row of a layout table is no part of the page by itself. */
function wholeTable(element: Element): Element {
  let at = element;
  while (/^(tr|tbody|thead|tfoot)$/.test(at.tagName) && at.parentNode !== null && isElement(at.parentNode)) at = at.parentNode;
  return at;
}

/** Only a table with paragraphs of running text may hold the article itself. */
function holdsLayout(table: Element, part: Weight, whole: Weight): boolean {
  return part.prose >= MUCH * whole.prose && part.sentences === whole.sentences && part.sentences > 2 && holdsParagraphs(table);
}

const withParagraphs = new WeakMap<Element, boolean>();

function holdsParagraphs(element: Element): boolean {
  const known = withParagraphs.get(element);
  if (known !== undefined) return known;
  const blocks = childElements(element);
  const found = /^t[dh]$/.test(element.tagName)
    ? blocks.filter((child) => /^(p|div|h[1-6])$/.test(child.tagName)).length > 2 || blocks.some(holdsParagraphs)
    : blocks.some(holdsParagraphs);
  withParagraphs.set(element, found);
  return found;
}
