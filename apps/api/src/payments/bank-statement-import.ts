import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { toPublicId } from '#libs/kernel';
import { ImportBankStatement } from '#libs/payments';
import type { Actor } from '#libs/platform';
import { CurrentActor, IdempotencyKeyScalar, PayloadOf, Requires, toPayload } from '../graphql/index.js';

@InputType({ description: 'A bank statement as CSV, with the columns date, amount, payer and reference.' })
export class BankStatementImportInput {
  @Field(() => String, { description: "The file's name." })
  fileName!: string;

  @Field(() => String, { description: "The file's text, in UTF-8." })
  content!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The statement that was imported, whole.' })
export class BankStatementImportPayload extends PayloadOf(
  'BankStatementImport',
  ['ALREADY_IMPORTED', 'CSV_FORMAT', 'FIELD_REQUIRED', 'IMPORT_REJECTED', 'TEXT_INVALID', 'TEXT_TOO_LONG'],
  { idempotent: true },
) {
  @Field(() => ID, { nullable: true, description: 'The id of the statement; null when nothing was taken.' })
  bankStatementId!: string | null;
}

@Resolver()
export class BankStatementImportResolver {
  constructor(private readonly importing: ImportBankStatement) {}

  @Mutation(() => BankStatementImportPayload, {
    description:
      'Imports a bank statement: every row or none; each row is matched like a receipt. Needs receipt:record.',
  })
  @Requires('receipt:record')
  async bankStatementImport(
    @CurrentActor() actor: Actor,
    @Args('input') input: BankStatementImportInput,
  ): Promise<BankStatementImportPayload> {
    const result = await this.importing.execute(actor, { ...input });
    return toPayload(result, ({ statementId }) => ({
      bankStatementId: toPublicId('bankStatement', statementId),
    }));
  }
}
