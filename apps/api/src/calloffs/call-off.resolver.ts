import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadOrderCharges } from '#libs/billing';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import type { LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { pageOf } from '../catalogue/page.js';
import {
  LocalDateScalar,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  shownOf,
  Shows,
  toConnection,
  type Read,
  type Show,
} from '../graphql/index.js';
import { CallOffItemType, toCallOffItems } from './call-off-item.type.js';
import { CallOffConnection, CallOffType, loadCallOffs } from './call-off.type.js';
import { ComplianceRecordType, toComplianceRecord } from './compliance-record.type.js';
import { PurchaseOrderConnection, toPurchaseOrder } from './purchase-order.type.js';

@ArgsType()
class CallOffsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of one member, for a lead authority.' })
  memberId?: string | null;
}

@Resolver(() => CallOffType)
export class CallOffResolver {
  constructor(
    private readonly reader: ReadCallOffs,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
    private readonly charges: ReadOrderCharges,
  ) {}

  @Query(() => CallOffConnection, {
    description:
      'The call-offs of your body, or of your members when you act for a lead authority. Needs callOff:read.',
  })
  @Requires('callOff:read')
  async callOffs(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: CallOffsArgs,
  ): Promise<CallOffConnection> {
    const page = pageOf(args);
    const memberId = args.memberId ? readId('body', args.memberId) : null;
    const rows = await read(async (tx) => {
      const callOffs = await (memberId === null
        ? this.reader.page(tx, page)
        : this.reader.ofTenant(tx, memberId, page));
      const types = await loadCallOffs(tx, this, callOffs);
      return types.map((type, index) => ({ type, callOff: callOffs[index] as CallOff }));
    });
    show(
      'CALL_OFF',
      shownOf(args, rows).map(({ callOff }) => callOff),
    );
    return toConnection(
      args,
      rows,
      ({ callOff }) => [callOff.awardedAt.toISOString(), callOff.id],
      ({ type }) => type,
    );
  }

  @Query(() => LocalDateScalar, {
    nullable: true,
    description:
      'The first day of the first call-off of your body, or of your members when you act for a lead authority: nothing is used or billed before it. Null when there is none. Needs callOff:read.',
  })
  @Requires('callOff:read')
  firstCallOffStartsOn(@Reader() read: Read): Promise<LocalDate | null> {
    return read((tx) => this.reader.firstDay(tx));
  }

  @Query(() => CallOffType, { description: 'A call-off by its id. Needs callOff:read.' })
  @Requires('callOff:read')
  async callOff(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args('id', { type: () => ID, description: 'The id of the call-off.' }) id: string,
  ): Promise<CallOffType> {
    return read(async (tx) => {
      const callOff = await this.found(tx, id);
      const [type] = await loadCallOffs(tx, this, [callOff]);
      if (type === undefined) throw notFound();
      show('CALL_OFF', [callOff]);
      return type;
    });
  }

  @ResolveField(() => [CallOffItemType], {
    description: 'How many units it takes of what is not metered; none when everything is.',
  })
  async items(@Parent() { id }: CallOffType, @Reader() read: Read): Promise<readonly CallOffItemType[]> {
    return read(async (tx) => {
      const callOff = await this.found(tx, id);
      const meters = await this.catalogue.meters(tx, [callOff.offeringId]);
      return toCallOffItems(meters, await this.reader.items(tx, [callOff]));
    });
  }

  @ResolveField(() => ComplianceRecordType, { description: 'Why its award was lawful.' })
  async complianceRecord(@Parent() { id }: CallOffType, @Reader() read: Read): Promise<ComplianceRecordType> {
    const record = await read(async (tx) => this.reader.complianceRecord(tx, await this.found(tx, id)));
    if (record === null) throw new Error('an award is recorded with its reasons');
    return toComplianceRecord(record);
  }

  @ResolveField(() => PurchaseOrderConnection, {
    description: 'The purchase orders that were recorded for it.',
  })
  async purchaseOrders(
    @Parent() { id }: CallOffType,
    @Reader() read: Read,
    @Args() args: PageArgs,
  ): Promise<PurchaseOrderConnection> {
    const page = pageOf(args);
    const { rows, charged, today } = await read(async (tx) => {
      const orders = await this.reader.purchaseOrders(tx, await this.found(tx, id), page);
      const ids = orders.map((order) => order.id);
      return { rows: orders, charged: await this.charges.of(tx, ids), today: tx.today };
    });
    return toConnection(
      args,
      rows,
      (row) => [row.recordedAt.toISOString(), row.id],
      (row) => toPurchaseOrder(row, charged.get(row.id) ?? 0n, today),
    );
  }

  private async found(tx: Tx, id: string): Promise<CallOff> {
    const callOff = await this.reader.byId(tx, readId('callOff', id));
    if (callOff === null) throw notFound();
    return callOff;
  }
}
