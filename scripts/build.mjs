// npm run build: installs what is missing and compiles to dist/ when a source is newer.
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

ensureInstalled();
ensureBuilt();
