import { anchorOf, noticePath, type View } from '../view.js';
import { choicesOf, type ListSpec } from '../list.js';
import { Source } from '../parts/records.js';
import { checkName, field, SEVERITIES } from '../words.js';
import type { Finding } from '../../../schemas/index.js';

export const findingList: ListSpec<'findings'> = {
  type: 'findings',
  about: {
    zh: '读取和核查时发现的问题，供逐条处理：点发现看它在原文中的位置。',
    en: 'What the audit noticed, to be worked through: a finding leads to its place in the notice.',
  },
  fields: ['check', 'severity', 'place', 'issuer', 'notice', 'q'],
  choices: async (v) => ({
    check: (await choicesOf(v, 'findings', 'check')).map((one) => ({ ...one, name: v.say(checkName(one.value)) })),
  }),
  named: 1,
  columns: (v, { notices }) => [
    {
      head: field('severity'),
      sort: 'severity',
      kind: 'tight',
      cell: ({ severity }) => <span class={`level ${severity}`}>{v.say(SEVERITIES[severity])}</span>,
    },
    { head: field('message'), kind: 'wide', cell: (finding) => <Message v={v} finding={finding} /> },
    {
      head: field('check'),
      sort: 'check',
      kind: 'tight',
      cell: ({ check }) => <a href={v.href('/findings', { check })}>{v.say(checkName(check))}</a>,
    },
    {
      head: { zh: '出处', en: 'Source' },
      cell: ({ notice_id, file, page }) =>
        notice_id === null ? file : <Source v={v} notice={notices.get(notice_id)} page={page} />,
    },
  ],
};

/** The sentence, leading to its words, or to the list beside the text where it stands on none. */
const Message = ({ v, finding: { id, notice_id, message, start } }: { v: View; finding: Finding }) =>
  notice_id === null ? (
    <>{message}</>
  ) : (
    <a href={`${v.href(noticePath(notice_id))}#${start === null ? 'r' : 'm'}-${anchorOf(id)}`}>{message}</a>
  );
