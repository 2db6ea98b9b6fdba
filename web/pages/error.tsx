import type { FC } from 'hono/jsx';
import type { PageError } from './page-error.js';
import { sameWith } from './parts/table.js';
import type { View } from './view.js';

/** What a page says where there is none. */
export const ErrorBody: FC<{ v: View; error: PageError }> = ({ v, error }) => (
  <div class="error">
    <p class="code">{error.status}</p>
    <h1>{v.say(error.what)}</h1>
    <p>{v.say(error.hint)}</p>
    {error.instead.length === 0 ? null : (
      <ul class="instead">
        {error.instead.map(({ name, params }) => (
          <li>
            <a href={sameWith(v, { ...params, ...('cursor' in params ? {} : { cursor: null }) })}>{v.say(name)}</a>
          </li>
        ))}
      </ul>
    )}
    <p>
      <a href={v.href('/')}>{v.say({ zh: '回到概览', en: 'Back to the overview' })}</a>
      {' · '}
      <a href={v.href('/search')}>{v.say({ zh: '搜索', en: 'Search' })}</a>
    </p>
  </div>
);
