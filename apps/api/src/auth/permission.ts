import { SetMetadata } from '@nestjs/common';
import type { Permission } from '#libs/directory';

export const RULE = Symbol('access rule');
export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'requires'; readonly permission: Permission }
  | { readonly kind: 'usage-key' }
  | { readonly kind: 'stripe-signature' };

/** This operation needs a signed-in person whose roles carry the permission. */
export const Requires = (permission: Permission) =>
  SetMetadata(RULE, { kind: 'requires', permission } satisfies AccessRule);
/** Anyone may call this operation, without an account. */
export const Public = () => SetMetadata(RULE, { kind: 'public' } satisfies AccessRule);
/** This door takes a usage key and nothing else; its controller authenticates it. */
export const RequiresUsageKey = () => SetMetadata(RULE, { kind: 'usage-key' } satisfies AccessRule);
/** This door takes what Stripe signed and nothing else; its action verifies it. */
export const SignedByStripe = () => SetMetadata(RULE, { kind: 'stripe-signature' } satisfies AccessRule);
