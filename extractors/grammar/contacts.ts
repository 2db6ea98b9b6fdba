import { CONTACT_LABELS, CONTACT_PREFIXES, FOREIGN_LABELS, type ContactLabel } from '../../corpus/lexicon/contact-labels.js';
import type { Contact } from '../../schemas/index.js';
import { compact, foldSameLength } from './fold.js';
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
  `(?<!\\d)(?:1[3-9]\\d{9}|400-?\\d{3}-?\\d{4}|(?:${AREA}[1-9]|[2-9])\\d{6,7}(?:转\\d{1,5}|-\\d{1,5})?|12\\d{3}|9\\d{4})(?!\\d)`,
  'g',
);
const EMAIL = /[A-Za-z0-9_.+-]{1,64}[@＠][A-Za-z0-9.-]{1,80}\.[A-Za-z]{2,8}/;
const ASKED =
  /(?:向|与|至|由)([\u4e00-\u9fa5（）]{2,30}?(?:局|委|办|室|科|处|股|厅|中心|部|院|会|司))(?:书面|实名|来信来电)?(?:联系|反映|提出|反馈|咨询)/;
/** An organ or its office right in front of 联系人： or of a telephone. */
const OFFICE = /(?:^|[，；。（、：])([\u4e00-\u9fa5]{2,24}(?:局|委|办|室|科|处|股|厅|中心|部|院|会|司|队|站|大厅))$/;

const empty = (): Contact => ({ name: null, organ: null, phone: null, email: null, address: null });

/** Whom a notice says to turn to: persons with their organ, telephone, e-mail and address, as its labelled lines give them. */
export function contactsOf(paragraphs: readonly Prose[]): Contact[] {
  const groups: Group[] = [];
  let open = false;
  for (const prose of paragraphs) {
    if (FOOT.test(prose.view.text)) break;
    const parts = labelled(prose);
    const first = parts[0];
    if (first) {
      if (!open) groups.push(new Group());
      const asked = ASKED.exec(prose.view.text.slice(0, first.at))?.[1];
      if (asked !== undefined) groups.at(-1)?.organ(asked);
      for (const part of parts) if (!groups.at(-1)?.take(part)) groups.push(new Group(part));
    }
    open = first !== undefined;
  }
  return groups.flatMap((g) => g.contacts());
}

interface Labelled {
  kind: ContactLabel;
  value: string;
  /** the value with the blanks of the source */
  spaced: string;
  at: number;
  /** an organ right in front of the label */
  office: string | null;
}

/** The labelled values of a paragraph; none where one of its labels is the site's or a form's. */
function labelled({ source, view }: Prose): Labelled[] {
  const { text, at } = view;
  const labels = [...text.matchAll(LABELS)];
  if (labels.some((m) => FOREIGN.test(text.slice(Math.max(0, m.index - 6), m.index)))) return [];
  const offices = labels.map((m) => OFFICE.exec(text.slice(Math.max(0, m.index - 26), m.index))?.[1] ?? null);
  return labels.map((m, i) => {
    const [from, to] = [m.index + m[0].length, (labels[i + 1]?.index ?? text.length) - (offices[i + 1]?.length ?? 0)];
    const end = Math.max(from, to);
    return {
      kind: kindOf(m[1] ?? ''),
      value: text.slice(from, end),
      spaced: source.slice(at[from], at[end]),
      at: m.index,
      office: offices[i] ?? null,
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

/** Labelled values that belong together: persons who share an organ, or each with a telephone of his own. */
class Group {
  private readonly persons: Contact[] = [];
  private readonly shared = empty();
  private readonly telephones = new Set<string>();

  constructor(first?: Labelled) {
    if (first) this.take(first);
  }

  /** Takes a value; false where it begins the next group. */
  take(part: Labelled): boolean {
    const value = plain(part.value);
    if (part.kind === 'name' && (this.persons.length > 0 || !this.agrees(part.office))) return false;
    if (part.kind === 'organ' && value !== '' && !this.agrees(value)) return false;
    this.organ(part.office);
    if (part.kind === 'name') this.names(part.spaced);
    else if (part.kind === 'organ')
      this.organ(OFFICE.exec(part.value.replace(PHONE, '').replace(/[，：。；]$/, ''))?.[1] ?? value);
    else if (part.kind === 'address') this.shared.address ??= value || null;
    if (part.kind !== 'name' && part.kind !== 'none') this.reached(part.value);
    return true;
  }

  /** True where the group has no other organ. */
  private agrees(organ: string | null): boolean {
    return organ === null || this.shared.organ === null || this.shared.organ === organ;
  }

  organ(name: string | null): void {
    if (name !== null && name !== '') this.shared.organ ??= name;
  }

  /** Telephones and e-mail of a value, and the office that stands in front of them. */
  private reached(value: string): void {
    const phones = phonesIn(value);
    const first = value.search(PHONES);
    if (phones.length > 0) this.phones(phones);
    if (first > 0) this.organ(OFFICE.exec(value.slice(0, first).replace(/[，：]$/, ''))?.[1] ?? null);
    this.shared.email ??= EMAIL.exec(value)?.[0] ?? null;
  }

  /** `周敏 0796-8231001；吴强 13807961234`, `李强、王芳`, `王 强  李梅`; what stands in brackets behind a name is left. */
  private names(spaced: string): void {
    for (const part of spaced.split(/[；;]/)) {
      const text = compact(part).text;
      const phones = phonesIn(text);
      const email = EMAIL.exec(text)?.[0] ?? null;
      const names = namesIn(part);
      names.forEach((name, i) => {
        const phone = phones.length === names.length ? (phones[i] ?? null) : phones.join('、') || null;
        this.persons.push({ ...empty(), name, phone, email });
      });
    }
  }

  /** As many telephones as persons without one: one each; else they share them all. */
  private phones(phones: readonly string[]): void {
    const without = phones.length < 2 ? [] : this.persons.filter((p) => p.phone === null);
    if (without.length > 1 && without.length === phones.length) without.forEach((p, i) => (p.phone = phones[i] ?? null));
    else for (const phone of phones) this.telephones.add(phone);
  }

  contacts(): Contact[] {
    const shared = [...this.telephones].join('、') || null;
    const all = this.persons.length > 0 ? this.persons : [empty()];
    return all
      .map((p) => ({
        name: p.name,
        organ: this.shared.organ,
        phone: p.phone ?? shared,
        email: p.email ?? this.shared.email,
        address: this.shared.address,
      }))
      .filter((c) => Object.values(c).some((v) => v !== null));
  }
}

/** The persons of a value: parts of two to six characters that are no organ; characters set apart by blanks are one name. */
function namesIn(value: string): string[] {
  const bare = foldSameLength(value)
    .replace(/（[^（）]*）/g, '，')
    .replace(/[\x21-\x7e]+/g, '，');
  return bare
    .split(/[，、。：]/)
    .flatMap((part) => joinSingles(part.split(/\s+/)))
    .map((n) => n.replace(/^(?:联系)?(?:电话|手机)/, ''))
    .filter((n) => /^[\u4e00-\u9fa5·]{2,6}$/.test(n) && !ORGAN_END.test(n));
}

/** `王`, `强`, `李梅` are 王强 and 李梅. */
function joinSingles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let single = false;
  for (const word of words.filter((w) => w !== '')) {
    if (single && word.length === 1) joined.push((joined.pop() ?? '') + word);
    else joined.push(word);
    single = word.length === 1 && (joined.at(-1) ?? '').length === 1;
  }
  return joined;
}

const PHONES = new RegExp(PHONE.source);

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
