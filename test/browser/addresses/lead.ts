import type { Addresses } from '../known.js';

export const addresses: Addresses = {
  '/reviews/:id': ({ waitingOptInId }) => `/reviews/${waitingOptInId}`,
  '/reviews/:id/approve': ({ waitingOptInId }) => `/reviews/${waitingOptInId}/approve`,
  '/reviews/:id/return': ({ waitingOptInId }) => `/reviews/${waitingOptInId}/return`,
  '/reviews/:id/decline': ({ waitingOptInId }) => `/reviews/${waitingOptInId}/decline`,
  '/members/:bodyId': ({ ashbeckId }) => `/members/${ashbeckId}`,
  '/quarantine/:id': ({ quarantineId }) => `/quarantine/${quarantineId}`,
  '/catalogue/frameworks/:id': ({ frameworkId }) => `/catalogue/frameworks/${frameworkId}`,
  '/catalogue/frameworks/:id/publish': ({ frameworkId }) => `/catalogue/frameworks/${frameworkId}/publish`,
  '/catalogue/frameworks/:id/bodies/new': ({ frameworkId }) =>
    `/catalogue/frameworks/${frameworkId}/bodies/new`,
  '/catalogue/frameworks/:id/groups/new': ({ frameworkId }) =>
    `/catalogue/frameworks/${frameworkId}/groups/new`,
  '/catalogue/frameworks/:id/lots/new': ({ frameworkId }) => `/catalogue/frameworks/${frameworkId}/lots/new`,
  '/catalogue/frameworks/:id/agreement/new': ({ frameworkId }) =>
    `/catalogue/frameworks/${frameworkId}/agreement/new`,
  '/catalogue/frameworks/:id/lots/:lotId/offerings/new': ({ frameworkId, lotId }) =>
    `/catalogue/frameworks/${frameworkId}/lots/${lotId}/offerings/new`,
  '/catalogue/offerings/:id': ({ offeringId }) => `/catalogue/offerings/${offeringId}`,
  '/catalogue/offerings/:id/publish': ({ offeringId }) => `/catalogue/offerings/${offeringId}/publish`,
  '/catalogue/offerings/:id/suspend': ({ offeringId }) => `/catalogue/offerings/${offeringId}/suspend`,
  '/catalogue/offerings/:id/withdraw': ({ offeringId }) => `/catalogue/offerings/${offeringId}/withdraw`,
  '/catalogue/offerings/:id/meters/new': ({ offeringId }) => `/catalogue/offerings/${offeringId}/meters/new`,
  '/catalogue/offerings/:id/meters/:meterId/prices/new': ({ offeringId, meterId }) =>
    `/catalogue/offerings/${offeringId}/meters/${meterId}/prices/new`,
  '/catalogue/offerings/:id/prices/:priceId/withdraw': ({ offeringId, priceId }) =>
    `/catalogue/offerings/${offeringId}/prices/${priceId}/withdraw`,
};
