import type { Call, CrashPoint, Side } from './orders.js';

/** Counts the calls of this process while it is open, and ends the process at the point that was ordered. */
class CallWindow {
  private counts: Map<string, number> | null = null;
  private calls: Call[] = [];
  private point: CrashPoint | null = null;
  private underWay = 0;

  open(point: CrashPoint | null): void {
    this.counts = new Map();
    this.calls = [];
    this.point = point;
  }

  /** Answers the calls in the order in which they began. */
  close(): readonly Call[] {
    this.counts = null;
    this.point = null;
    return this.calls;
  }

  /** Whether no call waits for its answer. */
  get isQuiet(): boolean {
    return this.underWay === 0;
  }

  /** A call is about to leave; answers what to do when its answer has come. */
  begin(name: string): () => void {
    this.underWay += 1;
    let answered = false;
    const call = this.count(name);
    if (call) this.endAt(call, 'before');
    return () => {
      if (answered) return;
      answered = true;
      this.underWay -= 1;
      if (call) this.endAt(call, 'after');
    };
  }

  private count(name: string): Call | null {
    if (this.counts === null) return null;
    const occurrence = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, occurrence);
    const call = { name, occurrence };
    this.calls.push(call);
    return call;
  }

  private endAt({ name, occurrence }: Call, side: Side): void {
    const { point } = this;
    if (point?.name === name && point.occurrence === occurrence && point.side === side)
      process.kill(process.pid, 'SIGKILL');
  }
}

export const callWindow = new CallWindow();
