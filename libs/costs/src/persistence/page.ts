import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

/** A page of a list, newest first. */
export interface CostPage {
  /** How many rows at most. */
  readonly limit: number;
  /** The instant (ISO 8601) and id of the row to go on after; null for the first page. */
  readonly after: readonly string[] | null;
}

/** Orders by instant and id, newest first, and takes one page. */
export const takeNewest = <T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  instant: keyof T & string,
  { limit, after }: CostPage,
): Promise<T[]> => {
  const at = `${query.alias}.${instant}`;
  const id = `${query.alias}.id`;
  const [afterAt, afterId] = after ?? [];
  if (afterAt !== undefined && afterId !== undefined)
    query.andWhere(
      new Brackets((where) =>
        where
          .where(`${at} < :afterAt`, { afterAt })
          .orWhere(`${at} = :afterAt and ${id} < :afterId`, { afterAt, afterId }),
      ),
    );
  return query.orderBy(at, 'DESC').addOrderBy(id, 'DESC').limit(limit).getMany();
};
