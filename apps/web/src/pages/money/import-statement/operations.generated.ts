// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A bank statement as CSV, with the columns date, amount, payer and reference. */
export type BankStatementImportInput = {
  /** The file's text, in UTF-8. */
  readonly content: string;
  /** The file's name. */
  readonly fileName: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
};

export type ImportStatementMutationVariables = Exact<{
  input: BankStatementImportInput;
}>;


export type ImportStatementMutation = { readonly bankStatementImport: { readonly bankStatementId: string | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const ImportStatement: Operation<ImportStatementMutation, ImportStatementMutationVariables> = {
  name: 'ImportStatement',
  text: "mutation ImportStatement($input: BankStatementImportInput!) { bankStatementImport(input: $input) { bankStatementId userErrors { message path nextStep } } }",
};
