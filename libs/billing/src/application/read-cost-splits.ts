import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { splitOfLine, type CostShareOfLine, type CostSplit } from '../domain/cost-split.js';
import type { InvoiceLine } from '../domain/document.js';
import { CostSplitRepository } from '../persistence/cost-split.repository.js';

/** Reads how a member splits its charges. Whoever acts for a lead authority finds nothing. */
@Injectable()
export class ReadCostSplits {
  constructor(private readonly splits: CostSplitRepository) {}

  /** In the order of their months and of their recording. */
  ofCallOff(tx: Tx, callOffId: string): Promise<CostSplit[]> {
    return this.splits.ofCallOffs(tx, [callOffId]);
  }

  /** What each line's shares come to, by the line's id; lines that are not split are left out. */
  async ofLines(
    tx: Tx,
    lines: readonly InvoiceLine[],
  ): Promise<ReadonlyMap<string, readonly CostShareOfLine[]>> {
    const callOffIds = [...new Set(lines.map(({ callOffId }) => callOffId))];
    const splits = await this.splits.ofCallOffs(tx, callOffIds);
    return new Map(
      lines
        .map((line) => [line.id, splitOfLine(splits, line)] as const)
        .filter(([, shares]) => shares.length > 0),
    );
  }
}
