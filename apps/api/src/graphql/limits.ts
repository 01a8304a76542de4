import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, Kind, OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import type { GraphQLContext } from './context.js';

/** What one request may cost; a list field costs its page size times what one item costs. */
export const limits = {
  bodyBytes: 100 * 1024,
  /** What Stripe tells at once: an invoice of theirs with all that hangs on it. */
  webhookBytes: 1024 * 1024,
  tokens: 3_000,
  depth: 12,
  aliases: 20,
  directives: 20,
  cost: 25_000,
} as const;

/** Our own code and sentence in place of the guard's. */
const withCode = (code: string, message: string) => ({
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null): void =>
      context?.reportError(new GraphQLError(message, { extensions: { code } })),
  ],
});
const tooDeep = withCode('QUERY_TOO_DEEP', 'This query is nested too deeply. Ask for less at a time.');
const tooLarge = withCode('QUERY_TOO_LARGE', 'This query is too large. Ask for less at a time.');

const armor = new ApolloArmor({
  maxDepth: { enabled: true, n: limits.depth, exposeLimits: false, ignoreIntrospection: false, ...tooDeep },
  maxAliases: { enabled: true, n: limits.aliases, allowList: [], exposeLimits: false, ...tooLarge },
  maxDirectives: { enabled: true, n: limits.directives, exposeLimits: false, ...tooLarge },
  blockFieldSuggestion: { enabled: true },
  costLimit: { enabled: false },
  maxTokens: { enabled: false },
}).protect();

export const armorPlugins = armor.plugins as unknown as ApolloServerPlugin<GraphQLContext>[];

/** One mutation a request: money moves once, and its answer is its own. */
export const oneMutation = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    if (node.operation !== OperationTypeNode.MUTATION) return;
    const fields = node.selectionSet.selections.filter(
      (selection) => selection.kind !== Kind.FIELD || selection.name.value !== '__typename',
    );
    if (fields.length > 1 || fields.some((field) => field.kind !== Kind.FIELD))
      context.reportError(
        new GraphQLError('Send one mutation in a request.', {
          nodes: [node],
          extensions: { code: 'ONE_MUTATION' },
        }),
      );
  },
});

/** There are no subscriptions; the engine would call one a fault of ours. */
const noSubscription = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    if (node.operation === OperationTypeNode.SUBSCRIPTION)
      context.reportError(
        new GraphQLError('Send a query or a mutation.', {
          nodes: [node],
          extensions: { code: 'BAD_REQUEST' },
        }),
      );
  },
});

export const validationRules = [...armor.validationRules, oneMutation, noSubscription];

const byPageSize: ComplexityEstimator = ({ args, childComplexity }) => {
  const first: unknown = (args as { first?: unknown }).first;
  return typeof first === 'number' && first > 0 ? 1 + first * childComplexity : 1 + childComplexity;
};

/** Variables that do not fit their types are the caller's fault, not ours. */
const costOf = (count: () => number): number => {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
};

/** Refuses a query that would cost too much, with its variables counted. */
export const costPlugin: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, operationName, request }) => {
        // Without an operation nothing is executed, and the engine says why.
        if (!operation) return Promise.resolve();
        const cost = costOf(() =>
          getComplexity({
            schema,
            query: document,
            variables: request.variables ?? {},
            ...(operationName ? { operationName } : {}),
            estimators: [byPageSize],
          }),
        );
        if (cost > limits.cost)
          throw new GraphQLError('This query asks for too much at once. Ask for fewer items or fields.', {
            extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } },
          });
        return Promise.resolve();
      },
    }),
};
