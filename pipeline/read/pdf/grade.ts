import type { PageGrade } from '../../../schemas/index.js';
import type { PageContent } from './content.js';
import type { Sense } from './sense.js';

/** Fewer characters than this are hardly any text for a page: a number, a stamp, a title. */
const SPARSE = 50;
/** So few characters on a picture are its scanner's mark or a page number. */
const MARK = 20;
/** A picture that covers this share of a page may hold its text; one that covers this share is the page. */
const LARGE = 0.4;
const WHOLE = 0.6;
/** A page is garbled where this share of its characters has no meaning. */
const GARBLED = 0.2;

/** A page's grade, what a reader is told of it, and whether recognition would help. */
export interface Graded {
  content: PageContent;
  sense: Sense;
  /** share of the page that pictures cover, null before they are looked at */
  coverage: number | null;
  grade: PageGrade;
  wantsOcr: boolean;
  warning: { code: string; detail: string } | null;
}

/** Grades a page by its own text and, where that is little, by what else is drawn on it. */
export function gradeOf(content: PageContent, sense: Sense, coverage: number | null): Graded {
  const as = (grade: PageGrade, wantsOcr: boolean, warning: Graded['warning']): Graded => ({
    content,
    sense,
    coverage,
    grade,
    wantsOcr,
    warning,
  });
  const lost = `${Math.round(sense.garbled * 100)} % of the characters have no meaning and were left out: a font lacks its character map`;
  if (sense.garbled > GARBLED) return as('garbled', true, { code: 'garbled_text', detail: lost });
  const partly = sense.garbled > 0 ? { code: 'garbled_text', detail: lost } : null;
  const { characters } = sense;
  if (characters >= SPARSE) return as('text', false, partly);
  const pictured = coverage ?? 0;
  if (characters === 0) {
    const drawn = pictured > 0 || content.shapes > 0 || content.outside > 0;
    if (!drawn) return as('sparse', false, partly);
    return as('image', true, { code: 'page_without_text', detail: 'the page has no text layer; it may be a scan' });
  }
  if (pictured < LARGE) return as('sparse', false, partly);
  const few = { code: 'picture_page', detail: `a picture covers the page, and beside it stand ${characters} characters only` };
  return as(pictured >= WHOLE && characters < MARK ? 'image' : 'sparse', true, few);
}

/** True where the pictures of a page decide what it is. */
export function wantsLook({ grade, coverage, sense }: Graded): boolean {
  return coverage === null && grade !== 'garbled' && sense.characters < SPARSE;
}
