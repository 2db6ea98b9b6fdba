import type { FC } from 'hono/jsx';
import { sameWith } from '../parts/table.js';
import type { View } from '../view.js';
import { ROLES } from '../words.js';
import { dayBefore, type Tasks } from './load.js';

/** How many tasks there are of each role, and of those whose day is over, to come, or not given; each leads to them. */
export const Tallies: FC<{ v: View; tasks: Tasks }> = ({ v, tasks: { tally } }) => {
  const today = v.site.today();
  return (
    <ul class="tally">
      {(['lead', 'responsible', 'support'] as const).map((role) => (
        <li>
          <a href={sameWith(v, { role, cursor: null })}>
            <strong>{tally[role]}</strong>
            {v.say(ROLES[role])}
          </a>
        </li>
      ))}
      <li class={tally.past > 0 ? 'red' : undefined}>
        <a href={sameWith(v, { due_before: dayBefore(today), cursor: null })}>
          <strong>{tally.past}</strong>
          {v.say({ zh: '时限已过', en: 'past due' })}
        </a>
      </li>
      <li>
        <a href={sameWith(v, { due_after: today, cursor: null })}>
          <strong>{tally.coming}</strong>
          {v.say({ zh: '时限将至', en: 'to come' })}
        </a>
      </li>
      <li>
        <span>
          <strong>{tally.undated}</strong>
          {v.say({ zh: '未写时限', en: 'without a date' })}
        </span>
      </li>
    </ul>
  );
};
