import { registerEnumType } from '@nestjs/graphql';
import {
  agreementTypes,
  ceilingModes,
  frameworkStates,
  offeringStates,
  priceVersionStates,
  regimes,
  vatTreatments,
} from '#libs/catalogue';
import { chargeKinds, chargeTimings, meterFeeds } from '#libs/kernel';

/** The values of a list as an enum object, which is how GraphQL takes them. */
const enumOf = <T extends string>(values: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };

export const RegimeEnum = enumOf(regimes);
registerEnumType(RegimeEnum, {
  name: 'Regime',
  description: 'The law that a framework was procured under. More may be added.',
  valuesMap: {
    PCR2006: { description: 'Public Contracts Regulations 2006.' },
    PCR2015: { description: 'Public Contracts Regulations 2015.' },
    PA2023: { description: 'Procurement Act 2023.' },
  },
});

export const MeterFeedEnum = enumOf(meterFeeds);
registerEnumType(MeterFeedEnum, {
  name: 'MeterFeed',
  description: 'How the usage of a meter comes. More may be added.',
  valuesMap: {
    EVENTS: { description: 'As events, from a sender or typed in.' },
    RETURN: { description: 'As one figure a month, which a service manager files in a usage return.' },
  },
});

export const AgreementTypeEnum = enumOf(agreementTypes);
registerEnumType(AgreementTypeEnum, {
  name: 'AgreementType',
  description: 'The kind of framework that the regime knows. More may be added.',
  valuesMap: {
    FRAMEWORK: { description: 'A framework agreement under the Public Contracts Regulations.' },
    CLOSED_FRAMEWORK: { description: 'A closed framework under the Procurement Act 2023.' },
    OPEN_FRAMEWORK: { description: 'An open framework under the Procurement Act 2023.' },
  },
});

export const CeilingModeEnum = enumOf(ceilingModes);
registerEnumType(CeilingModeEnum, {
  name: 'CeilingMode',
  description: 'What happens when an award would pass the ceiling. More may be added.',
  valuesMap: {
    BLOCK: { description: 'It is refused.' },
    OVERRIDE: { description: 'It is refused unless a named approver gives a reason, which is kept.' },
  },
});

export const FrameworkStateEnum = enumOf(frameworkStates);
registerEnumType(FrameworkStateEnum, {
  name: 'FrameworkState',
  description: 'Where a framework stands; it follows from publishing and the dates. More may be added.',
  valuesMap: {
    DRAFT: { description: 'Not published: only its lead authority sees it.' },
    COMING: { description: 'Published; its first day is still to come.' },
    LIVE: { description: 'Call-offs can be awarded.' },
    EXPIRED: { description: 'Its last day is over; call-offs in place go on until their own end.' },
  },
});

export const OfferingStateEnum = enumOf(offeringStates);
registerEnumType(OfferingStateEnum, {
  name: 'OfferingState',
  description: 'Where an offering stands. More may be added.',
  valuesMap: {
    DRAFT: { description: 'Not published: only its lead authority sees it.' },
    PUBLISHED: { description: 'Open to new members.' },
    SUSPENDED: { description: 'Closed to new members for now; those who have it keep it.' },
    WITHDRAWN: {
      description: 'Closed to new members for good; those who have it keep it until their end dates.',
    },
  },
});

export const VatTreatmentEnum = enumOf(vatTreatments);
registerEnumType(VatTreatmentEnum, {
  name: 'VatTreatment',
  description: 'How a charge is treated for VAT. More may be added.',
  valuesMap: {
    STANDARD: { description: 'Standard rate, 20%.' },
    REDUCED: { description: 'Reduced rate, 5%.' },
    ZERO: { description: 'Zero-rated.' },
    EXEMPT: { description: 'Exempt.' },
    OUTSIDE_SCOPE: { description: 'Outside the scope of VAT.' },
  },
});

export const PriceVersionStateEnum = enumOf(priceVersionStates);
registerEnumType(PriceVersionStateEnum, {
  name: 'PriceVersionState',
  description: 'Where a price stands today. More may be added.',
  valuesMap: {
    SCHEDULED: { description: 'It starts later.' },
    CURRENT: { description: 'It holds today.' },
    SUPERSEDED: { description: 'A later price has taken its place.' },
  },
});

export const ChargeKindEnum = enumOf(chargeKinds);
registerEnumType(ChargeKindEnum, {
  name: 'ChargeKind',
  description: 'What makes a charge due. More may be added.',
  valuesMap: {
    USAGE: { description: 'Use that is metered.' },
    RECURRING: { description: 'Each month of a call-off, by the days of its term.' },
    ONE_TIME: { description: 'The first day of a call-off.' },
  },
});

export const ChargeTimingEnum = enumOf(chargeTimings);
registerEnumType(ChargeTimingEnum, {
  name: 'ChargeTiming',
  description: 'When a month is billed. More may be added.',
  valuesMap: {
    ARREARS: { description: 'Once it is over.' },
    ADVANCE: { description: 'By the run of the month before.' },
  },
});

/** The name of a price model in JSON, by its name in the API. */
export const PriceModelEnum = {
  FLAT: 'flat',
  PER_UNIT: 'perUnit',
  GRADUATED: 'graduated',
  VOLUME: 'volume',
  PACKAGE: 'package',
  PERCENTAGE: 'percentage',
} as const;
export type PriceModel = (typeof PriceModelEnum)[keyof typeof PriceModelEnum];
registerEnumType(PriceModelEnum, {
  name: 'PriceModel',
  description: 'How a price is worked out. More may be added.',
  valuesMap: {
    FLAT: { description: 'An amount for each period, whatever is used: amount.' },
    PER_UNIT: { description: 'An amount for each unit: unit.' },
    GRADUATED: { description: "Each tier's units at its own price: tiers." },
    VOLUME: { description: 'All units at the price of the tier that the quantity falls in: tiers.' },
    PACKAGE: { description: 'An amount for every started package: size, unit.' },
    PERCENTAGE: {
      description: 'A percentage of an amount, and an amount for each event: rate, fixed, freeEvents.',
    },
  },
});
