import { Client, escapeIdentifier } from 'pg';

/** What the test files need to know of the server; handed to jest's workers through their environment. */
export interface TestServer {
  readonly adminUrl: string;
  /** The migrated database that each test file gets a copy of. */
  readonly template: string;
  /** The template's two addresses; a copy has the same but for its name. */
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export const VARIABLE = 'ACCEDE_TEST_SERVER';

export function testServer(): TestServer {
  const text = process.env[VARIABLE];
  if (!text)
    throw new Error('No test database here: name the file x.int-spec.ts, x.e2e-spec.ts or x.deep-spec.ts.');
  return JSON.parse(text) as TestServer;
}

/** Has this test file use another server from now on; answers how to go back. */
export function useServer(server: TestServer): () => void {
  const before = process.env[VARIABLE];
  process.env[VARIABLE] = JSON.stringify(server);
  return () => {
    process.env[VARIABLE] = before;
  };
}

export async function asAdmin<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, (client) =>
    client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`),
  );
}
