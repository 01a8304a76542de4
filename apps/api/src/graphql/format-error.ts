import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '#libs/platform';

/** Codes of GraphQL itself whose messages speak only of the caller's own query. */
const OWN_QUERY = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** A refusal keeps its code and sentence; anything else is a bug and says only its request id. */
export const formatError =
  (logger: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown, requestId: string): GraphQLFormattedError => {
    if (formatted.message.endsWith(TOO_MANY_TOKENS))
      return {
        message: 'This query is too large. Ask for less at a time.',
        extensions: { code: 'QUERY_TOO_LARGE', requestId },
      };
    const original = unwrapResolverError(error);
    const code = ownCodeOf(error) ?? codeOf(formatted);
    const expected = original instanceof GraphQLError && code !== 'INTERNAL_SERVER_ERROR';
    if (expected || OWN_QUERY.has(code)) {
      const message = OWN_QUERY.has(code) ? formatted.message.replace(SUGGESTION, '') : formatted.message;
      return { message, ...(formatted.path && { path: formatted.path }), extensions: { code, requestId } };
    }
    logger.fault({ requestId }, original, 'graphql operation failed');
    return internalError(requestId);
  };

/** All that is said of a bug. */
export const internalError = (requestId: string): GraphQLFormattedError => ({
  message: `Something went wrong. Tell us this number: ${requestId}.`,
  extensions: { code: 'INTERNAL', requestId },
});

/** The engine helps those who guess names; we do not. */
const SUGGESTION = / Did you mean [^\n]*\?/g;

/** What the parser says of a document with too many words. */
const TOO_MANY_TOKENS = 'Parsing aborted.';

/** The code that a rule of ours gave: the engine writes its own over it and keeps ours below. */
const ownCodeOf = (error: unknown): string | null => {
  const below: unknown = error instanceof GraphQLError ? error.originalError : null;
  const code: unknown = below instanceof GraphQLError ? below.extensions['code'] : null;
  return typeof code === 'string' ? code : null;
};

const codeOf = (formatted: GraphQLFormattedError): string => {
  const code: unknown = formatted.extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
};
