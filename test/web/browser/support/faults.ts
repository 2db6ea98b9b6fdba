import type { BrowserContext, Page, Request } from 'playwright-core';

/** Violations of the Content-Security-Policy are told as errors of the console; this says more of them, and none is missed. */
const TELL_VIOLATIONS = `addEventListener('securitypolicyviolation', (e) =>
  console.error('CSP violation: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));`;

/** What goes wrong in the pages of a context, as it goes wrong. `own` is where the site stands; a request to any other host is a fault. */
export async function watched(context: BrowserContext, own: string): Promise<string[]> {
  const faults: string[] = [];
  const downloads = new Set<string>();
  await context.addInitScript({ content: TELL_VIOLATIONS });
  context.on('request', (request) => {
    if (!request.url().startsWith(own) && !/^(data|blob|about|chrome-error):/.test(request.url()))
      faults.push(`elsewhere: ${request.url()}`);
  });
  context.on('response', (response) => {
    if ('attachment' === response.headers()['content-disposition']?.split(';')[0]) downloads.add(response.url());
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  // A browser gives up the page that it was asked for where a file comes instead, and what a page still asked for (its icon) when that page is left.
  context.on('requestfailed', (request) => {
    if (!downloads.has(request.url()) && !leftBehind(request)) faults.push(`failed: ${request.url()} ${reason(request)}`);
  });
  context.on('page', (page) => {
    watchPage(page, faults);
  });
  return faults;
}

const reason = (request: Request): string => request.failure()?.errorText ?? '';

/** Given up by the browser itself: a server that breaks off and a policy that forbids are told by other names. The page itself is never left behind. */
const leftBehind = (request: Request): boolean => reason(request) === 'net::ERR_ABORTED' && !request.isNavigationRequest();

function watchPage(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
}
