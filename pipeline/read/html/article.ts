import { LineGatherer } from './inline.js';
import { childElements, isElement, type Element } from './tree.js';
import { isBlock, isShown } from './visible.js';

/** A part of the page that holds so much of its running text is where the article stands. */
const MOST = 0.97;
const MUCH = 0.6;
/** A line of so many characters with a sentence mark is running text. */
const SENTENCE = 30;

interface Weight {
  /** Characters that are no links. */
  prose: number;
  /** Lines of running text. */
  sentences: number;
}

/** The element that holds the article: the innermost one with next to all running text of the page. */
export function articleOf(body: Element): Element {
  const weights = weigh(body);
  const weightOf = (element: Element): Weight => weights.get(element) ?? { prose: 0, sentences: 0 };
  let at = body;
  for (;;) {
    const whole = weightOf(at);
    const next = childElements(at).find((child) => {
      const part = weightOf(child);
      if (child.tagName === 'table' || !isBlock(child)) return child.tagName === 'table' && holdsLayout(child, part, whole);
      return part.prose >= MOST * whole.prose || (part.prose >= MUCH * whole.prose && part.sentences === whole.sentences);
    });
    if (next === undefined || whole.prose === 0 || /^(p|h[1-6]|li)$/.test(next.tagName)) return wholeTable(at);
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

function holdsParagraphs(element: Element): boolean {
  const blocks = childElements(element);
  if (/^t[dh]$/.test(element.tagName)) return blocks.filter((child) => /^(p|div|h[1-6])$/.test(child.tagName)).length > 2;
  return blocks.some(holdsParagraphs);
}

function weigh(body: Element): Map<Element, Weight> {
  const weights = new Map<Element, Weight>();
  const visit = (element: Element): Weight => {
    const own: Weight = { prose: 0, sentences: 0 };
    const gatherer = new LineGatherer(({ text, linked }) => {
      own.prose += Math.max(0, text.length - linked);
      if (text.length - linked >= SENTENCE && /[，。；]/.test(text)) own.sentences += 1;
    });
    for (const node of element.childNodes) {
      if (!isBlock(node)) gatherer.add(node);
      else if (isElement(node) && isShown(node)) {
        gatherer.end();
        const inner = visit(node);
        own.prose += inner.prose;
        own.sentences += inner.sentences;
      }
    }
    gatherer.end();
    weights.set(element, own);
    return own;
  };
  visit(body);
  return weights;
}
