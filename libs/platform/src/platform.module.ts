import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from './config/config.js';
import { openDataSource, type EntityClass } from './database/data-source.js';
import { DatabaseHealth } from './database/database-health.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { JobStore } from './jobs/job-store.js';
import { Logger } from './logging/logger.js';
import { SendMail } from './mail/send-mail.js';

/** Configuration, database, jobs, mail and logs, for the libs that the process names by their entities. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, entities: readonly EntityClass[]): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Config, useValue: config },
        Logger,
        { provide: DataSource, useFactory: () => openDataSource(config, entities) },
        UnitOfWork,
        JobStore,
        SendMail,
        DatabaseHealth,
      ],
      exports: [Config, Logger, UnitOfWork, JobStore, SendMail, DatabaseHealth],
    };
  }
}
