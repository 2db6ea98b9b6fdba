/** Names by their first two characters, the longest first: what begins at a position of a text is found at once. */
export class NameIndex<T> {
  readonly #entries = new Map<string, T[]>();
  readonly #byHead = new Map<string, string[]>();

  /** Adds one meaning of a name; the order of adding is kept. */
  add(name: string, entry: T): void {
    const known = this.#entries.get(name);
    if (known) {
      known.push(entry);
      return;
    }
    this.#entries.set(name, [entry]);
    const head = name.slice(0, 2);
    const names = this.#byHead.get(head) ?? [];
    names.push(name);
    names.sort((a, b) => b.length - a.length);
    this.#byHead.set(head, names);
  }

  /** All meanings of exactly this name. */
  get(name: string): readonly T[] {
    return this.#entries.get(name) ?? [];
  }

  /** The known names that begin at `at`, the longest first. */
  startingAt(text: string, at: number): string[] {
    return (this.#byHead.get(text.slice(at, at + 2)) ?? []).filter((name) => text.startsWith(name, at));
  }

  names(): IterableIterator<string> {
    return this.#entries.keys();
  }
}
