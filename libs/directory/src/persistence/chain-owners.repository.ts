import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { NamedBody } from '../domain/named-body.js';

/** Whose affairs have an audit chain of their own; only through the platform's audit door. */
@Injectable()
export class ChainOwnersRepository {
  leads(tx: Tx): Promise<readonly NamedBody[]> {
    return tx.manager.query<NamedBody[]>(
      'select b.id, b.name from lead_authority l join body b on b.id = l.lead_id order by l.appointed_at, b.id',
    );
  }

  workspaces(tx: Tx): Promise<readonly NamedBody[]> {
    return tx.manager.query<NamedBody[]>(
      'select b.id, b.name from workspace w join body b on b.id = w.body_id order by w.opened_at, b.id',
    );
  }
}
