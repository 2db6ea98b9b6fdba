import type { Block, ReadWarning } from '../../../schemas/index.js';
import { InputRefused } from '../../refused.js';
import { Numbering } from '../docx/numbering.js';
import { anchorsOf, textBoxesOf } from './boxes.js';
import { damagedDoc } from './cfb.js';
import { openWordFile, type StoryName, type WordFile } from './fib.js';
import { listsOf } from './lists.js';
import { StoryReader } from './story.js';
import { TextReader } from './text.js';

/** What a Word 97–2003 document says, and what in it is no text. */
export interface WordBody {
  blocks: Block[];
  warnings: ReadWarning[];
  leftOut: string;
}

/**
 * Reads the main text with its text boxes, and the notes behind it. Headers, footers and comments are left out.
 * @throws InputRefused where the file is encrypted, too old, damaged or past a bound
 */
export function wordBody(bytes: Uint8Array): WordBody {
  try {
    return bodyOf(openWordFile(bytes));
  } catch (error) {
    throw error instanceof InputRefused ? error : damagedDoc(error);
  }
}

function bodyOf(file: WordFile): WordBody {
  const text = new TextReader(file);
  const boxes = textBoxesOf(file);
  const anchors = anchorsOf(file);
  const numbering = new Numbering(listsOf(file));
  const blocksOfBoxes = (wanted: typeof boxes): Block[] =>
    wanted.flatMap((box) => new StoryReader(text, numbering, () => []).story(box.start, box.end));
  const story = new StoryReader(text, numbering, (position) =>
    blocksOfBoxes(boxes.filter((box) => box.drawing === anchors.get(position))),
  );
  const read = (name: StoryName): Block[] => {
    const range = file.stories.get(name);
    return range === undefined ? [] : story.story(range.start, range.end);
  };
  // Boxes inside a group of drawings have no place of their own in the text: they come first, as letterheads do.
  const anchored = new Set(anchors.values());
  const loose = blocksOfBoxes(boxes.filter((box) => !anchored.has(box.drawing)));
  const blocks = [...loose, ...read('main'), ...read('footnotes'), ...read('endnotes')];
  const contents: ReadWarning = { code: 'contents_left_out', page: null, detail: 'a table of contents was left out' };
  return { blocks, warnings: [...story.warnings, ...(story.hasContents ? [contents] : [])], leftOut: text.leftOut };
}
