import { randomUUID } from 'node:crypto';
import { LEFT_OUT } from './arguments.js';

/** In which capacity the caller acts, for values that depend on it. */
export type Speaking = 'TENANT' | 'LEAD';

const fresh = (): string => randomUUID().slice(0, 8);

/**
 * Values for arguments whose names and types alone do not say enough, so that a call gets past the checks of its
 * input to the rule of who may do it. A function makes a new value for each call.
 */
export const values: Readonly<Record<string, string | symbol | ((as: Speaking) => string)>> = {
  'agreementSign.input.version': '1.0',
  'agreementVersionPublish.input.version': '7.1',
  'agreementVersionPublish.input.text': '{body} joins {framework}.',
  'auditTrail.subjectKind': LEFT_OUT,
  'billingPreview.month': '2026-07',
  'billingRunPrepare.input.month': '2026-07',
  'bodyAdd.input.code': LEFT_OUT,
  'bodyAdd.input.countyCode': LEFT_OUT,
  'bodyAdd.input.emailDomains': () => `body-${fresh()}.gov.example`,
  'bodyAdd.input.gss': LEFT_OUT,
  'bodyAdd.input.name': () => `Added Body ${fresh()}`,
  'callOffAward.input.startsOn': '2026-09-01',
  'callOffAward.input.endsOn': '2027-08-31',
  'costActualPropose.input.cost': '1000.00',
  'costActualPropose.input.year': '2025/26',
  'costEstimatePropose.input.cost': '1000.00',
  'costEstimatePropose.input.basis': 'DRIVER',
  'costEstimatePropose.input.dampingPercent': LEFT_OUT,
  'costEstimatePropose.input.tolerancePoints': '3',
  'costEstimatePropose.input.year': '2026/27',
  'costYearMembers.year': '2026/27',
  'eligibilityCheck.email': LEFT_OUT,
  'eligibilityRuleAdd.input.bodyId': LEFT_OUT,
  'estimateSave.input.bodyId': LEFT_OUT,
  'frameworkCreate.input.agreementType': 'CLOSED_FRAMEWORK',
  'frameworkCreate.input.endsOn': '2029-07-31',
  'frameworkCreate.input.reference': () => `FW-${fresh()}`,
  'frameworkCreate.input.regime': 'PA2023',
  'invoices.month': LEFT_OUT,
  'invoices.search': LEFT_OUT,
  'invoices.states': LEFT_OUT,
  'leadAuthorityAppoint.input.approver.email': () => `approver-${fresh()}@northmere-fire.gov.example`,
  'leadAuthorityAppoint.input.bodyId': `bod_${'0'.repeat(32)}`,
  'leadAuthorityAppoint.input.invoicePrefix': 'ZZZ',
  'leadAuthorityBrandSet.input.colour': '#1f4e4a',
  'leadAuthorityDetailsSet.input.bankAccountNumber': '00000000',
  'leadAuthorityDetailsSet.input.bankSortCode': '00-00-00',
  'leadAuthorityDetailsSet.input.vatNumber': 'GB000000000',
  'lotAdd.input.directAwardLimit': LEFT_OUT,
  'meterAdd.input.code': () => `meter-${fresh()}`,
  'optIns.states': LEFT_OUT,
  'personAdd.input.email': () => `colleague-${fresh()}@northmere-fire.gov.example`,
  'personAdd.input.roles': (as) => (as === 'LEAD' ? 'LEAD_AUDITOR' : 'TENANT_SPONSOR'),
  'priceVersionAdd.input.startsOn': '2028-04-01',
  'purchaseOrderRecord.input.endsOn': LEFT_OUT,
  'purchaseOrderRecord.input.startsOn': LEFT_OUT,
  'purchaseOrderRecord.input.number': () => `PO-${fresh()}`,
  'quarantine.state': LEFT_OUT,
  'quarantineRelease.input.meterCode': LEFT_OUT,
  'quarantineRelease.input.quantity': LEFT_OUT,
  'quarantineRelease.input.time': LEFT_OUT,
  'receiptRecord.input.receivedOn': '2026-07-01',
  'roleGrant.input.role': (as) => (as === 'LEAD' ? 'LEAD_AUDITOR' : 'TENANT_SPONSOR'),
  'roleRevoke.input.role': (as) => (as === 'LEAD' ? 'LEAD_AUDITOR' : 'TENANT_SPONSOR'),
  'sessionActFor.input.capacity': (as) => as,
  'sessionRequestCode.input.email': () => `caller-${fresh()}@northmere-fire.gov.example`,
  'sessionSignIn.input.code': '000000',
  'usageByDay.month': '2026-04',
  'usageKeyCreate.input.expiresOn': '2026-12-31',
  'usageKeyCreate.input.source': 'urn:somebody',
  'usageOfMonth.month': '2026-04',
  'usageRecord.input.usedOn': '2026-07-01',
  'usageRecords.month': '2026-04',
};

/** Whole inputs, where only some fields may be given together. */
export const wholes: Readonly<Record<string, unknown>> = {
  'eligibilityRuleAdd.input.category': {
    label: 'Fire and rescue authorities',
    types: ['Fire and rescue authority'],
  },
  'optInTaskSave.input.aboutYou': LEFT_OUT,
  'optInTaskSave.input.authority': LEFT_OUT,
  'optInTaskSave.input.information': LEFT_OUT,
  'optInTaskSave.input.money': LEFT_OUT,
  'priceVersionAdd.input.price': { model: 'PER_UNIT', unit: '1.00' },
  // A record of somebody else's, by what it is called there.
  'usageRecord.input.corrects': { source: 'urn:canary-a-payroll', eventId: 'CANARY-A-event-1' },
  'purchaseOrderRecord.input.isExempt': false,
};
