/** Errors of pdf.js's own parsers, by name: the classes themselves are not exported. */
const OF_LIBRARY =
  /^(?:XRefEntryException|XRefParseException|MissingDataException|FormatError|ParserEOFException|Jbig2Error|JpegError|JpxError)$/;

/** True for what a parser of pdf.js throws over a damaged file. */
export function isOfLibrary(reason: unknown): boolean {
  return typeof reason === 'object' && reason !== null && 'name' in reason && OF_LIBRARY.test(String(reason.name));
}

let open = 0;

function onRejection(reason: unknown): void {
  // as Node would have done without this listener
  if (!isOfLibrary(reason)) throw reason;
}

/**
 * Over damaged files pdf.js leaves some promises of its own rejected that nobody waits for, which would end the whole
 * process; what it answers to us tells of the damage all the same. Call it when a PDF is opened, and what it gives when it is closed.
 */
export function guardRejections(): () => void {
  open += 1;
  if (open === 1) process.on('unhandledRejection', onRejection);
  let released = false;
  return () => {
    if (released) return;
    released = true;
    // such a rejection is told of after all that waits for the same moment has run
    setImmediate(() => {
      open -= 1;
      if (open === 0) process.off('unhandledRejection', onRejection);
    });
  };
}
