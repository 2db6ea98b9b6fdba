import { compact } from '../../extractors/index.js';
import type { Flow, FlowItem, FlowParagraph } from '../reflow/index.js';

/** A flow item with its compact text; a table's is empty. */
export interface Item {
  index: number;
  flow: FlowItem;
  bare: string;
  /** a line of a table of contents, or a table of such lines */
  toc: boolean;
}

const LEADER = /[.．…·・]{3,}\d{0,4}$|(\.\s?){4,}\d{0,4}$/;
const TOC_TITLE = /^(目录|目次|CONTENTS|本期目录|要目)$/i;

/** The items of a flow, tables of contents marked. */
export function itemsOf(flow: Flow): Item[] {
  const items = flow.items.map((item, index) => ({
    index,
    flow: item,
    bare: item.kind === 'table' ? '' : compact(flow.text, item.start, item.end).text,
    toc: false,
  }));
  markContents(flow, items);
  return items;
}

export const isParagraph = (item: Item | undefined): item is Item & { flow: FlowParagraph } =>
  item !== undefined && item.flow.kind !== 'table';

function markContents(flow: Flow, items: Item[]): void {
  const leader = items.map((item) => (item.flow.kind === 'table' ? isContentsTable(flow, item.flow) : LEADER.test(item.bare)));
  let since = -1;
  items.forEach((item, i) => {
    if (TOC_TITLE.test(item.bare)) {
      item.toc = true;
      since = i;
    }
    if (!leader[i]) return;
    item.toc = true;
    // an entry broken over lines: what stands between the heading 目录 and its leaders belongs to the contents too
    if (since >= 0 && i - since <= 5) for (let k = since; k < i; k++) (items[k] as Item).toc = true;
    since = i;
  });
}

function isContentsTable(flow: Flow, table: Extract<FlowItem, { kind: 'table' }>): boolean {
  const cells = table.rows
    .flatMap((row) => row.cells.map((c) => compact(flow.text, c.start, c.end).text))
    .filter((t) => t !== '');
  const dotted = cells.filter((t) => LEADER.test(t) || /[.．…]{4,}/.test(t)).length;
  return dotted > 0 && dotted >= cells.length / 4;
}
