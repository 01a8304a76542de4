import { Module } from '@nestjs/common';
import type { EntityClass } from '#libs/platform';
import { ActFor } from './application/act-for.js';
import { AddBody } from './application/add-body.js';
import { AddPerson } from './application/add-person.js';
import { AppointLead } from './application/appoint-lead.js';
import { AppointOperator } from './application/appoint-operator.js';
import { FindBody } from './application/find-body.js';
import { GrantRole } from './application/grant-role.js';
import { ListChainOwners } from './application/list-chain-owners.js';
import { ListLeadViews } from './application/list-lead-views.js';
import { ListPeople } from './application/list-people.js';
import { ListSessions } from './application/list-sessions.js';
import { LoadRegister } from './application/load-register.js';
import { OpenWorkspace } from './application/open-workspace.js';
import { PeopleNames } from './application/people-names.js';
import { ReadBrand } from './application/read-brand.js';
import { ReadLeadAuthority } from './application/read-lead-authority.js';
import { ReadMemberships } from './application/read-memberships.js';
import { ReadSession } from './application/read-session.js';
import { RecordLeadViews } from './application/record-lead-views.js';
import { RequestCode } from './application/request-code.js';
import { RevokeRole } from './application/revoke-role.js';
import { RevokeSession } from './application/revoke-session.js';
import { SendNotice } from './application/send-notice.js';
import { SetBrand } from './application/set-brand.js';
import { SetLeadDetails } from './application/set-lead-details.js';
import { SignIn } from './application/sign-in.js';
import { BodyDomainRow, BodyFormerNameRow, BodyRow } from './persistence/body.entity.js';
import { BodyRepository } from './persistence/body.repository.js';
import { LeadAuthorityBrandRow } from './persistence/brand.entity.js';
import { BrandRepository } from './persistence/brand.repository.js';
import { ChainOwnersRepository } from './persistence/chain-owners.repository.js';
import { LeadAuthorityDetailsRow, LeadAuthorityRow } from './persistence/lead-authority.entity.js';
import { LeadAuthorityRepository } from './persistence/lead-authority.repository.js';
import {
  PersonContactRow,
  PersonRow,
  RoleAssignmentRow,
  SessionRow,
  SignInCodeRow,
  WorkspaceRow,
} from './persistence/person.entity.js';
import { LeadViewRepository } from './persistence/lead-view.repository.js';
import { PersonRepository } from './persistence/person.repository.js';
import { RegisterRepository } from './persistence/register.repository.js';
import { SessionRepository } from './persistence/session.repository.js';
import { SignInCodeRepository } from './persistence/sign-in-code.repository.js';

const actions = [
  ActFor,
  AddBody,
  AddPerson,
  AppointLead,
  AppointOperator,
  FindBody,
  GrantRole,
  ListChainOwners,
  ListLeadViews,
  ListPeople,
  ListSessions,
  LoadRegister,
  OpenWorkspace,
  PeopleNames,
  ReadBrand,
  ReadLeadAuthority,
  ReadMemberships,
  ReadSession,
  RecordLeadViews,
  RequestCode,
  RevokeRole,
  RevokeSession,
  SendNotice,
  SetBrand,
  SetLeadDetails,
  SignIn,
];
const repositories = [
  BodyRepository,
  BrandRepository,
  ChainOwnersRepository,
  LeadAuthorityRepository,
  LeadViewRepository,
  PersonRepository,
  RegisterRepository,
  SessionRepository,
  SignInCodeRepository,
];

/** Public bodies, people, roles and sessions, lead authorities. */
@Module({ providers: [...repositories, ...actions], exports: actions })
export class DirectoryModule {
  static readonly entities: readonly EntityClass[] = [
    BodyRow,
    BodyFormerNameRow,
    BodyDomainRow,
    LeadAuthorityRow,
    LeadAuthorityDetailsRow,
    LeadAuthorityBrandRow,
    PersonRow,
    PersonContactRow,
    RoleAssignmentRow,
    SignInCodeRow,
    SessionRow,
    WorkspaceRow,
  ];
}
