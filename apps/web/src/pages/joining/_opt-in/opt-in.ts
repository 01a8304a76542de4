import type { Api, Asker } from '../../../api/api.js';
import { MetersOfFramework, ReadOptIn, type ReadOptInQuery } from './operations.generated.js';

export type OptIn = ReadOptInQuery['optIn'];
export type Task = OptIn['tasks'][number];

/** What is counted of a chosen service. */
export interface ChosenMeter {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly offeringTitle: string;
}

export const readOptIn = async (api: Api, asker: Asker, id: string): Promise<OptIn> =>
  (await api.ask(asker, ReadOptIn, { id })).optIn;

/** What is metered of the services that an opt-in chose, in their order. */
export const metersOf = async (api: Api, asker: Asker, optIn: OptIn): Promise<readonly ChosenMeter[]> => {
  const { framework } = await api.ask(asker, MetersOfFramework, { id: optIn.frameworkId });
  const chosen = new Set(optIn.offerings.map(({ offeringId }) => offeringId));
  return framework.offerings.edges
    .filter(({ node }) => chosen.has(node.id))
    .flatMap(({ node }) =>
      node.meters
        // What the service records by itself is nothing that anybody uses.
        .filter(({ charge, isKept }) => charge === 'USAGE' && !isKept)
        .map(({ id, title, unit }) => ({ id, title, unit, offeringTitle: node.title })),
    );
};

/** Whether the body can still work on it. */
export const isWorkedOn = ({ state }: Pick<OptIn, 'state'>): boolean =>
  state === 'DRAFT' || state === 'IN_PROGRESS' || state === 'RETURNED';

/** Evidence that was to follow an approval, and is still to come. */
export const isToFollow = ({ authority, information }: Pick<Task, 'authority' | 'information'>): boolean =>
  authority?.decision === 'TO_FOLLOW' || information?.schedule === 'TO_FOLLOW';

/** The question about a task whose answer can still be given or changed. */
export const openQuestion = ({ questions }: Pick<Task, 'questions'>): Task['questions'][number] | null =>
  questions.find(({ submittedAt }) => submittedAt === null) ?? null;

/** How many of the tasks that apply are complete. */
export const progressOf = (
  tasks: readonly Pick<Task, 'state'>[],
): { readonly done: number; readonly of: number } => ({
  done: tasks.filter(({ state }) => state === 'COMPLETED').length,
  of: tasks.filter(({ state }) => state !== 'NOT_APPLICABLE').length,
});
