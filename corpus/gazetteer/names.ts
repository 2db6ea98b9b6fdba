/** Names by their first two characters, the longest first: what begins at a position of a text is found at once. */
export class NameIndex<T> {
  readonly #entries = new Map<string, T[]>();
  readonly #byHead = new Map<string, string[]>();
  /** heads whose names are in order, the longest first */
  readonly #sorted = new Set<string>();

  /** Adds one meaning of a name; the order of adding is kept. */
  add(name: string, entry: T): void {
    const known = this.#entries.get(name);
    if (known) {
      known.push(entry);
      return;
    }
    this.#entries.set(name, [entry]);
    const head = name.slice(0, 2);
    const names = this.#byHead.get(head);
    if (names) names.push(name);
    else this.#byHead.set(head, [name]);
    this.#sorted.delete(head);
  }

  /** All meanings of exactly this name. */
  get(name: string): readonly T[] {
    return this.#entries.get(name) ?? [];
  }

  /** The known names that begin at `at`, the longest first. */
  startingAt(text: string, at: number): string[] {
    const head = text.slice(at, at + 2);
    const names = this.#byHead.get(head);
    if (!names) return [];
    if (!this.#sorted.has(head)) {
      names.sort((a, b) => b.length - a.length);
      this.#sorted.add(head);
    }
    return names.filter((name) => text.startsWith(name, at));
  }

  names(): IterableIterator<string> {
    return this.#entries.keys();
  }
}
