import { CONTACT_LABELS, CONTACT_PREFIXES, FOREIGN_LABELS, type ContactLabel } from '../../corpus/lexicon/contact-labels.js';
import type { Contact } from '../../schemas/index.js';
import type { Prose } from './sentences.js';
import { ORGAN_END } from './titles.js';

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
const FOOT = /网站标识码|版权所有|主办单位：|ICP备|公网安备/;

const AREA = '(?:（0\\d{2,3}）|0\\d{2,3}[-—]?)';
const PHONE = new RegExp(
  `(?<!\\d)(?:1[3-9]\\d{9}|400-?\\d{3}-?\\d{4}|${AREA}?[2-9]\\d{6,7}(?:转\\d{1,5}|-\\d{1,5})?|12\\d{3}|9\\d{4})(?!\\d)`,
  'g',
);
const EMAIL = /[A-Za-z0-9_.+-]+[@＠][A-Za-z0-9.-]+\.[A-Za-z]{2,}/g;
const ASKED =
  /(?:向|与|至|由)([\u4e00-\u9fa5（）]{2,30}?(?:局|委|办|室|科|处|股|厅|中心|部|院|会|司))(?:书面|实名|来信来电)?(?:联系|反映|提出|反馈|咨询)/;

const empty = (): Contact => ({ name: null, organ: null, phone: null, email: null, address: null });

/** Whom a notice says to turn to: persons with their organ, telephone, e-mail and address, as its labelled lines give them. */
export function contactsOf(paragraphs: readonly Prose[]): Contact[] {
  const groups: Group[] = [];
  let open = false;
  for (const prose of paragraphs) {
    const text = prose.view.text;
    if (FOOT.test(text)) break;
    const parts = labelled(text);
    if (parts.length === 0) {
      open = false;
      continue;
    }
    if (!open || groups.length === 0) groups.push(new Group());
    const asked = ASKED.exec(text.slice(0, parts[0]?.at ?? 0))?.[1];
    if (asked !== undefined) groups.at(-1)?.organ(asked);
    for (const part of parts) if (!groups.at(-1)?.take(part)) groups.push(new Group(part));
    open = true;
  }
  return groups.flatMap((g) => g.contacts());
}

interface Labelled {
  kind: ContactLabel;
  value: string;
  at: number;
}

/** The labelled values of a paragraph; a label of the site's or of a form's is none. */
function labelled(text: string): Labelled[] {
  const labels = [...text.matchAll(LABELS)].filter((m) => !FOREIGN.test(text.slice(Math.max(0, m.index - 6), m.index)));
  return labels.map((m, i) => ({
    kind: kindOf(m[1] ?? ''),
    value: text.slice(m.index + m[0].length, labels[i + 1]?.index ?? text.length),
    at: m.index,
  }));
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

/** Labelled values that belong together: persons who share an organ, or each with a telephone of his own. */
class Group {
  private readonly persons: Contact[] = [];
  private readonly shared = empty();

  constructor(first?: Labelled) {
    if (first) this.take(first);
  }

  /** Takes a value; false where it begins the next group. */
  take({ kind, value }: Labelled): boolean {
    const [phones, emails] = [phonesIn(value), [...value.matchAll(EMAIL)].map((m) => m[0])];
    const email = emails[0] ?? null;
    if (kind === 'none') return true;
    if (kind === 'name') {
      if (this.persons.length > 0) return false;
      this.name(value);
    } else if (kind === 'organ') {
      const organ = plain(value);
      if (this.shared.organ !== null && organ !== '') return false;
      this.organ(organ);
    } else if (kind === 'address') {
      this.shared.address ??= plain(value) || null;
    } else if (phones.length > 0) this.phones(phones);
    if (kind !== 'name') this.shared.email ??= email;
    return true;
  }

  organ(name: string): void {
    if (name !== '') this.shared.organ ??= name;
  }

  /** `周敏0796-8231001；吴强13807961234`, `李强、王芳`. */
  private name(value: string): void {
    for (const part of value.split(/[；;]/)) {
      const phones = phonesIn(part);
      const email = EMAILS.exec(part)?.[0] ?? null;
      const names = part
        .replace(PHONE, '，')
        .replace(EMAIL, '，')
        .split(/[，、。（）\s]/)
        .map((n) => n.replace(/^(?:电话|手机|联系电话)?：?/, ''))
        .filter((n) => /^[\u4e00-\u9fa5·]{2,6}$/.test(n) && !ORGAN_END.test(n));
      names.forEach((name, i) => {
        const phone = phones.length === names.length ? (phones[i] ?? null) : phones.join('、') || null;
        this.persons.push({ ...empty(), name, phone, email });
      });
    }
  }

  /** As many telephones as persons without one: one each; else they share them all. */
  private phones(phones: readonly string[]): void {
    const without = this.persons.filter((p) => p.phone === null);
    if (without.length > 1 && without.length === phones.length) without.forEach((p, i) => (p.phone = phones[i] ?? null));
    else this.shared.phone = [this.shared.phone, ...phones].filter((p) => p !== null).join('、');
  }

  contacts(): Contact[] {
    const all = this.persons.length > 0 ? this.persons : [empty()];
    return all
      .map((p) => ({
        name: p.name,
        organ: p.organ ?? this.shared.organ,
        phone: p.phone ?? this.shared.phone,
        email: p.email ?? this.shared.email,
        address: p.address ?? this.shared.address,
      }))
      .filter((c) => Object.values(c).some((v) => v !== null));
  }
}

const EMAILS = new RegExp(EMAIL.source);

/** The telephones of a text in one spelling: `0796-8231234`, `0796-8218899转6012`. */
function phonesIn(text: string): string[] {
  return [...text.matchAll(PHONE)].map((m) =>
    m[0].replace(/^（?(0(?:10|2\d|[3-9]\d{2}))）?[-—]?(?=\d{7})/, '$1-').replace(/—/g, '-'),
  );
}

/** A value without postcode, list mark and closing mark. */
const plain = (value: string): string =>
  value
    .replace(/[（，、；]?(?:邮编|邮政编码)：?\d{0,6}）?/, '')
    .replace(/\d{1,2}[.、．]$/, '')
    .replace(/[，。；、（）\s]+$/, '');
