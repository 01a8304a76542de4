import type { ReachedDatabase } from './reach-database.js';

/**
 * The embedded database, where its launcher is: it is no part of an image that is made for another database. There
 * throws one line that names the settings to give.
 */
export async function embeddedIfHere(settings: string): Promise<ReachedDatabase> {
  try {
    return await (await import('./reach-database.js')).reachEmbedded();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(`Set ${settings}.`, { cause: error });
  }
}
