import { GraphQLError } from 'graphql';
import { refusals, type Refusal } from '#libs/kernel';

/** What is not there and what belongs to another tenant answer alike. */
export const notFound = (): GraphQLError =>
  new GraphQLError(refusals.NOT_FOUND, { extensions: { code: 'NOT_FOUND' } });

export const refused = (refusal: Refusal): GraphQLError =>
  new GraphQLError(refusal.message, { extensions: { code: refusal.code } });
