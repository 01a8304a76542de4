import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { Request } from 'express';
import type { RecordLeadViews } from '#libs/directory';
import { type Config, type Logger, type UnitOfWork } from '#libs/platform';
import { requestIdOf } from '../auth/caller.js';
import { closeRequestPlugin } from './close-request.js';
import { makeContext } from './context.js';
import { formatError } from './format-error.js';
import { armorPlugins, costPlugin, limits, validationRules } from './limits.js';

/** Every security option is written out: none depends on NODE_ENV. */
export const graphqlOptions = (
  config: Config,
  work: UnitOfWork,
  logger: Logger,
  views: RecordLeadViews,
): Omit<ApolloDriverConfig, 'driver'> => {
  const format = formatError(logger);
  return {
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    playground: false,
    introspection: !config.production || config.demonstration,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules,
    // Every answer is private and says so itself; the plugin would look at each field of it.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ...armorPlugins,
      costPlugin,
      closeRequestPlugin(logger),
      formatErrors(format),
    ],
    fieldResolverEnhancers: [],
    context: ({ req }: { req: Request }) => makeContext(req, work, views),
  };
};

type Format = ReturnType<typeof formatError>;

/** Errors are shaped where the request is known, so that each carries its id. */
const formatErrors = (format: Format): NonNullable<ApolloDriverConfig['plugins']>[number] => ({
  requestDidStart: ({ contextValue }) =>
    Promise.resolve({
      willSendResponse: ({ response, errors }) => {
        if (response.body.kind !== 'single' || !response.body.singleResult.errors) return Promise.resolve();
        const requestId = requestIdOf((contextValue as { req: Request }).req);
        response.body.singleResult.errors = response.body.singleResult.errors.map((formatted, i) =>
          format(formatted, errors?.[i], requestId),
        );
        return Promise.resolve();
      },
    }),
});

export { ApolloDriver };
