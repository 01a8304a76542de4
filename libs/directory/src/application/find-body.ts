import { Injectable } from '@nestjs/common';
import type { Refusal } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { closedRefusal, isClosed, type Body } from '../domain/body.js';
import { parseDomain } from '../domain/email.js';
import type { NamePlace } from '../domain/name-place.js';
import { readSearchText, type SearchPlace } from '../domain/search-text.js';
import { BodyRepository, type FoundBody, type NamedBody } from '../persistence/body.repository.js';

/** Reads the register, in any unit of work: its entries are public. */
@Injectable()
export class FindBody {
  constructor(private readonly bodies: BodyRepository) {}

  async byId(tx: Tx, id: string): Promise<Body | null> {
    return (await this.bodies.byIds(tx, [id]))[0] ?? null;
  }

  /** The bodies that exist of those named, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Body>> {
    const found = await this.bodies.byIds(tx, [...new Set(ids)]);
    return new Map(found.map((body) => [body.id, body]));
  }

  /** Those of these bodies by name. Answers up to `page.first + 1`, so that the caller sees whether there are more. */
  inNameOrder(
    tx: Tx,
    ids: readonly string[],
    page: { first: number; after: NamePlace | null },
  ): Promise<readonly NamedBody[]> {
    return this.bodies.inNameOrder(tx, ids, page.first + 1, page.after);
  }

  byCode(tx: Tx, code: string): Promise<Body | null> {
    return this.bodies.byCode(tx, code);
  }

  /** The bodies that have this email domain or, if there are none, the nearest domain above it. */
  async byDomain(tx: Tx, domain: string): Promise<readonly Body[]> {
    const parsed = parseDomain(domain);
    if (parsed === null) return [];
    return (await this.bodies.byDomain(tx, parsed)).map(({ body }) => body);
  }

  /**
   * Bodies by name, former name, code, GSS code, email address or domain: exact matches first, then names that begin
   * with the text, then names in which a word does, then the rest. Answers up to `page.first + 1`, so that the caller
   * sees whether there are more.
   */
  search(
    tx: Tx,
    text: string,
    page: { first: number; after: SearchPlace | null },
  ): Promise<readonly FoundBody[]> {
    return this.bodies.search(tx, readSearchText(text), page.first + 1, page.after);
  }

  /** The living bodies that took over a closed body's work; none for a living one. */
  async successorsOf(tx: Tx, body: Body): Promise<readonly Body[]> {
    return isClosed(body, tx.today) ? this.bodies.successorsOf(tx, body.id) : [];
  }

  /** Why nothing can be begun for this body, with its successor's name: null while it lives. */
  async closedRefusal(tx: Tx, body: Body, path: readonly string[] = []): Promise<Refusal | null> {
    if (body.endedOn === null || !isClosed(body, tx.today)) return null;
    return closedRefusal(body, body.endedOn, await this.bodies.successorsOf(tx, body.id), path);
  }

  /** The email domains that find the body. */
  domainsOf(tx: Tx, bodyId: string): Promise<readonly string[]> {
    return this.bodies.domainsOf(tx, bodyId);
  }
}
