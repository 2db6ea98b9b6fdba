/** Hears of every program that an engine starts, so that it can be ended should the thread that waits for it be. */
export interface ProcessWatch {
  /** `id` as `kill` takes it: a process, or with a minus a group of them */
  started: (id: number) => void;
  ended: (id: number) => void;
}

/** The beginning of the names of temporary folders that a thread of this process makes. */
export const scratchPrefix = (thread: number): string => `gongbao-convert-${process.pid}-${thread}-`;
