import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { BillingModule } from '#libs/billing';
import { CalloffsModule } from '#libs/calloffs';
import { CatalogueModule } from '#libs/catalogue';
import { CostsModule } from '#libs/costs';
import { DirectoryModule, RecordLeadViews } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import { LedgerModule } from '#libs/ledger';
import { MembershipModule } from '#libs/membership';
import { MeteringModule } from '#libs/metering';
import { PaymentsModule } from '#libs/payments';
import { Config, Logger, PlatformModule, UnitOfWork } from '#libs/platform';
import { AssertOperationsDeclared } from './auth/assert-operations-declared.js';
import { PermissionGuard } from './auth/permission.guard.js';
import { SessionStrategy } from './auth/session.strategy.js';
import { UsageKeyStrategy } from './auth/usage-key.strategy.js';
import { auditResolvers } from './audit/index.js';
import { billingControllers, billingResolvers } from './billing/index.js';
import { calloffsResolvers } from './calloffs/index.js';
import { catalogueResolvers } from './catalogue/index.js';
import { costsResolvers } from './costs/index.js';
import { directoryResolvers } from './directory/index.js';
import { ApolloDriver, graphqlOptions } from './graphql/graphql-options.js';
import { Draining } from './http/draining.js';
import { ErrorFilter } from './http/error.filter.js';
import { HealthController } from './http/health.controller.js';
import { HttpMetrics } from './http/metrics.js';
import { membershipResolvers } from './membership/index.js';
import { meteringControllers, meteringResolvers } from './metering/index.js';
import { paymentsControllers, paymentsResolvers } from './payments/index.js';

/** In the order in which data flows. */
const libs = [
  DocumentsModule,
  LedgerModule,
  DirectoryModule,
  CatalogueModule,
  MembershipModule,
  CalloffsModule,
  MeteringModule,
  CostsModule,
  BillingModule,
  PaymentsModule,
];

/** Every resolver of the API; the schema is made from these. */
export const resolvers = [
  ...directoryResolvers,
  ...catalogueResolvers,
  ...membershipResolvers,
  ...calloffsResolvers,
  ...meteringResolvers,
  ...costsResolvers,
  ...billingResolvers,
  ...paymentsResolvers,
  ...auditResolvers,
];

export const controllers = [
  HealthController,
  ...meteringControllers,
  ...billingControllers,
  ...paymentsControllers,
];

@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(
          config,
          libs.flatMap((lib) => [...lib.entities]),
        ),
        DiscoveryModule,
        ...libs,
        GraphQLModule.forRootAsync({
          driver: ApolloDriver,
          imports: [DirectoryModule],
          inject: [Config, UnitOfWork, Logger, RecordLeadViews],
          useFactory: graphqlOptions,
        }),
      ],
      controllers,
      providers: [
        ...resolvers,
        SessionStrategy,
        UsageKeyStrategy,
        Draining,
        HttpMetrics,
        AssertOperationsDeclared,
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
    };
  }
}
