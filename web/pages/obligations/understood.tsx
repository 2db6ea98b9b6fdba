import type { FC } from 'hono/jsx';
import { codeHead, type RecordFilter } from '../../../output/index.js';
import type { AskedUnit } from '../../../questions/index.js';
import type { View } from '../view.js';
import { COMMA } from '../words.js';

/** Organs that are named; a short name may mean one in every city. */
const NAMED = 12;

/** What the name was understood as: organs by their full names, the groups they belong to, and any unit whose name holds it. */
export const Understood: FC<{ v: View; name: string; unit: AskedUnit; placed: RecordFilter['place'] }> = ({
  v,
  name,
  unit: { organs: all, filter },
  placed,
}) => {
  const organs = within(all, placed);
  const comma = v.say(COMMA);
  const groups = [...new Set(filter.groups.map((group) => group.name))];
  return (
    <div class="understood">
      {organs.length === 0 ? (
        <p>
          {v.say({
            zh: `“${name}”未能确定是哪个机构，列出名称中含有它的单位。`,
            en: `It is not known which organ “${name}” is; units whose names hold it are listed.`,
          })}
        </p>
      ) : (
        <p>
          {v.say({ zh: `“${name}”理解为：`, en: `“${name}” is understood as: ` })}
          {organs.slice(0, NAMED).map((organ, i) => (
            <>
              {i === 0 ? '' : comma}
              <a href={v.href(`/names/${encodeURIComponent(organ.id)}`)}>{organ.name}</a>
            </>
          ))}
          {organs.length > NAMED ? v.say({ zh: ` 等 ${organs.length} 个`, en: ` and ${organs.length - NAMED} more` }) : null}
          {filter.part === null
            ? null
            : v.say({
                zh: `，以及名称中含有它的单位${placed !== undefined ? '' : '；写明地区可只看一处'}`,
                en: `, and units whose names hold it${placed !== undefined ? '' : '; give a place for one of them'}`,
              })}
        </p>
      )}
      {groups.length === 0 ? null : (
        <details>
          <summary>
            {v.say({ zh: `所属的泛指单位 ${groups.length} 种`, en: `groups that it belongs to: ${groups.length}` })}
          </summary>
          <p>{groups.join(comma)}</p>
        </details>
      )}
    </div>
  );
};

/** Those of a place that is known; all where none is of it. */
function within(organs: AskedUnit['organs'], place: RecordFilter['place']): AskedUnit['organs'] {
  if (place === undefined) return organs;
  const head = codeHead(typeof place === 'string' ? place : place.code);
  const own = organs.filter(({ code }) => code?.startsWith(head));
  return own.length > 0 ? own : organs;
}
