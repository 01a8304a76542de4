import { ApiFault } from '../api/api-fault.js';
import type { Visit } from './visit.js';

/**
 * Turns away whoever may not do what a page is for, when the API would not be asked about it before the page is shown.
 * What the page then does is the API's to decide.
 */
export const need = (visit: Visit, permission: string): void => {
  if (!visit.may(permission)) throw new ApiFault('ROLE_REQUIRED', '');
};
