// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SettingsQueryVariables = Exact<{
  leadId: string | number;
}>;


export type SettingsQuery = { readonly leadAuthority: { readonly name: string, readonly invoicePrefix: string, readonly paymentDays: number, readonly appointedAt: string, readonly details: { readonly address: string, readonly vatNumber: string, readonly bankAccountName: string, readonly bankSortCode: string, readonly bankAccountNumber: string } | null }, readonly brand: { readonly name: string, readonly colour: string } | null };

export const Settings: Operation<SettingsQuery, SettingsQueryVariables> = {
  name: 'Settings',
  text: "query Settings($leadId: ID!) { leadAuthority { name invoicePrefix paymentDays appointedAt details { address vatNumber bankAccountName bankSortCode bankAccountNumber } } brand(leadId: $leadId) { name colour } }",
};
