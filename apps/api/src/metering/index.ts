import { QuarantineRejectResolver } from './quarantine-reject.js';
import { QuarantineReleaseResolver } from './quarantine-release.js';
import { QuarantineResolver } from './quarantine.resolver.js';
import { UsageKeyCreateResolver } from './usage-key-create.js';
import { UsageKeyRevokeResolver } from './usage-key-revoke.js';
import { UsageKeyResolver } from './usage-key.resolver.js';
import { UsageRecordResolver } from './usage-record.js';
import { UsageController } from './usage.controller.js';
import { UsageResolver } from './usage.resolver.js';

export const meteringResolvers = [
  UsageKeyResolver,
  UsageKeyCreateResolver,
  UsageKeyRevokeResolver,
  UsageResolver,
  UsageRecordResolver,
  QuarantineResolver,
  QuarantineReleaseResolver,
  QuarantineRejectResolver,
];

export const meteringControllers = [UsageController];
