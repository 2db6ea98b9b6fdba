import type { Document, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { documentOf } from './blocks.js';
import { garbledShare } from './garbled.js';
import { eachOnce } from './html/files.js';
import { MarkdownWriter } from './md/blocks.js';
import { withoutFrontMatter } from './md/front-matter.js';
import { markdownLines } from './md/source.js';
import type { ReadInput } from './reader.js';
import { withTitle } from './title.js';
import { decodeText } from './txt/encoding.js';
import { MD_READER } from './versions.js';

/**
 * Reads Markdown (CommonMark 0.31 with the tables of GFM) as crawlers and converters write it. Its marks are no text:
 * headings, emphasis, links, pictures, comments, front matter. Every line is a block of its own, as in plain text, because
 * such files seldom keep an empty line between paragraphs. There are no pages.
 */
export async function readMarkdown({ bytes }: ReadInput): Promise<Document> {
  const decoded = await decodeText(bytes);
  const { title, body } = withoutFrontMatter(decoded.text.replace(/\r\n?/g, '\n'));
  const { blocks, files, pictures, struck } = new MarkdownWriter(markdownLines(body)).write();
  if (blocks.length === 0)
    throw new InputRefused('empty', 'the file holds no text besides marks', 'Check that it was saved or converted whole.');
  const titled = withTitle(blocks, title);
  const warnings: ReadWarning[] = [];
  const tell = (code: string, detail: string): void => void warnings.push({ code, page: null, detail });
  if (decoded.broken > 0) tell('broken_characters', `${decoded.broken} characters are no valid ${decoded.encoding}`);
  if (garbledShare(decoded.text) > 0.2) tell('garbled_text', 'more than a fifth of the characters have no meaning');
  if (pictures > 0) tell('pictures_left_out', `${pictures} pictures, which may hold text`);
  if (struck.length > 0)
    tell('struck_out', `${struck.length} passages that are struck out: ${struck.slice(0, 3).join(', ').slice(0, 90)}`);
  if (titled !== null) tell('title_from_head', 'the text shows no title; it was taken from the front matter');
  return documentOf({ format: 'md', reader: MD_READER, blocks: titled ?? blocks, linkedFiles: eachOnce(files), warnings });
}
