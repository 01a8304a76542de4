/** What the API refused as a whole: not signed in, not allowed, not there, not able. */
export class ApiFault extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** The API's own number of the request, to be told to those who run the service. */
    readonly requestId?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A page that the person's roles do not open. */
export class PageClosed extends ApiFault {
  constructor(
    /** What its first look needs. */
    readonly permission: string,
  ) {
    super('ROLE_REQUIRED', '');
  }
}
