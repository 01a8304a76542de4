import type { OptInTaskName } from './operations.generated.js';

/** How a task's answers stand in its form: each field's name is the path of the input that it feeds. */
export interface TaskForm {
  /** The last part of its address, and the name of its view. */
  readonly slug: string;
  /** The field of `optInTaskSave` that takes its answers. */
  readonly input: 'aboutYou' | 'yourNeed' | 'money' | 'information' | 'authority';
  readonly texts: readonly string[];
  readonly dates: readonly string[];
}

export const taskForms: Readonly<Record<OptInTaskName, TaskForm>> = {
  ABOUT_YOU: {
    slug: 'about-you',
    input: 'aboutYou',
    texts: [
      'sponsorName',
      'sponsorEmail',
      'clientLeadName',
      'clientLeadEmail',
      'financeName',
      'financeEmail',
    ],
    dates: [],
  },
  YOUR_NEED: { slug: 'your-need', input: 'yourNeed', texts: ['outcomes'], dates: [] },
  MONEY: {
    slug: 'money',
    input: 'money',
    texts: ['purchaseOrder', 'purchaseOrderNumber', 'vatRecovery', 'costCentre'],
    dates: [],
  },
  INFORMATION: {
    slug: 'information',
    input: 'information',
    texts: ['schedule', 'officerName', 'officerRole', 'adviserName', 'advice'],
    dates: ['acceptedOn', 'advisedOn'],
  },
  AUTHORITY: {
    slug: 'authority',
    input: 'authority',
    texts: ['decision', 'reference', 'decidedBy', 'callIn', 'exemptReason'],
    dates: ['publishedOn', 'effectiveOn'],
  },
};

/** The task that an address names; null for none. */
export const taskAt = (slug: string): OptInTaskName | null =>
  (Object.keys(taskForms) as OptInTaskName[]).find((task) => taskForms[task].slug === slug) ?? null;

export const taskAddress = (optInId: string, task: OptInTaskName): string =>
  `/opt-ins/${optInId}/tasks/${taskForms[task].slug}`;
