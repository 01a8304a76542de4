import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import type { CreditNote, Invoice } from '../domain/document.js';
import { CreditNoteRepository } from '../persistence/credit-note.repository.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import { RunRepository } from '../persistence/run.repository.js';
import { ApproveCreditNote, ApproveInvoice } from './approve-document.js';
import { runDigest } from './content-digest.js';
import { IssueCreditNote } from './issue-credit-note.js';
import { IssueInvoice } from './issue-invoice.js';

/** A document of a run that could not be approved or issued with the others, and why. */
export interface RunFailure {
  readonly tenantId: string;
  readonly document: { readonly kind: 'invoice' | 'creditNote'; readonly id: string };
  readonly refusals: readonly Refusal[];
}

export interface RunOutcome {
  readonly runId: string;
  readonly failures: readonly RunFailure[];
}

/** What a run has in one state. */
@Injectable()
export class RunDocuments {
  constructor(
    private readonly runs: RunRepository,
    private readonly invoices: InvoiceRepository,
    private readonly notes: CreditNoteRepository,
  ) {}

  /** Null when the lead authority has no such run. */
  async inState(
    tx: Tx,
    runId: string,
    state: 'DRAFT' | 'APPROVED',
  ): Promise<{ invoices: Invoice[]; creditNotes: CreditNote[] } | null> {
    const run = await this.runs.find(tx, runId);
    if (run === null) return null;
    return {
      invoices: await this.invoices.ofRun(tx, run.leadId, runId, state),
      creditNotes: await this.notes.ofRun(tx, run.leadId, runId, state),
    };
  }

  /** SHA-256 in hex over the run's drafts: whoever approves them all names what was seen. Null without drafts. */
  async draftsSha256(tx: Tx, runId: string): Promise<string | null> {
    const drafts = await this.inState(tx, runId, 'DRAFT');
    const all = drafts === null ? [] : [...drafts.invoices, ...drafts.creditNotes];
    return all.length === 0 ? null : runDigest(all);
  }
}

/** Approves every draft of a run; one that cannot be is left, with the reason, and the others go on. */
@Injectable()
export class ApproveRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: RunDocuments,
    private readonly invoice: ApproveInvoice,
    private readonly creditNote: ApproveCreditNote,
  ) {}

  /** `contentSha256` is what `draftsSha256` answered. Refuses NOT_FOUND, RUN_NOTHING_TO_APPROVE and CONTENT_CHANGED. */
  async execute(
    actor: Actor,
    { runId, contentSha256 }: { readonly runId: string; readonly contentSha256: string },
  ): Promise<Result<RunOutcome>> {
    const drafts = await this.work.read(actor, (tx) => this.documents.inState(tx, runId, 'DRAFT'));
    if (drafts === null) return err(refuse('NOT_FOUND'));
    const all = [...drafts.invoices, ...drafts.creditNotes];
    if (all.length === 0) return err(refuse('RUN_NOTHING_TO_APPROVE', { action: 'approve' }));
    if (runDigest(all) !== contentSha256)
      return err(refuse('CONTENT_CHANGED', { thing: 'run' }, ['contentSha256']));
    const failures: RunFailure[] = [];
    for (const { id, tenantId, contentSha256: seen } of drafts.invoices) {
      const approved = await this.invoice.execute(actor, { invoiceId: id, contentSha256: seen });
      if (!approved.ok)
        failures.push({ tenantId, document: { kind: 'invoice', id }, refusals: approved.refusals });
    }
    for (const { id, tenantId, contentSha256: seen } of drafts.creditNotes) {
      const approved = await this.creditNote.execute(actor, { creditNoteId: id, contentSha256: seen });
      if (!approved.ok)
        failures.push({ tenantId, document: { kind: 'creditNote', id }, refusals: approved.refusals });
    }
    return ok({ runId, failures });
  }
}

/** Issues every approved document of a run; one that cannot be is left, with the reason, and the others go on. */
@Injectable()
export class IssueRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: RunDocuments,
    private readonly invoice: IssueInvoice,
    private readonly creditNote: IssueCreditNote,
  ) {}

  /** A repeat goes on with what is approved and not issued yet. Refuses NOT_FOUND and RUN_NOTHING_TO_APPROVE. */
  async execute(
    actor: Actor,
    { runId, idempotencyKey }: { readonly runId: string; readonly idempotencyKey: string },
  ): Promise<Result<RunOutcome>> {
    const begun = await this.work.run(actor, (tx) =>
      once(tx, { operation: 'billingRun.issue', key: idempotencyKey, command: { runId } }, async () => {
        const approved = await this.documents.inState(tx, runId, 'APPROVED');
        if (approved === null) return err(refuse('NOT_FOUND'));
        const none = approved.invoices.length + approved.creditNotes.length === 0;
        return none ? err(refuse('RUN_NOTHING_TO_APPROVE', { action: 'issue' })) : ok({ runId });
      }),
    );
    if (!begun.ok) return begun;
    const approved = await this.work.read(actor, (tx) => this.documents.inState(tx, runId, 'APPROVED'));
    const failures: RunFailure[] = [];
    const keyFor = (id: string) => createHash('sha256').update(`${idempotencyKey}/${id}`).digest('hex');
    for (const { id, tenantId } of approved?.invoices ?? []) {
      const issued = await this.invoice.execute(actor, { invoiceId: id, idempotencyKey: keyFor(id) });
      if (!issued.ok)
        failures.push({ tenantId, document: { kind: 'invoice', id }, refusals: issued.refusals });
    }
    for (const { id, tenantId } of approved?.creditNotes ?? []) {
      const issued = await this.creditNote.execute(actor, { creditNoteId: id, idempotencyKey: keyFor(id) });
      if (!issued.ok)
        failures.push({ tenantId, document: { kind: 'creditNote', id }, refusals: issued.refusals });
    }
    return ok({ runId, failures });
  }
}
