/** The pages' way to the API: the same public GraphQL that anyone may call. */
export class ApiClient {
  constructor(private readonly apiUrl: string) {}

  /** Answers the data, or null when the API cannot answer now. */
  async query<T>(query: string, variables: object = {}): Promise<T | null> {
    try {
      const response = await fetch(`${this.apiUrl}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(5_000),
      });
      const body = (await response.json()) as { data?: T | null; errors?: unknown };
      return body.errors === undefined ? (body.data ?? null) : null;
    } catch {
      return null;
    }
  }
}
