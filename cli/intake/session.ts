import type { Session } from '../../intake/index.js';
import { tellingWrongRows } from '../kit/gazetteer.js';
import type { IntakeSettings } from './settings.js';

/** Lends reading threads to `work` and ends them; wrong rows of the user's gazetteer are told by line. */
export async function withSession<T>(settings: IntakeSettings, work: (session: Session) => Promise<T>): Promise<T> {
  const { compileLater, Session } = await import('../../intake/index.js');
  compileLater();
  const session = await tellingWrongRows(() => Session.open(settings));
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
