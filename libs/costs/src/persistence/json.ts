import { exact, localDate } from '#libs/kernel';
import type { Basis, Part, SchemeMember, Settlement, Stage, VersionTerms } from '../domain/scheme.js';

/** Amounts in pence and shares in ten-thousandths of a per cent as text, other numbers as decimal text. */
export interface PartJson {
  readonly day: string;
  readonly callOffId: string;
  readonly amount: string;
}

export interface MemberJson {
  readonly tenantId: string;
  readonly figure: string | null;
  readonly figureSource: string | null;
  readonly months: number;
  readonly before: string | null;
  readonly share: string;
  readonly amount: string;
  readonly parts: readonly PartJson[];
  readonly trueUp: PartJson | null;
}

export interface TermsJson {
  readonly stage: Stage;
  readonly basis: Basis;
  readonly driver: string | null;
  readonly dampingPercent: string | null;
  readonly tolerancePoints: string;
  readonly cost: string;
  readonly carried: string;
  readonly settlement: Settlement | null;
  readonly reshared: boolean | null;
}

const partToJson = ({ day, callOffId, amount }: Part): PartJson => ({
  ...{ day, callOffId, amount: amount.toString() },
});
const partFromJson = ({ day, callOffId, amount }: PartJson): Part => ({
  ...{ day: localDate(day), callOffId, amount: BigInt(amount) },
});

export const memberToJson = (member: SchemeMember): MemberJson => ({
  tenantId: member.tenantId,
  figure: member.figure?.toDecimalString() ?? null,
  figureSource: member.figureSource,
  months: member.months,
  before: member.before?.toString() ?? null,
  share: member.share.toString(),
  amount: member.amount.toString(),
  parts: member.parts.map(partToJson),
  trueUp: member.trueUp && partToJson(member.trueUp),
});

export const memberFromJson = (member: MemberJson): SchemeMember => ({
  tenantId: member.tenantId,
  figure: member.figure === null ? null : exact(member.figure),
  figureSource: member.figureSource,
  months: member.months,
  before: member.before === null ? null : BigInt(member.before),
  share: BigInt(member.share),
  amount: BigInt(member.amount),
  parts: member.parts.map(partFromJson),
  trueUp: member.trueUp && partFromJson(member.trueUp),
});

export const termsToJson = (terms: VersionTerms): TermsJson => ({
  stage: terms.stage,
  basis: terms.basis,
  driver: terms.driver,
  dampingPercent: terms.dampingPercent?.toDecimalString() ?? null,
  tolerancePoints: terms.tolerancePoints.toDecimalString(),
  cost: terms.cost.toString(),
  carried: terms.carried.toString(),
  settlement: terms.settlement,
  reshared: terms.reshared,
});

export const termsFromJson = (terms: TermsJson): VersionTerms => ({
  ...terms,
  dampingPercent: terms.dampingPercent === null ? null : exact(terms.dampingPercent),
  tolerancePoints: exact(terms.tolerancePoints),
  cost: BigInt(terms.cost),
  carried: BigInt(terms.carried),
});
