import { BodyAddResolver } from './body-add.js';
import { BodyResolver } from './body.resolver.js';
import { BrandResolver } from './brand.resolver.js';
import { LeadAuthorityAppointResolver } from './lead-authority-appoint.js';
import { LeadAuthorityBrandSetResolver } from './lead-authority-brand-set.js';
import { LeadAuthorityDetailsSetResolver } from './lead-authority-details-set.js';
import { LeadAuthorityResolver } from './lead-authority.resolver.js';
import { LeadViewsResolver } from './lead-views.resolver.js';
import { MeResolver } from './me.resolver.js';
import { PeopleResolver } from './people.resolver.js';
import { RolesThatMayResolver } from './roles-that-may.resolver.js';
import { PersonAddResolver } from './person-add.js';
import { RoleGrantResolver } from './role-grant.js';
import { RoleRevokeResolver } from './role-revoke.js';
import { SessionActForResolver } from './session-act-for.js';
import { SessionRequestCodeResolver } from './session-request-code.js';
import { SessionRevokeResolver } from './session-revoke.js';
import { SessionSignInResolver } from './session-sign-in.js';
import { SessionSignOutResolver } from './session-sign-out.js';
import { WorkspaceOpenResolver } from './workspace-open.js';

export const directoryResolvers = [
  BodyResolver,
  BodyAddResolver,
  SessionRequestCodeResolver,
  SessionSignInResolver,
  MeResolver,
  SessionActForResolver,
  SessionSignOutResolver,
  SessionRevokeResolver,
  WorkspaceOpenResolver,
  PeopleResolver,
  RolesThatMayResolver,
  PersonAddResolver,
  RoleGrantResolver,
  RoleRevokeResolver,
  LeadAuthorityResolver,
  LeadAuthorityAppointResolver,
  LeadAuthorityDetailsSetResolver,
  BrandResolver,
  LeadAuthorityBrandSetResolver,
  LeadViewsResolver,
];
