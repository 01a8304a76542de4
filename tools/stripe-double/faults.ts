/**
 * What goes wrong. DOWN: no connection. DROP: it is carried out, and the answer is lost. BREAK: answered with a fault of
 * Stripe's own, before anything is done. BREAK_AFTER: the same, after it was done. BUSY: too many requests.
 */
export type FaultKind = 'DOWN' | 'DROP' | 'BREAK' | 'BREAK_AFTER' | 'BUSY';

export interface Fault {
  readonly kind: FaultKind;
  /** Which requests: `POST /v1/invoices` is that request alone, `/pay` each whose path has that whole step (so not `/payments`). */
  readonly on: string;
  /** How often; for ever when it is left out. */
  times?: number;
}

const closed = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
const hasSteps = (request: string, steps: string): boolean => closed(request).includes(closed(steps));

/** The faults that wait for their requests. */
export class Faults {
  private waiting: Fault[] = [];
  delayMs = 0;

  add(fault: Fault): void {
    this.waiting.push({ ...fault });
  }

  clear(): void {
    this.waiting = [];
    this.delayMs = 0;
  }

  take(request: string): FaultKind | null {
    const fault = this.waiting.find(
      ({ on, times = 1 }) => times > 0 && (on.startsWith('/') ? hasSteps(request, on) : request === on),
    );
    if (!fault) return null;
    if (fault.times !== undefined) fault.times -= 1;
    return fault.kind;
  }
}
