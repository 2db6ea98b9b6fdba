import { BOUNDS, tooLarge } from '../bounds.js';
import { childOf, type XmlElement } from '../xml.js';
import { damagedZip } from '../zip.js';
import { childrenNamed, numbersOf, textOf, type OfdPackage, type Part } from './package.js';

/** A box in millimetres: left, top, width, height (ST_Box of GB/T 33190-2016). */
export type MillimetreBox = readonly [number, number, number, number];

/** A page with all that is drawn on it, from the back to the front. */
export interface OfdPage {
  id: string;
  /** the paper */
  box: MillimetreBox;
  /** the page's own content and that of its templates: elements with layers in them */
  contents: XmlElement[];
}

/** A picture's file: its location, and the folder that it starts from. */
export interface PictureFile {
  location: string;
  folder: string;
}

/** One document of a file; a file may hold several (7.4). */
export interface OfdDocument {
  root: Part;
  pages: OfdPage[];
  /** composite objects by ID (clause 13): pieces of drawing that are used more than once */
  composites: ReadonlyMap<string, XmlElement>;
  /** where the files of pictures are, by the ID of their resource */
  pictures: ReadonlyMap<string, PictureFile>;
  /** files attached to it, by name */
  attachments: string[];
  /** signatures and seals that the file bears for it */
  signatures: number;
}

/** A4, in millimetres, where no part of the file says how large a page is. */
const A4: MillimetreBox = [0, 0, 210, 297];

/**
 * Opens the documents of an OFD file: entrance, document root, pages, templates and resources.
 * @throws InputRefused where the file lacks what every OFD has, is damaged, or has too many pages
 */
export function openDocuments(files: OfdPackage): OfdDocument[] {
  const entrance = files.part('OFD.xml');
  if (entrance === null) throw damagedZip('OFD.xml is missing');
  const documents: OfdDocument[] = [];
  let pages = 0;
  for (const body of childrenNamed(entrance.element, 'DocBody')) {
    const root = currentRoot(files, { element: body, folder: entrance.folder });
    if (root === null) continue;
    const document = openDocument(files, root, body);
    pages += document.pages.length;
    if (pages > BOUNDS.pages) throw tooLarge('pages');
    documents.push(document);
  }
  if (documents.length === 0) throw damagedZip('its document is missing');
  return documents;
}

/** The root of a document, in the version that is marked as the current one where there are versions. */
function currentRoot(files: OfdPackage, body: Part): Part | null {
  const versions = childrenNamed(childOf(body.element, 'Versions'), 'Version');
  const current = versions.find((version) => version.attributes.get('Current') === 'true');
  const version = current === undefined ? null : files.part(current.attributes.get('BaseLoc') ?? '', body.folder);
  return (version === null ? null : files.partOf(version, 'DocRoot')) ?? files.partOf(body, 'DocRoot');
}

function openDocument(files: OfdPackage, root: Part, body: XmlElement): OfdDocument {
  const common = childOf(root.element, 'CommonData');
  const usual = paperOf(childOf(common, 'PageArea')) ?? A4;
  const templates = new Map(
    childrenNamed(common, 'TemplatePage').map((template) => [
      template.attributes.get('ID') ?? '',
      files.part(template.attributes.get('BaseLoc') ?? '', root.folder)?.element ?? null,
    ]),
  );
  const resources = ['PublicRes', 'DocumentRes'].flatMap((kind) =>
    resourceParts(files, { element: common ?? root.element, folder: root.folder }, kind),
  );
  const pages = childrenNamed(childOf(root.element, 'Pages'), 'Page').map((page) => {
    const part = files.part(page.attributes.get('BaseLoc') ?? '', root.folder);
    if (part !== null) resources.push(...resourceParts(files, part, 'PageRes'));
    return pageOf(page.attributes.get('ID') ?? '', part?.element, templates, usual);
  });
  return {
    root,
    pages,
    composites: compositesIn(resources),
    pictures: picturesIn(resources),
    attachments: attachmentsOf(files, root),
    signatures: signaturesOf(files, body),
  };
}

function resourceParts(files: OfdPackage, part: Part, kind: string): Part[] {
  return childrenNamed(part.element, kind).flatMap((location) => {
    const found = files.part(textOf(location), part.folder);
    return found === null ? [] : [found];
  });
}

/** Templates lie behind the page's content, or before it where they say so (7.7). */
function pageOf(
  id: string,
  page: XmlElement | undefined,
  templates: ReadonlyMap<string, XmlElement | null>,
  usual: MillimetreBox,
): OfdPage {
  const behind: XmlElement[] = [];
  const before: XmlElement[] = [];
  let box = paperOf(childOf(page, 'Area'));
  for (const used of childrenNamed(page, 'Template')) {
    const template = templates.get(used.attributes.get('TemplateID') ?? '');
    if (template === null || template === undefined) continue;
    box ??= paperOf(childOf(template, 'Area'));
    const content = childOf(template, 'Content');
    if (content !== undefined) (used.attributes.get('ZOrder') === 'Foreground' ? before : behind).push(content);
  }
  const own = childOf(page, 'Content');
  return { id, box: box ?? usual, contents: [...behind, ...(own === undefined ? [] : [own]), ...before] };
}

/** The paper of a page area: what may lie around it, for cutting, is no part of the page. */
function paperOf(area: XmlElement | undefined): MillimetreBox | null {
  const [left, top, width, height] = numbersOf(textOf(childOf(area, 'PhysicalBox')));
  if (left === undefined || top === undefined || width === undefined || height === undefined) return null;
  return width > 0 && height > 0 ? [left, top, width, height] : null;
}

function compositesIn(resources: readonly Part[]): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  for (const { element } of resources) {
    for (const unit of childrenNamed(childOf(element, 'CompositeGraphicUnits'), 'CompositeGraphicUnit')) {
      const content = childOf(unit, 'Content');
      if (content !== undefined) found.set(unit.attributes.get('ID') ?? '', content);
    }
  }
  return found;
}

/** Files of pictures lie in the folder that their list names as its own (BaseLoc), seen from the list (7.9). */
function picturesIn(resources: readonly Part[]): Map<string, PictureFile> {
  const found = new Map<string, PictureFile>();
  for (const { element, folder } of resources) {
    const base = element.attributes.get('BaseLoc')?.trim() ?? '';
    const own = base.startsWith('/') ? base.slice(1) : folder + base;
    for (const media of childrenNamed(childOf(element, 'MultiMedias'), 'MultiMedia')) {
      const location = textOf(childOf(media, 'MediaFile'));
      if (location !== '')
        found.set(media.attributes.get('ID') ?? '', { location, folder: own === '' || own.endsWith('/') ? own : `${own}/` });
    }
  }
  return found;
}

function attachmentsOf(files: OfdPackage, root: Part): string[] {
  const list = files.partOf(root, 'Attachments');
  return childrenNamed(list?.element, 'Attachment').map((one) => one.attributes.get('Name') ?? one.attributes.get('ID') ?? '?');
}

function signaturesOf(files: OfdPackage, body: XmlElement): number {
  const list = files.partOf({ element: body, folder: '' }, 'Signatures');
  return childrenNamed(list?.element, 'Signature').length;
}
