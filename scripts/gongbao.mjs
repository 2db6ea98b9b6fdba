// npm run --silent gongbao -- ARGS: the program itself, installed and built first where need be.
import { ensureBuilt, ensureInstalled, standWhereTheUserStands } from './ensure.mjs';

ensureInstalled();
ensureBuilt();
standWhereTheUserStands('gongbao');
await import('../dist/cli/main.js');
