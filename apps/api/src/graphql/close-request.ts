import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '#libs/platform';
import { requestIdOf } from '../auth/caller.js';
import type { GraphQLContext } from './context.js';
import { internalError } from './format-error.js';

/**
 * Ends the query's one unit of work, and leaves with members what a person of their lead authority is shown of them,
 * before the answer goes out. What could not be recorded is not shown: evidence first.
 */
export const closeRequestPlugin = (logger: Logger): ApolloServerPlugin<GraphQLContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: async ({ contextValue, response }) => {
        try {
          await contextValue.close();
        } catch (error) {
          const requestId = requestIdOf(contextValue.req);
          logger.fault({ requestId }, error, 'a request could not be closed, so it is not answered');
          response.http.status = 500;
          response.body = { kind: 'single', singleResult: { errors: [internalError(requestId)] } };
        }
      },
    }),
});
