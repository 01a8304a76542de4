import type { Capacity } from '../../../api/me.generated.js';
import { roleNames } from '../../../words/roles.js';

export const words = {
  title: 'Your account',
  person: 'You',
  name: 'Name',
  email: 'Email address',
  roles: 'Roles here',
  roleNames,
  actingFor: 'Whom you act for',
  actingForHint: 'A person may belong to several organisations and acts for one at a time.',
  capacity: {
    TENANT: (body: string) => body,
    LEAD: (body: string) => `${body}, as lead authority`,
    PLATFORM: () => 'The service itself, as platform operator',
  } satisfies Record<Capacity, (body: string) => string>,
  change: 'Change',
  noBody: 'You act for no organisation yet.',
  openWorkspace: "Open your organisation's workspace",
  sessions: 'Where you are signed in',
  since: 'Signed in',
  lastUsed: 'Last used',
  thisOne: 'this device',
  end: 'End',
  action: 'Action',
  said: {
    actsFor: 'You now act for the organisation that you chose.',
    ended: 'That session has been ended.',
  },
};
