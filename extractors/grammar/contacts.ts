import { CONTACT_LABELS, CONTACT_PREFIXES, FOREIGN_LABELS, type ContactLabel } from '../../corpus/lexicon/contact-labels.js';
import type { Contact } from '../../schemas/index.js';
import { ContactGroup, officeBefore, phonesIn, type LabelledContact } from './contact-group.js';
import type { Prose } from './sentences.js';
import { matchesOf } from './matches.js';

const KINDS = new Map<string, ContactLabel>(
  (['name', 'organ', 'phone', 'email', 'address', 'none'] as const).flatMap((kind) =>
    CONTACT_LABELS[kind].map((label): [string, ContactLabel] => [label, kind]),
  ),
);
const WORDS = [...KINDS.keys()].sort((a, b) => b.length - a.length).join('|');
const LABELS = new RegExp(
  `((?:${CONTACT_PREFIXES.join('|')}){0,3}(?:${WORDS})(?:(?:及|和|、|/)?(?:联系)?(?:${WORDS})|（[\\u4e00-\\u9fa5]{1,4}）)?)：`,
  'g',
);
const FOREIGN = new RegExp(`(?:${FOREIGN_LABELS.join('|')}).{0,2}$`);
/** Lines of the site's foot: what stands below is not the notice's. */
const FOOT = /网站标识码|版权所有|主办单位：|ICP备|公网安备|网站(?:建设|维护|管理|技术)/;

const ASKED =
  /(?:向|与|至|由)([\u4e00-\u9fa5（）]{2,30}?(?:局|委|办|室|科|处|股|厅|中心|部|院|会|司))(?:书面|实名|来信来电)?(?:联系|反映|提出|反馈|咨询)/;

/** Whom a notice says to turn to: persons with their organ, telephone, e-mail and address, as its labelled lines give them. */
export function contactsOf(paragraphs: readonly Prose[]): Contact[] {
  const reader = new Reader();
  for (const prose of paragraphs) {
    if (FOOT.test(prose.view.text)) break;
    reader.paragraph(prose);
  }
  return reader.contacts();
}

class Reader {
  private readonly groups: ContactGroup[] = [];
  /** the paragraph before this one had labels */
  private open = false;
  /** its last label is 联系人： with nothing behind: names stand on lines below */
  private listed = false;

  paragraph(prose: Prose): void {
    const parts = labelled(prose);
    const { text } = prose.view;
    if (parts.length === 0 && this.listed && text.length <= 80 && phonesIn(text).length > 0) {
      this.group().names(prose.source.slice(prose.start, prose.end));
      return;
    }
    if (parts.length > 0 && !this.open) this.groups.push(new ContactGroup());
    const asked = ASKED.exec(text.slice(0, parts[0]?.at ?? 0))?.[1] ?? null;
    if (parts.length > 0) this.group().organ(asked);
    for (const part of parts) if (!this.group().take(part)) this.groups.push(new ContactGroup(part));
    this.open = parts.length > 0;
    this.listed = parts.at(-1)?.kind === 'name' && parts.at(-1)?.value === '';
  }

  contacts(): Contact[] {
    return this.groups.flatMap((g) => g.contacts());
  }

  private group(): ContactGroup {
    const last = this.groups.at(-1) ?? new ContactGroup();
    if (this.groups.length === 0) this.groups.push(last);
    return last;
  }
}

/** The labelled values of a paragraph; none where one of its labels is the site's or a form's. */
function labelled({ source, view }: Prose): LabelledContact[] {
  const { text, at } = view;
  if (!text.includes('：')) return [];
  const labels = matchesOf(text, LABELS);
  if (labels.some((m) => FOREIGN.test(text.slice(Math.max(0, m.index - 6), m.index)))) return [];
  const offices = labels.map((m) => officeBefore(text.slice(Math.max(0, m.index - 26), m.index)));
  return labels.map((m, i) => {
    const next = (labels[i + 1]?.index ?? text.length) - (offices[i + 1]?.length ?? 0);
    const from = m.index + m[0].length;
    const to = Math.max(from, next);
    return {
      kind: kindOf(m[1] ?? ''),
      value: text.slice(from, to),
      spaced: source.slice(at[from], at[to]),
      at: m.index,
      office: offices[i]?.name ?? null,
    };
  });
}

/** 联系人及电话 is a label for names, 监督举报电话 one for telephones. */
function kindOf(label: string): ContactLabel {
  const bare = label.replace(/（.*）$/, '');
  for (const name of CONTACT_LABELS.name) if (bare.includes(name)) return 'name';
  for (let from = 0; from < bare.length; from++) {
    const kind = KINDS.get(bare.slice(from));
    if (kind !== undefined) return kind;
  }
  return 'none';
}
