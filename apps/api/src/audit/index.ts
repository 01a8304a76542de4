import { AuditChainsResolver } from './audit-chains.resolver.js';
import { AuditTrailResolver } from './audit-trail.resolver.js';
import { AuditVerifyResolver } from './audit-verify.resolver.js';
import { SubjectNames } from './subject-names.js';

export const auditResolvers = [AuditChainsResolver, AuditTrailResolver, AuditVerifyResolver, SubjectNames];
