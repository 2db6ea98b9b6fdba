import type { AttachmentLink } from '../../../schemas/index.js';
import type { Driver } from '../driver.js';
import { attachmentsFound, Inputs, type NoticePair } from './attachments.js';
import { told, type LinkFinding } from './findings.js';
import { inputPaths, pageLinks, storedNotices, type PageLinkRow, type StoredNotice } from './read.js';

/** What the links of pages to files give: links between notices, and a finding for each file that is not in the store. */
export interface Attachments {
  links: AttachmentLink[];
  missing: LinkFinding[];
}

/**
 * The notices of web pages with those of the files that they offer, by what the store holds now: a file may have come in
 * before its page or long after it.
 */
export async function attachmentsIn(driver: Driver): Promise<Attachments> {
  const links = await pageLinks(driver);
  if (links.length === 0) return { links: [], missing: [] };
  const inputs = new Inputs(await inputPaths(driver));
  const notices = byPath(await storedNotices(driver));
  const led = links.map((link) => ({ link, paths: inputs.find(link) }));
  const found = led.flatMap(({ link, paths }) => paths.map((path) => ({ ...link, found: path })));
  const missing = led.filter(({ paths }) => paths.length === 0).map(({ link }) => link);
  return { links: attachmentsFound(found, idsOf(notices)).map(attachmentLink), missing: missingFiles(missing, notices) };
}

type ByPath = ReadonlyMap<string, readonly StoredNotice[]>;

function byPath(notices: readonly StoredNotice[]): ByPath {
  const map = new Map<string, StoredNotice[]>();
  for (const notice of notices) {
    const known = map.get(notice.path);
    if (known) known.push(notice);
    else map.set(notice.path, [notice]);
  }
  return map;
}

const idsOf = (notices: ByPath): Map<string, string[]> =>
  new Map([...notices].map(([path, list]) => [path, list.map(({ id }) => id)]));

const attachmentLink = ({ id, noticeId, attachmentId, path, link }: NoticePair): AttachmentLink => ({
  id,
  notice_id: noticeId,
  attachment_id: attachmentId,
  title: link.title,
  href: link.href,
  file: path.slice(path.lastIndexOf('/') + 1),
  path,
});

/** So much of an address is told. */
const TOLD = 300;

/** What pages link and the store does not have, each once, told of the page's first notice. */
function missingFiles(links: readonly PageLinkRow[], notices: ByPath): LinkFinding[] {
  const once = new Map(links.map((link) => [JSON.stringify([link.inputPk, link.title, link.href.slice(0, TOLD)]), link]));
  return [...once.values()].map(({ inputPk, pagePath, title, href }) => {
    const params = { what: 'linked_file', href: href.slice(0, TOLD) };
    const finding = told({ check: 'cross_reference', severity: 'info', params, expected: title, actual: null });
    return { noticePk: notices.get(pagePath)?.[0]?.pk ?? null, inputPk, quote: null, page: null, finding };
  });
}
