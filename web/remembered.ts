import type { Store } from '../output/index.js';

/** Answers that hold good while a store stays as it is. */
interface State<V> {
  revision: string;
  values: Map<string, V>;
}

/** What was found out about stores, kept for as long as they stay as they are: so many things of each, those asked for lately. */
export class Remembered<V> {
  readonly #stores = new WeakMap<Store, State<V>>();

  constructor(private readonly most: number) {}

  /** What is known of the store as it is now. Ask anew for each question: a store may change. */
  async of(store: Store): Promise<Kept<V>> {
    const revision = await store.revision();
    const before = this.#stores.get(store);
    const state = before?.revision === revision ? before : { revision, values: new Map<string, V>() };
    this.#stores.set(store, state);
    return new Kept(state.values, this.most);
  }
}

/** Values by key, of which the one that was not asked for longest goes first. */
export class Kept<V> {
  constructor(
    private readonly values: Map<string, V>,
    private readonly most: number,
  ) {}

  get(key: string): V | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    this.values.delete(key);
    this.values.set(key, value);
    const [oldest] = this.values.keys();
    if (this.values.size > this.most && oldest !== undefined) this.values.delete(oldest);
  }

  delete(key: string): void {
    this.values.delete(key);
  }
}

/** The answer that is kept, else what `find` finds; what fails is asked for again next time. */
export async function rememberedAnswer<T>(
  remembered: Remembered<Promise<T>>,
  store: Store,
  key: string,
  find: () => Promise<T>,
): Promise<T> {
  const kept = await remembered.of(store);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const answer = find();
  kept.set(key, answer);
  answer.catch(() => {
    kept.delete(key);
  });
  return answer;
}
