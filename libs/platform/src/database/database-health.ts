import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findMigrations, type Migration } from './find-migrations.js';

/** Whether the database answers and is as new as the code; closes the pool when the process ends. */
@Injectable()
export class DatabaseHealth implements OnApplicationShutdown {
  private migrations: Promise<readonly Migration[]> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Null when able to serve; else the reason, in words for whoever runs the service. */
  async fault(): Promise<string | null> {
    // The code's own do not change while it runs.
    this.migrations ??= findMigrations();
    const wanted = await this.migrations;
    try {
      const rows = await this.dataSource.query<{ name: string; sha256: string }[]>(
        'select name, sha256 from schema_migration',
      );
      const applied = new Map(rows.map((row) => [row.name, row.sha256]));
      const missing = wanted.filter(({ name, sha256 }) => applied.get(name) !== sha256).length;
      if (missing === 0) return null;
      return missing === 1 ? '1 migration is not applied' : `${missing} migrations are not applied`;
    } catch {
      return 'the database does not answer';
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
