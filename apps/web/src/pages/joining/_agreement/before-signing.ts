import { taskAddress } from '../_opt-in/task-forms.js';

/** What is read of an opt-in to know whether its body has decided. */
export interface DecidedOptIn {
  readonly id: string;
  readonly frameworkId: string;
  readonly state: string;
  readonly tasks: readonly {
    readonly authority: {
      readonly decision: string | null;
      readonly effectiveOn: string | null;
      readonly exemptReason: string | null;
    } | null;
  }[];
}

/** What an agreement waits for before anybody can sign it: the body's own decision, or the day on which that has effect. */
export type BeforeSigning =
  | { readonly kind: 'decision'; readonly optInId: string | null }
  | { readonly kind: 'effect'; readonly on: string };

/** Null when it can be signed today. The API refuses what is signed too early; this tells it before. */
export const beforeSigning = (
  frameworkId: string,
  optIns: readonly DecidedOptIn[],
  today: string,
): BeforeSigning | null => {
  const approved = optIns.filter(
    (optIn) => optIn.frameworkId === frameworkId && ['APPROVED', 'CONVERTED'].includes(optIn.state),
  );
  const made = approved
    .flatMap(({ tasks }) => tasks.flatMap(({ authority }) => authority ?? []))
    .filter(({ decision }) => decision === 'MADE');
  if (made.length === 0)
    return { kind: 'decision', optInId: approved.find(({ state }) => state === 'APPROVED')?.id ?? null };
  const days = made.map(({ effectiveOn, exemptReason }) =>
    exemptReason === null ? (effectiveOn ?? today) : today,
  );
  const [first = today] = [...days].sort();
  return first > today ? { kind: 'effect', on: first } : null;
};

/** Who works on opt-ins for a body, and so can record its decision: the roles of the permission `optIn:edit`. */
const RECORDERS: readonly string[] = ['TENANT_ADMIN', 'TENANT_CLIENT_LEAD'];

/** The names of those who can record the decision. */
export const recordersAmong = (
  people: readonly { readonly name: string; readonly roles: readonly string[] }[],
): readonly string[] =>
  people.filter(({ roles }) => roles.some((role) => RECORDERS.includes(role))).map(({ name }) => name);

/** Where the decision is recorded, or for those who cannot, where the opt-in stands. */
export const decisionAddress = (optInId: string | null, mayRecord: boolean): string => {
  if (optInId === null) return '/opt-ins';
  return mayRecord ? taskAddress(optInId, 'AUTHORITY') : `/opt-ins/${optInId}`;
};
