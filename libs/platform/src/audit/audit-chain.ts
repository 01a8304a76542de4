import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.js';

/** What one link of a chain says. Ids only in `details`, so that erasing a person's name breaks no chain. */
export interface AuditLink {
  readonly tenantId: string | null;
  readonly leadId: string | null;
  readonly seq: bigint;
  readonly at: Date;
  readonly personId: string | null;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: Json;
  readonly requestId: string | null;
}

export interface StoredLink extends AuditLink {
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

export const FIRST_HASH = Buffer.alloc(32);

/** SHA-256 over the hash before it and the link's canonical JSON. */
export const linkHash = (prevHash: Buffer, link: AuditLink): Buffer =>
  createHash('sha256')
    .update(prevHash)
    .update(canonicalJson(toJson(link)))
    .digest();

const toJson = (link: AuditLink): Json => ({
  tenantId: link.tenantId,
  leadId: link.leadId,
  seq: link.seq,
  at: link.at,
  personId: link.personId,
  actor: link.actor,
  action: link.action,
  subjectKind: link.subjectKind,
  subjectId: link.subjectId,
  details: link.details,
  requestId: link.requestId,
});

export interface ChainFault {
  /** The first broken record, counted from 1. */
  readonly seq: bigint;
  readonly why: string;
}

export interface ChainHead {
  readonly seq: bigint;
  readonly hash: Buffer;
}

/** Follows a chain link by link, in order of its numbers, and remembers the first that is broken. */
export class ChainCheck {
  private before: Buffer = FIRST_HASH;
  private seq = 0n;
  private fault: ChainFault | null = null;

  get records(): bigint {
    return this.seq;
  }

  follow(link: StoredLink): void {
    if (this.fault) return;
    const seq = this.seq + 1n;
    if (link.seq !== seq) this.fault = { seq, why: `record ${seq} is missing` };
    else if (!link.prevHash.equals(this.before))
      this.fault = { seq, why: `record ${seq} does not follow record ${this.seq}` };
    else if (!linkHash(this.before, link).equals(link.hash))
      this.fault = { seq, why: `record ${seq} was changed` };
    this.before = link.hash;
    this.seq = seq;
  }

  /** `head` is what the chain must end with; null when there is none. */
  end(head: ChainHead | null): ChainFault | null {
    return this.fault ?? this.faultOfHead(head);
  }

  private faultOfHead(head: ChainHead | null): ChainFault | null {
    const { seq } = this;
    if (head === null) return seq === 0n ? null : { seq, why: `the chain has ${seq} records and no head` };
    if (head.seq > seq)
      return { seq: seq + 1n, why: `the chain ends at record ${seq} and its head says ${head.seq}` };
    if (head.seq < seq)
      return { seq: head.seq + 1n, why: `the chain goes on to record ${seq} and its head says ${head.seq}` };
    return head.hash.equals(this.before) ? null : { seq, why: `the head does not match record ${seq}` };
  }
}
