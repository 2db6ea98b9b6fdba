import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { ENTRY_TYPES, entryDetails, entryFacts, entryName, type Entry } from '../../../output/index.js';
import { findingSchema, obligationSchema, type NoticeRecord } from '../../../schemas/index.js';
import { Nothing } from '../parts/foot.js';
import { AllUnits, Due } from '../parts/records.js';
import type { View } from '../view.js';
import { SEVERITIES, typeName } from '../words.js';
import { entryAnchor } from './anchors.js';
import { pageHref } from './originals.js';

/** The lists by type beside the text, each under a heading with its count. */
export const EntryLists: FC<{ v: View; notice: NoticeRecord; entries: readonly Entry[] }> = ({ v, notice, entries }) => {
  if (entries.length === 0)
    return (
      <Nothing
        what={v.say({ zh: '没有从本公文读出记录。', en: 'Nothing was read from this notice.' })}
        hint={v.say({
          zh: '它可能只是转发或通知会议；正文见左侧。',
          en: 'It may only pass something on; its text stands beside this.',
        })}
      />
    );
  return (
    <>
      {ENTRY_TYPES.map((type) => {
        const own = entries.filter((entry) => entry.type === type);
        return own.length === 0 ? null : (
          <section class={`list ${type}`} aria-labelledby={`list-${type}`}>
            <h2 id={`list-${type}`}>
              <span class="dot"></span>
              {v.say(typeName(type))}
              <small>{own.length}</small>
            </h2>
            <ol>
              {own.map((entry) => (
                <Item v={v} notice={notice} entry={entry} />
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
};

const Item: FC<{ v: View; notice: NoticeRecord; entry: Entry }> = ({ v, notice, entry }) => {
  const anchor = entryAnchor(entry);
  return (
    <li id={`r${anchor}`}>
      {entry.span === null ? (
        <span class="n">{entry.number}</span>
      ) : (
        <a class="n" href={`#m${anchor}`} title={v.say({ zh: '看原文', en: 'to the text' })}>
          {entry.number}
        </a>
      )}
      <div class="entry">
        <p class="name">
          <Severity v={v} values={entry.values} />
          {entryName(entry)}
          <PageNumber v={v} notice={notice} page={entry.values['page']} />
        </p>
        {facts(v, entry)}
        {raw(entryDetails(entry, v.lang))}
      </div>
    </li>
  );
};

/** The line or two that matter; units of a task lead to their tasks. */
function facts(v: View, entry: Entry): Child {
  const task = entry.type === 'obligations' ? obligationSchema.safeParse(entry.values) : null;
  if (!task?.success) return entryFacts(entry, v.lang).map((fact) => <p class="fact">{raw(fact)}</p>);
  return (
    <>
      <AllUnits v={v} units={task.data.units} />
      {task.data.due === null ? null : (
        <p class="fact">
          <span class="role">{v.say({ zh: '时限', en: 'due' })}</span>
          <Due v={v} due={task.data.due} />
        </p>
      )}
    </>
  );
}

const Severity: FC<{ v: View; values: Entry['values'] }> = ({ v, values }) => {
  const level = findingSchema.shape.severity.safeParse(values['severity']);
  return level.success ? <span class={`level ${level.data}`}>{v.say(SEVERITIES[level.data])}</span> : null;
};

/** The page that a record begins on; it opens the original there where the server has it. */
const PageNumber: FC<{ v: View; notice: NoticeRecord; page: unknown }> = ({ v, notice, page }) => {
  if (typeof page !== 'number') return null;
  const words = v.say({ zh: `第${page}页`, en: `p. ${page}` });
  const href = pageHref(v, notice, page);
  if (href === null) return <span class="page">{words}</span>;
  return (
    <a class="page" href={href}>
      {words}
    </a>
  );
};
