/** How many files may be on their way out at once: each reads the store from end to end. */
const AT_ONCE = 4;

/** Keeps count of the files on their way out. */
export class Exports {
  #running = 0;

  constructor(private readonly atOnce: number = AT_ONCE) {}

  get running(): number {
    return this.#running;
  }

  /** Takes a place; gives how to leave it, which may be called more than once. Null where all are taken. */
  enter(): (() => void) | null {
    if (this.#running >= this.atOnce) return null;
    this.#running += 1;
    let left = false;
    return () => {
      if (!left) this.#running -= 1;
      left = true;
    };
  }
}

/**
 * The pieces as the body of an answer. The first piece is made before anything is sent, so that what is wrong with a question can
 * still be told; what goes wrong later breaks the answer off, so that nobody takes a part for the whole. `done` is called once at its end.
 */
export async function streamed(
  pieces: AsyncGenerator<string | Uint8Array>,
  done: () => void,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const bytes = (piece: string | Uint8Array): Uint8Array => (typeof piece === 'string' ? encoder.encode(piece) : piece);
  let ahead = await pieces.next().catch((error: unknown) => {
    done();
    throw error;
  });
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        if (ahead.done) {
          done();
          controller.close();
          return;
        }
        controller.enqueue(bytes(ahead.value));
        ahead = await pieces.next();
      } catch (error) {
        done();
        controller.error(error);
      }
    },
    async cancel() {
      done();
      await pieces.return(undefined);
    },
  });
}
