import { type DynamicModule, Module } from '@nestjs/common';
import { BillingModule, DraftInvoices } from '#libs/billing';
import { CalloffsModule } from '#libs/calloffs';
import { CatalogueModule } from '#libs/catalogue';
import { CostsModule, RecordCostShare } from '#libs/costs';
import { DirectoryModule, SendNotice } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import { LedgerModule } from '#libs/ledger';
import { MembershipModule } from '#libs/membership';
import { MeteringModule } from '#libs/metering';
import { ApplyStripeEvent, LookAfterMember, PaymentsModule, ReconcileStripe } from '#libs/payments';
import { PlatformModule, SendMail, type Config } from '#libs/platform';

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

/** Every handler that a worker runs, one a queue. */
export const jobHandlers = [
  SendMail,
  SendNotice,
  RecordCostShare,
  DraftInvoices,
  LookAfterMember,
  ApplyStripeEvent,
  ReconcileStripe,
];

@Module({})
export class WorkerModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(
          config,
          libs.flatMap((lib) => [...lib.entities]),
        ),
        ...libs,
      ],
    };
  }
}
