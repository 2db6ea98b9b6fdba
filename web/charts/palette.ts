/**
 * Colours of series in their order: neighbours are a dark one and a light one, so that they are told apart in print without colour, and
 * all of them by people who see no red, green or blue (a test simulates it). Each stands out from white, or has an outline.
 */
export const COLOURS: readonly string[] = ['#004488', '#56b4e9', '#8c4b12', '#7fa650', '#222255', '#cc79a7'];

/** Of what is summed up, beside the colours. */
export const REST = '#6e6e6e';

/** Lines are told apart by the form of their points too. */
export const POINTS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'] as const;
export const STROKES = ['solid', 'dashed', 'dotted'] as const;

export const INK = { text: '#1f1f1f', soft: '#595959', line: '#d0d0d0', axis: '#767676' } as const;

/** Series that have a colour of their own. */
export const MOST_SERIES = COLOURS.length;
