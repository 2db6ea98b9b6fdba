/** Which page of a list, in which order. */
export interface ListPage {
  /** at most so many; 50 unless said otherwise, 500 at most */
  limit?: number;
  /** `next` of the page before; it holds good for the same type, filter and order */
  cursor?: string;
  /**
   * a field with one value, `-` before it for the largest first; as in the notices unless given. Records without a value come
   * last; of equal ones the first stored comes first, with `-` the last.
   */
  sort?: string;
}

/** One page of a list. */
export interface RecordPage<R> {
  records: R[];
  /** the cursor of the page behind it; null where this is the end */
  next: string | null;
}

/** How many records share these values of the fields asked for, and what a number in them comes to. */
export interface Total {
  values: (string | number | null)[];
  count: number;
  /** null where none of them has the number, or none was asked for */
  sum: number | null;
}

/** What is wanted of totals beside their groups. */
export interface TotalOptions {
  /** a number field of the type to add up */
  sum?: string;
  /** at most so many groups; 1,000 unless said otherwise */
  limit?: number;
}
