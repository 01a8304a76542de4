import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadReceipts } from '#libs/payments';
import {
  checkedFirst,
  cursorOf,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  toConnection,
  type Read,
} from '../graphql/index.js';
import { loadReceipt } from './load-receipt.js';
import { ReceiptConnection, ReceiptType, toReceipt } from './receipt.type.js';

@Resolver()
export class ReceiptResolver {
  constructor(private readonly reader: ReadReceipts) {}

  @Query(() => ReceiptConnection, {
    description: 'Money that came in, the newest first. Needs receipt:read.',
  })
  @Requires('receipt:read')
  async receipts(@Reader() read: Read, @Args() args: PageArgs): Promise<ReceiptConnection> {
    const page = { limit: checkedFirst(args) + 1, after: cursorOf(args) };
    const { rows, allocations } = await read(async (tx) => {
      const found = await this.reader.page(tx, page);
      const ids = found.map(({ id }) => id);
      return { rows: found, allocations: await this.reader.allocationsOf(tx, tx.leadId, ids) };
    });
    return toConnection(
      args,
      rows,
      (row) => [row.recordedAt.toISOString(), row.id],
      (row) => toReceipt(row, allocations),
    );
  }

  @Query(() => ReceiptType, { description: 'A receipt by its id. Needs receipt:read.' })
  @Requires('receipt:read')
  async receipt(
    @Reader() read: Read,
    @Args('id', { type: () => ID, description: 'The id of the receipt.' }) id: string,
  ): Promise<ReceiptType> {
    const receipt = await read((tx) => loadReceipt(tx, this.reader, readId('receipt', id)));
    if (receipt === null) throw notFound();
    return receipt;
  }
}
