import { clean } from '../../extractors/index.js';
import { defineCheck, finding } from './check.js';

/** What reflow mended in the notice, with the words around it: nothing is mended in silence. */
export const textRepair = defineCheck({
  name: 'text_repair',
  version: 1,
  run: ({ notice, repairs }) =>
    repairs.map((r) => {
      const before = notice.text.slice(0, r.start).search(/(?<![^、，。；：\n])[^、，。；：\n]*$/);
      const behind = /[、，。；：\n]/.exec(notice.text.slice(r.start + r.to.length))?.index ?? 0;
      const [start, end] = [before, r.start + r.to.length + behind];
      const [head, tail] = [notice.text.slice(start, r.start), notice.text.slice(r.start + r.to.length, end)];
      return finding({
        check: 'text_repair',
        severity: 'info',
        params: { from: r.from, to: r.to, kind: r.kind },
        expected: clean(head + r.to + tail),
        actual: clean(head + r.from + tail),
        start,
        end,
      });
    }),
});
