import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { BillingModule } from '#libs/billing';
import { CalloffsModule } from '#libs/calloffs';
import { CatalogueModule } from '#libs/catalogue';
import { CostsModule } from '#libs/costs';
import { DirectoryModule } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import { LedgerModule } from '#libs/ledger';
import { MembershipModule } from '#libs/membership';
import { MeteringModule } from '#libs/metering';
import { PaymentsModule } from '#libs/payments';
import { readConfig } from '#libs/platform';
import { createDataSource } from '../libs/platform/src/database/data-source.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** What an entity says a column is, against what the migrations made of it. */
interface Column {
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
}

const modules = [
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

let database: TestDatabase;
let source: DataSource;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  const config = readConfig({ APP_DATABASE_URL: database.appUrl, SMTP_URL: 'smtp://127.0.0.1:1' });
  source = await createDataSource(
    config,
    modules.flatMap((module) => [...module.entities]),
  ).initialize();
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await source.destroy();
  await database.drop();
});

const inCatalogue = async (table: string): Promise<Map<string, Column>> => {
  const { rows } = await client.query<{ name: string; type: string; nullable: boolean; primary: boolean }>(
    `select a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
            coalesce(a.attnum = any (i.indkey), false) as primary
     from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
  return new Map(rows.map(({ name, ...column }) => [name, column]));
};

const words: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone',
  String: 'text',
  varchar: 'character varying',
  int: 'integer',
  bool: 'boolean',
};

const inEntities = (): Map<string, Map<string, Column>> =>
  new Map(
    source.entityMetadatas.map((metadata) => [
      metadata.tableName,
      new Map(
        metadata.columns.map((column) => {
          const type = source.driver.normalizeType(column);
          return [
            column.databaseName,
            {
              type: (words[type] ?? type) + (column.isArray ? '[]' : ''),
              nullable: column.isNullable,
              primary: column.isPrimary,
            },
          ];
        }),
      ),
    ]),
  );

describe('entities and migrations say the same', () => {
  it('every entity is a table with exactly its columns, types, nullability and key', async () => {
    const entities = inEntities();
    expect(entities.size).toBe(modules.flatMap((module) => [...module.entities]).length);
    for (const [table, columns] of entities) {
      const real = await inCatalogue(table);
      expect({ table, columns: Object.fromEntries([...columns].sort()) }).toEqual({
        table,
        columns: Object.fromEntries([...real].sort()),
      });
    }
  });
});
