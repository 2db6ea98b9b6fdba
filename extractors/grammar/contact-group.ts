import type { ContactLabel } from '../../corpus/lexicon/contact-labels.js';
import type { Contact } from '../../schemas/index.js';
import { compact, foldSameLength } from './fold.js';
import { matchesOf } from './matches.js';

/** A value behind a label such as 联系电话：. */
export interface LabelledContact {
  kind: ContactLabel;
  /** compact */
  value: string;
  /** the value with the blanks of the source */
  spaced: string;
  at: number;
  /** an organ right in front of the label */
  office: string | null;
}

const AREA = '(?:（0\\d{2,3}）|0\\d{2,3}[-—]?)';
const PHONE = new RegExp(
  `(?<!\\d)(?:1[3-9]\\d{9}|400-?\\d{3}-?\\d{4}|(?:${AREA}\\d|[2-9])\\d{6,7}(?:转\\d{1,5}|-\\d{1,5})?|12\\d{3}|9\\d{4})(?!\\d)`,
  'g',
);
const FIRST_PHONE = new RegExp(PHONE.source);
const EMAIL = /[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]{1,80}\.[A-Za-z]{2,8}/;
const OFFICE = '[\\u4e00-\\u9fa5]{2,24}(?:局|委|办|室|科|处|股|厅|中心|部|院|会|司|队|站|大厅)';
const OFFICE_ALONE = new RegExp(`^${OFFICE}$`);
const OFFICE_AT_END = new RegExp(`(?:^|[，；。（、：])(${OFFICE})[，：]?$`);

/** The organ or office that ends a compact text, and how much of the text it takes. */
export function officeBefore(text: string): { name: string; length: number } | null {
  const name = OFFICE_AT_END.exec(text)?.[1];
  return name === undefined ? null : { name, length: text.length - text.lastIndexOf(name) };
}

/** The telephones of a compact text in one spelling: `0796-8231234`, `0796-8218899转6012`. */
export function phonesIn(text: string): string[] {
  return matchesOf(text, PHONE).map((m) =>
    m[0].replace(/^（?(0(?:10|2\d|[3-9]\d{2}))）?[-—]?(?=\d{7})/, '$1-').replace(/—/g, '-'),
  );
}

const empty = (): Contact => ({ name: null, organ: null, phone: null, email: null, address: null });

/** Labelled values that belong together: persons who share an organ, or each with a telephone of his own. */
export class ContactGroup {
  private readonly persons: Contact[] = [];
  private readonly shared = empty();
  private readonly telephones = new Set<string>();

  constructor(first?: LabelledContact) {
    if (first) this.take(first);
  }

  /** Takes a value; false where it begins the next group. */
  take(part: LabelledContact): boolean {
    const value = plain(part.value);
    const organ = part.kind === 'organ' ? (officeBefore(value.replace(PHONE, ''))?.name ?? value) : part.office;
    if (!this.agrees(organ) || (part.kind === 'name' && this.persons.length > 0)) return false;
    this.organ(organ);
    if (part.kind === 'name') this.names(part.spaced);
    else if (part.kind === 'address') this.shared.address ??= value || null;
    if (part.kind !== 'name' && part.kind !== 'none') this.reached(part.value);
    return true;
  }

  /** True where the group has no other organ. */
  private agrees(organ: string | null): boolean {
    return organ === null || organ === '' || this.shared.organ === null || this.shared.organ === organ;
  }

  organ(name: string | null): void {
    if (name !== null && name !== '') this.shared.organ ??= name;
  }

  /**
   * `周敏 0796-8231001；吴强 13807961234`, `李强、王芳`, `王 强  李梅`, `产业科 周敏`; what stands in brackets behind a name is
   * left.
   */
  names(spaced: string): void {
    for (const part of spaced.split(/[；;]|(?<=\d{7})\s*(?=(?!转)[\u4e00-\u9fa5])/)) {
      const text = compact(part).text;
      const phones = phonesIn(text);
      const words = wordsIn(part);
      const organ = words.find((w) => OFFICE_ALONE.test(w)) ?? null;
      const email = EMAIL.exec(text)?.[0] ?? null;
      const names = words.filter((w) => w.length <= 6 && !OFFICE_ALONE.test(w));
      names.forEach((name, i) => {
        const phone = phones.length === names.length ? (phones[i] ?? null) : phones.join('、') || null;
        this.persons.push({ ...empty(), name, organ, phone, email });
      });
      if (names.length === 0 && phones.length > 0) this.persons.push({ ...empty(), organ, phone: phones.join('、'), email });
      else if (names.length === 0) this.organ(organ);
    }
  }

  /** Telephones and e-mail of a value, and the office that stands in front of them. */
  private reached(value: string): void {
    const first = value.search(FIRST_PHONE);
    if (first > 0) this.organ(officeBefore(value.slice(0, first))?.name ?? null);
    this.phones(phonesIn(value));
    this.shared.email ??= EMAIL.exec(value)?.[0] ?? null;
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
        organ: p.organ ?? this.shared.organ,
        phone: p.phone ?? shared,
        email: p.email ?? this.shared.email,
        address: this.shared.address,
      }))
      .filter((c) => Object.values(c).some((v) => v !== null));
  }
}

/** The Chinese words of a value, brackets left out; characters set apart by blanks are one name. */
function wordsIn(value: string): string[] {
  return foldSameLength(value)
    .replace(/（[^（）]*）/g, '，')
    .replace(/[\x21-\x7e]+/g, '，')
    .split(/[，、。：]/)
    .flatMap((part) => joinSingles(part.split(/\s+/)))
    .map((n) => n.replace(/^(?:联系)?(?:电话|手机)/, ''))
    .filter((n) => /^[\u4e00-\u9fa5·]{2,30}$/.test(n));
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

/** A value without postcode, list mark and closing mark. */
const plain = (value: string): string =>
  value
    .replace(/[（，、；]?(?:邮编|邮政编码)：?\d{0,6}）?/, '')
    .replace(/\d{1,2}[.、．]$/, '')
    .replace(/(?<![，。；、（）\s])[，。；、（）\s]+$/, '');
