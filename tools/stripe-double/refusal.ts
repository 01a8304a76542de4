/** An error in Stripe's shape. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: {
      readonly type: string;
      readonly message: string;
      readonly code?: string;
      readonly param?: string;
    },
  ) {
    super(body.message);
  }
}

export const invalid = (message: string, param?: string, code?: string): Refusal =>
  new Refusal(400, {
    type: 'invalid_request_error',
    message,
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
  });

export const missing = (what: string, id: string, param = 'id', status = 404): Refusal =>
  new Refusal(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  });
