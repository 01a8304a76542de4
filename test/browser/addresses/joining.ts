import type { Addresses } from '../known.js';

export const addresses: Addresses = {
  '/opt-ins/:id': ({ optInId }) => `/opt-ins/${optInId}`,
  '/opt-ins/:id/tasks/:task': ({ optInId }) => `/opt-ins/${optInId}/tasks/money`,
  '/opt-ins/:id/check': ({ optInId }) => `/opt-ins/${optInId}/check`,
  '/opt-ins/:id/submitted': ({ optInId }) => `/opt-ins/${optInId}/submitted`,
  '/agreements/:id': ({ agreementId }) => `/agreements/${agreementId}`,
};
