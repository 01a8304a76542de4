import { formatLongDate, refuse, type LocalDate, type Refusal } from '#libs/kernel';

/** An entry of the register: a public body, whether or not it ever joins. Its id is its tenant id and its lead id. */
export interface Body {
  readonly id: string;
  readonly code: string | null;
  readonly gss: string | null;
  readonly name: string;
  readonly shortName: string;
  /** such as 'Non-metropolitan district' */
  readonly type: string;
  readonly nation: string | null;
  readonly region: string | null;
  /** The code of the county council around it. */
  readonly countyCode: string | null;
  readonly combinedAuthorityCode: string | null;
  /** Mid-2020 estimate; a county's contains its districts'. */
  readonly population: number | null;
  readonly startedOn: LocalDate | null;
  /** The first day on which it is no more. */
  readonly endedOn: LocalDate | null;
  readonly successorCodes: readonly string[];
  readonly formerNames: readonly string[];
  /** Of the demonstration only. */
  readonly invented: boolean;
  /** The lead authority that added it; null for the register's own. */
  readonly addedByLeadId: string | null;
}

export const isClosed = (body: Body, today: LocalDate): boolean =>
  body.endedOn !== null && body.endedOn <= today;

/** Why nothing can be begun for a closed body; `successors` are the living bodies that took over its work. */
export const closedRefusal = (
  body: Body,
  endedOn: LocalDate,
  successors: readonly Body[],
  path: readonly string[] = [],
): Refusal => {
  const values = { body: body.name, date: formatLongDate(endedOn) };
  if (successors.length === 0) return refuse('BODY_ABOLISHED_NO_SUCCESSOR', values, path);
  return refuse(
    'BODY_ABOLISHED',
    { ...values, successor: eitherOf(successors.map(({ name }) => name)) },
    path,
  );
};

const eitherOf = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? '');
