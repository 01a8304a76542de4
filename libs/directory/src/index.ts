export { DirectoryModule } from './directory.module.js';
export { isClosed, type Body } from './domain/body.js';
export { type Brand } from './domain/brand.js';
export { type LeadAuthority } from './domain/lead-authority.js';
export { type Membership } from './domain/membership.js';
export {
  allRoles,
  capacityOf,
  mayDo,
  permissions,
  type Permission,
  type Role,
  type RoleCapacity,
} from './domain/role.js';
export { readNamePlace, type NamePlace } from './domain/name-place.js';
export { readPlace, type SearchPlace } from './domain/search-text.js';
export { CODE_MINUTES as codeMinutes } from './domain/sign-in-code.js';
export { illustrative, type SellerDetails } from './domain/seller-details.js';

// The register
export { AddBody, type AddBodyCommand } from './application/add-body.js';
export { FindBody } from './application/find-body.js';
export { LoadRegister } from './application/load-register.js';

// Sign-in and sessions
export { ActFor } from './application/act-for.js';
export { ListSessions, type Session } from './application/list-sessions.js';
export { ReadMemberships, type HeldMembership } from './application/read-memberships.js';
export { ReadSession, type SignedIn } from './application/read-session.js';
export { RequestCode } from './application/request-code.js';
export { RevokeSession } from './application/revoke-session.js';
export { SignIn, type SignInCommand, type Started } from './application/sign-in.js';

// People and roles
export { AddPerson, type AddPersonCommand } from './application/add-person.js';
export { AppointOperator } from './application/appoint-operator.js';
export { GrantRole, type RoleCommand } from './application/grant-role.js';
export { ListPeople, type ListedPerson } from './application/list-people.js';
export { OpenWorkspace } from './application/open-workspace.js';
export { PeopleNames } from './application/people-names.js';
export { RevokeRole } from './application/revoke-role.js';
export { addNotice, addNotices, type Notice } from './application/add-notice.js';
export { SendNotice } from './application/send-notice.js';

// Lead authorities
export { AppointLead, type AppointLeadCommand } from './application/appoint-lead.js';
export { ReadBrand } from './application/read-brand.js';
export { ReadLeadAuthority } from './application/read-lead-authority.js';
export { SetBrand, type SetBrandCommand } from './application/set-brand.js';
export { SetLeadDetails } from './application/set-lead-details.js';

// Evidence
export { ListLeadViews, type NamedLeadView } from './application/list-lead-views.js';
export { RecordLeadViews } from './application/record-lead-views.js';
export { leadViewKinds, type LeadViewKind, type Shown } from './domain/lead-view.js';
export { ListChainOwners, type ChainOwners } from './application/list-chain-owners.js';
