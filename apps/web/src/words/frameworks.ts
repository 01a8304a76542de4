import type {
  AgreementType,
  FrameworkState,
  Regime,
} from '../pages/public/framework/operations.generated.js';

/** The tag of a framework's state. */
export const frameworkStates: Readonly<Record<FrameworkState, { text: string; classes: string }>> = {
  DRAFT: { text: 'Draft', classes: 'govuk-tag--grey' },
  COMING: { text: 'Opens soon', classes: 'govuk-tag--yellow' },
  LIVE: { text: 'Open', classes: 'govuk-tag--green' },
  EXPIRED: { text: 'Ended', classes: 'govuk-tag--grey' },
};

export const regimes: Readonly<Record<Regime, string>> = {
  PA2023: 'Procurement Act 2023',
  PCR2015: 'Public Contracts Regulations 2015',
  PCR2006: 'Public Contracts Regulations 2006',
};

export const agreementTypes: Readonly<Record<AgreementType, string>> = {
  FRAMEWORK: 'Framework agreement',
  OPEN_FRAMEWORK: 'Open framework',
  CLOSED_FRAMEWORK: 'Closed framework',
};
