import type { Addresses } from '../known.js';

export const addresses: Addresses = {
  '/sign-in/code': () => '/sign-in/code?email=nadia.rahman%40ashbeck.gov.example',
};
