import { Injectable } from '@nestjs/common';
import { Actor, UnitOfWork } from '#libs/platform';
import type { NamedBody } from '../domain/named-body.js';
import { ChainOwnersRepository } from '../persistence/chain-owners.repository.js';

export interface ChainOwners {
  readonly leads: readonly NamedBody[];
  /** Bodies with a workspace: tenants, and lead authorities that are tenants too. */
  readonly workspaces: readonly NamedBody[];
}

/** Whose audit chains there are, for whoever checks them all. */
@Injectable()
export class ListChainOwners {
  constructor(
    private readonly work: UnitOfWork,
    private readonly owners: ChainOwnersRepository,
  ) {}

  async execute(): Promise<ChainOwners> {
    return this.work.read(Actor.system('platform-audit'), async (tx) => ({
      leads: await this.owners.leads(tx),
      workspaces: await this.owners.workspaces(tx),
    }));
  }
}
