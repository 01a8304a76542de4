import { fromPublicId, type IdKind } from '#libs/kernel';
import { notFound } from './errors.js';

/** The uuid of a public id; one of another kind, or garbage, answers like an id that does not exist. */
export const readId = (kind: IdKind, publicId: string): string => {
  const id = fromPublicId(kind, publicId);
  if (id === null) throw notFound();
  return id;
};
