import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { chromiumPath, describeInBrowser } from './support/chromium.js';
import { watched } from './support/faults.js';
import { PATIENT } from './support/site.js';

const BAD = `<!doctype html><title>x</title><link rel="icon" href="data:,"><p style="color:red">a</p>
<script>document.title = 'inline'</script><script src="/broken.js"></script><img src="/lost.png"><img src="http://elsewhere.invalid/a.png">`;
const POLICY = "default-src 'none'; script-src 'self'; img-src 'self' http://elsewhere.invalid data:; style-src 'self'";

describeInBrowser('the watch over pages', [], () => {
  it('sees what goes wrong in one', async () => {
    const server = createServer((request, answer) => {
      if (request.url === '/')
        answer.setHeader('content-security-policy', POLICY).setHeader('content-type', 'text/html').end(BAD);
      else if (request.url === '/broken.js')
        answer.setHeader('content-type', 'text/javascript').end('console.error("told"); throw new Error("thrown")');
      else answer.writeHead(404).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    const own = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: ['--no-sandbox'] });
    try {
      const context = await browser.newContext();
      const faults = await watched(context, own);
      const page = await context.newPage();
      await page.goto(`${own}/`);
      await expect.poll(() => faults.join('\n'), PATIENT).toMatch(/failed: http:\/\/elsewhere/);
      const seen = faults.join('\n');
      for (const sign of [
        'console: told',
        'script: thrown',
        `404: ${own}/lost.png`,
        'elsewhere: http://elsewhere.invalid/a.png',
      ]) {
        expect(seen).toContain(sign);
      }
      expect(seen).toMatch(/CSP violation: style-src/);
      expect(seen).toMatch(/CSP violation: script-src/);
      expect(await page.title()).toBe('x');
    } finally {
      await browser.close();
      server.close();
    }
  });

  it('looks for the browser by the name given, then on the path', () => {
    expect(chromiumPath({ CHROMIUM: '/a/b' })).toBe('/a/b');
    expect(chromiumPath({ PATH: '/nowhere' })).toBe(chromiumPath({ PATH: '' }));
  });
});
