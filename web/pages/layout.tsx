import type { Child, FC } from 'hono/jsx';
import type { Lang } from '../site.js';

/** The frame of every page. */
export const Layout: FC<{ title: string; lang: Lang; basePath: string; children?: Child }> = ({
  title,
  lang,
  basePath,
  children,
}) => (
  <html lang={lang === 'zh' ? 'zh-CN' : 'en'}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · gongbao 公报`}</title>
      <link rel="stylesheet" href={`${basePath}/assets/style.css`} />
      <link rel="icon" href={`${basePath}/assets/icon.svg`} />
    </head>
    <body>{children}</body>
  </html>
);
