import type { Child, FC } from 'hono/jsx';
import type { Text } from '../site.js';
import { PAGE_SIZE } from './paging.js';
import { Labelled } from './parts/form.js';
import type { View } from './view.js';
import { FILTER_WORDS } from './filters.js';

interface Asking {
  name: 'unit' | 'place' | 'due_before' | 'year' | 'grade' | 'start_year';
  example: string;
  suggest?: 'organ' | 'place';
}

/** The questions that most people come with, each as a form that leads to its list. */
export const Starts: FC<{ v: View }> = ({ v }) => (
  <div class="starts">
    <Start
      v={v}
      action="/obligations"
      title={{ zh: '查任务：谁、何时前、做什么', en: 'Tasks: who, what, by when' }}
      button={{ zh: '查任务', en: 'Find tasks' }}
      asks={TASKS}
    />
    <Start
      v={v}
      action="/ratings"
      title={{ zh: '查评价：哪些集群得了什么等次', en: 'Grades: what was rated how' }}
      button={{ zh: '查评价', en: 'Find grades' }}
      asks={GRADES}
    />
    <Start
      v={v}
      action="/projects"
      title={{ zh: '查项目：投资大的在前', en: 'Projects: the largest first' }}
      button={{ zh: '查项目', en: 'Find projects' }}
      asks={PROJECTS}
    >
      <Labelled id="start-projects-limit" label={v.say({ zh: '列出前', en: 'The first' })}>
        <select id="start-projects-limit" name="limit">
          {[10, 20, 50, 100].map((size) => (
            <option value={size === PAGE_SIZE ? '' : String(size)} selected={size === PAGE_SIZE}>
              {size}
            </option>
          ))}
        </select>
      </Labelled>
    </Start>
  </div>
);

const TASKS: readonly Asking[] = [
  { name: 'unit', example: '市工信局', suggest: 'organ' },
  { name: 'place', example: '景德镇市', suggest: 'place' },
  { name: 'due_before', example: '2026-12-31' },
];
const GRADES: readonly Asking[] = [
  { name: 'place', example: '赣州市', suggest: 'place' },
  { name: 'year', example: '2020' },
  { name: 'grade', example: '良好' },
];
const PROJECTS: readonly Asking[] = [
  { name: 'place', example: '南昌市', suggest: 'place' },
  { name: 'start_year', example: '2021' },
];

interface StartOf {
  v: View;
  action: string;
  title: Text;
  button: Text;
  asks: readonly Asking[];
  children?: Child;
}

const Start: FC<StartOf> = ({ v, action, title, button, asks, children }) => (
  <form action={v.href(action)}>
    <h2>{v.say(title)}</h2>
    {asks.map(({ name, example, suggest }) => {
      const id = `start${action.replace('/', '-')}-${name}`;
      return (
        <Labelled id={id} label={v.say(FILTER_WORDS[name])}>
          <input
            id={id}
            name={name}
            placeholder={v.say({ zh: `如 ${example}`, en: `e.g. ${example}` })}
            maxlength={200}
            autocomplete="off"
            data-suggest={suggest === undefined ? undefined : v.href('/suggest', { kind: suggest })}
          />
        </Labelled>
      );
    })}
    {children}
    <div class="do">
      <button class="main">{v.say(button)}</button>
    </div>
  </form>
);
