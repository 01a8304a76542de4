import type { Addresses } from '../known.js';

export const addresses: Addresses = {
  '/frameworks/:id': (known) => `/frameworks/${known.frameworkId}`,
  '/frameworks/:id/estimate': (known) => `/frameworks/${known.frameworkId}/estimate?body=${known.ashbeckId}`,
  '/offerings/:id': (known) => `/offerings/${known.offeringId}`,
  '/estimates/:id': (known) => `/estimates/${known.estimateId}`,
};
