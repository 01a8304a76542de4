import { ApiFault } from '../../../api/api-fault.js';
import type { Visit } from '../../../frame/visit.js';

/** A framework with the lead authority that hosts it. */
interface Hosted {
  readonly lead: { readonly id: string };
}

/** The framework, when the visitor's own authority hosts it: another's can be seen by everyone, and kept only there. */
export const ownFramework = <T extends Hosted>(visit: Visit, framework: T): T => {
  if (framework.lead.id !== visit.me?.actingFor?.body?.id) throw new ApiFault('NOT_FOUND', '');
  return framework;
};
