export { Config, ConfigError, readConfig } from './config/config.js';
export { listenOn } from './config/listen-on.js';
export { Actor, type Capacity, type SystemDoor } from './database/actor.js';
export { Tx } from './database/tx.js';
export { ReadingTx } from './database/reading-tx.js';
export { leaveWithMembers } from './database/leave-with-members.js';
export { throughDoor } from './database/through-door.js';
export { writingFor, writingForEach } from './database/writing-for.js';
export { insertRows } from './database/insert-rows.js';
export { prepared } from './database/prepared.js';
export { rowsOfMember, together } from './database/together.js';
export { UnitOfWork } from './database/unit-of-work.js';
export { brokenConstraint } from './database/sql-error.js';
export {
  BigIntColumn,
  BytesColumn,
  DateColumn,
  InstantColumn,
  JsonColumn,
  LeadRow,
  NumericColumn,
  TenantRow,
  TextColumn,
  UuidColumn,
} from './database/columns.js';
export { type EntityClass } from './database/data-source.js';
export { UnsafeRoleError } from './database/assert-safe-role.js';
export { DatabaseHealth } from './database/database-health.js';
export { migrate, type MigrateUrls } from './database/migrate.js';
export { openClient } from './database/open-client.js';
export { findMigrations } from './database/find-migrations.js';
export { addJob, addJobs, type NewJob } from './jobs/add-job.js';
export { finishJob } from './jobs/finish-job.js';
export { LeaseLost, type JobHandler, type TakenJob } from './jobs/job.js';
export { JobRunner } from './jobs/job-runner.js';
export { JobStore } from './jobs/job-store.js';
export { auditTenant, auditLead, auditBody, auditPlatform, type AuditRecord } from './audit/append-audit.js';
export { canonicalJson, type Json } from './audit/canonical-json.js';
export { type Chain } from './audit/chain.js';
export { verifyChain, tenantChains, type ChainReport } from './audit/verify-chain.js';
export { listAudit, listChains, type AuditEntry } from './audit/list-audit.js';
export { once } from './idempotency/once.js';
export { takeNumber } from './numbers/take-number.js';
export { addMail, type MailCode } from './mail/add-mail.js';
export { SendMail } from './mail/send-mail.js';
export { Logger } from './logging/logger.js';
export { PlatformModule } from './platform.module.js';
export { newId, randomId } from './new-id.js';
export { projectRoot } from './project-root.js';
