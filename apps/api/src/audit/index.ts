import { AuditTrailResolver } from './audit-trail.resolver.js';
import { AuditVerifyResolver } from './audit-verify.resolver.js';

export const auditResolvers = [AuditTrailResolver, AuditVerifyResolver];
