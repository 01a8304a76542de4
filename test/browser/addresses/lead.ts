import type { Addresses, Known } from '../known.js';

const framework = ({ frameworkId }: Known): string => `/catalogue/frameworks/${frameworkId}`;
const offering = ({ offeringId }: Known): string => `/catalogue/offerings/${offeringId}`;
const review = ({ waitingOptInId }: Known): string => `/reviews/${waitingOptInId}`;

export const addresses: Addresses = {
  '/reviews/:id': review,
  '/reviews/:id/approve': (known) => `${review(known)}/approve`,
  '/reviews/:id/return': (known) => `${review(known)}/return`,
  '/reviews/:id/decline': (known) => `${review(known)}/decline`,
  '/catalogue/frameworks/:id': framework,
  '/catalogue/frameworks/:id/publish': (known) => `${framework(known)}/publish`,
  '/catalogue/frameworks/:id/lots/new': (known) => `${framework(known)}/lots/new`,
  '/catalogue/frameworks/:id/bodies/new': (known) => `${framework(known)}/bodies/new?text=stourley`,
  '/catalogue/frameworks/:id/groups/new': (known) => `${framework(known)}/groups/new`,
  '/catalogue/frameworks/:id/agreement/new': (known) => `${framework(known)}/agreement/new`,
  '/catalogue/frameworks/:id/lots/:lotId/offerings/new': (known) =>
    `${framework(known)}/lots/${known.lotId}/offerings/new`,
  '/catalogue/offerings/:id': offering,
  '/catalogue/offerings/:id/publish': (known) => `${offering(known)}/publish`,
  '/catalogue/offerings/:id/suspend': (known) => `${offering(known)}/suspend`,
  '/catalogue/offerings/:id/withdraw': (known) => `${offering(known)}/withdraw`,
  '/catalogue/offerings/:id/meters/new': (known) => `${offering(known)}/meters/new`,
  '/catalogue/offerings/:id/meters/:meterId/prices/new': (known) =>
    `${offering(known)}/meters/${known.meterId}/prices/new?model=GRADUATED`,
  // The demonstration has no price that starts later, so this leads back to the service.
  '/catalogue/offerings/:id/prices/:priceId/withdraw': (known) =>
    `${offering(known)}/prices/${known.meterId}/withdraw`,
  '/catalogue/offerings/:id/meters/:meterId/bands/new': (known) =>
    `${offering(known)}/meters/${known.meterId}/bands/new`,
  // The demonstration has no volume band, so this leads back to the service.
  '/catalogue/offerings/:id/bands/:bandId/withdraw': (known) =>
    `${offering(known)}/bands/${known.meterId}/withdraw`,
  '/members/:bodyId': ({ ashbeckId }) => `/members/${ashbeckId}`,
  '/quarantine/:id': ({ quarantineId }) => `/quarantine/${quarantineId}`,
};
