export interface GraphQLAnswer<T> {
  readonly status: number;
  readonly data: T | null;
  readonly errors: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: { code: string; requestId?: string };
  }[];
}

interface WithUserErrors {
  readonly userErrors?: readonly { code: string; message: string; path?: readonly string[] }[];
}

/** One person's (or visitor's) way to the public API. */
export class Client {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  /** Sends an operation and answers whatever came back. */
  async send<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<GraphQLAnswer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers() },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: T; errors?: GraphQLAnswer<T>['errors'] };
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Sends an operation that must succeed: no errors, and no userErrors at the top of any payload. */
  async ok<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<T> {
    const answer = await this.send<T>(query, variables);
    if (answer.errors.length > 0 || answer.data === null)
      throw new Error(`refused: ${JSON.stringify(answer.errors)}`);
    for (const [name, payload] of Object.entries(answer.data as object)) {
      const faults = (payload as WithUserErrors | null)?.userErrors ?? [];
      if (faults.length > 0) throw new Error(`${name} refused: ${JSON.stringify(faults)}`);
    }
    return answer.data;
  }

  /** Sends a mutation that must be refused with userErrors, and answers their codes. */
  async refusedWith(query: string, variables: object = {}): Promise<readonly string[]> {
    const answer = await this.send<Record<string, WithUserErrors | null>>(query, variables);
    if (answer.errors.length > 0) return answer.errors.map(({ extensions }) => extensions.code);
    const codes = Object.values(answer.data ?? {}).flatMap(
      (payload) => payload?.userErrors?.map(({ code }) => code) ?? [],
    );
    if (codes.length === 0) throw new Error(`was not refused: ${JSON.stringify(answer.data)}`);
    return codes;
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: this.headers() });
  }

  private headers(): Record<string, string> {
    return this.token === null ? {} : { authorization: `Bearer ${this.token}` };
  }
}
