import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { localDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Agreement, AgreementVersion, Signature } from '../domain/agreement.js';
import { AgreementRow, AgreementVersionRow } from './agreement.entity.js';
import { takePage, type Page } from './page.js';
import { ownRows } from './side.js';

/** A version as two numbers, so that 3.10 comes after 3.9. */
const RANK = `string_to_array(published_version.version, '.')::int[]`;

/** Access agreements and the versions of their text. */
@Injectable()
export class AgreementRepository {
  async insertVersion(tx: Tx, { text, ...version }: AgreementVersion, sha256: Buffer): Promise<void> {
    await tx.manager.insert(AgreementVersionRow, { ...version, bodyText: text, sha256, published: true });
  }

  async version(tx: Tx, key: { leadId: string; id: string }): Promise<AgreementVersion | null> {
    const row = await tx.manager.findOneBy(AgreementVersionRow, key);
    return row && toVersion(row);
  }

  /** The version that bodies sign now: the highest number, so that two published at once cannot trade places. */
  async currentVersion(
    tx: Tx,
    key: { leadId: string; frameworkId: string },
  ): Promise<AgreementVersion | null> {
    const row = await tx.manager
      .createQueryBuilder(AgreementVersionRow, 'published_version')
      .addSelect(RANK, 'rank')
      .where(key)
      .orderBy('rank', 'DESC')
      .limit(1)
      .getOne();
    return row && toVersion(row);
  }

  /** The versions of a framework's text, the highest number first; after: a version. */
  async versions(
    tx: Tx,
    key: { leadId: string; frameworkId: string },
    { limit, after }: Page,
  ): Promise<AgreementVersion[]> {
    const query = tx.manager
      .createQueryBuilder(AgreementVersionRow, 'published_version')
      .addSelect(RANK, 'rank')
      .where(key);
    if (after !== null)
      query.andWhere(`${RANK} < string_to_array(:version, '.')::int[]`, { version: after[0] ?? '' });
    return (await query.orderBy('rank', 'DESC').limit(limit).getMany()).map(toVersion);
  }

  async insert(tx: Tx, { versionId, textSha256, signed, countersigned, ...row }: Agreement): Promise<void> {
    if (signed !== null || countersigned !== null)
      throw new Error('an agreement is sent before it is signed');
    await tx.manager.insert(AgreementRow, {
      ...row,
      agreementVersionId: versionId,
      textSha256: Buffer.from(textSha256, 'hex'),
    });
  }

  async find(tx: Tx, id: string): Promise<Agreement | null> {
    const row = await tx.manager.findOneBy(AgreementRow, { ...ownRows(tx), id });
    return row && toAgreement(row);
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Agreement | null> {
    const row = await tx.manager.findOne(AgreementRow, {
      where: { ...ownRows(tx), id },
      lock: { mode: 'pessimistic_write' },
    });
    return row && toAgreement(row);
  }

  /** The agreement that binds a tenant to a framework, or is on its way to. */
  async live(
    tx: Tx,
    key: { tenantId: string; leadId: string; frameworkId: string },
  ): Promise<Agreement | null> {
    const row = await tx.manager.findOneBy(AgreementRow, {
      ...key,
      state: Not(In(['SUPERSEDED', 'TERMINATED'])),
    });
    return row && toAgreement(row);
  }

  /** Newest first: the tenant's own, or those of the lead authority's members; of one member unless null. */
  async page(tx: Tx, memberId: string | null, page: Page): Promise<Agreement[]> {
    const query = tx.manager.createQueryBuilder(AgreementRow, 'agreement').where(ownRows(tx));
    if (memberId !== null) query.andWhere('agreement.tenantId = :memberId', { memberId });
    return (await takePage(query, 'sentAt', page)).map(toAgreement);
  }

  /** Signs it on the text that the signatory read. */
  async sign(
    tx: Tx,
    agreement: Agreement,
    text: Pick<Agreement, 'versionId' | 'documentId' | 'textSha256'>,
    by: Signature,
  ): Promise<void> {
    await tx.manager.update(AgreementRow, keyOf(agreement), {
      state: 'SIGNED',
      agreementVersionId: text.versionId,
      documentId: text.documentId,
      textSha256: Buffer.from(text.textSha256, 'hex'),
      signedAt: by.at,
      signedBy: by.personId,
      signerName: by.name,
      signerRole: by.role,
    });
  }

  async countersign(tx: Tx, agreement: Agreement, by: Signature): Promise<void> {
    await tx.manager.update(AgreementRow, keyOf(agreement), {
      state: 'COUNTERSIGNED',
      countersignedAt: by.at,
      countersignedBy: by.personId,
      countersignerName: by.name,
      countersignerRole: by.role,
    });
  }
}

const keyOf = ({ tenantId, leadId, id }: Agreement) => ({ tenantId, leadId, id });

const toVersion = ({
  leadId,
  id,
  frameworkId,
  version,
  bodyText,
  publishedOn,
  createdAt,
}: AgreementVersionRow): AgreementVersion => ({
  leadId,
  id,
  frameworkId,
  version,
  text: bodyText,
  publishedOn: localDate(publishedOn),
  createdAt,
});

const toAgreement = (row: AgreementRow): Agreement => ({
  tenantId: row.tenantId,
  leadId: row.leadId,
  id: row.id,
  frameworkId: row.frameworkId,
  versionId: row.agreementVersionId,
  state: row.state,
  documentId: row.documentId,
  textSha256: row.textSha256.toString('hex'),
  sentAt: row.sentAt,
  signed: toSignature(row.signedAt, row.signedBy, row.signerName, row.signerRole),
  countersigned: toSignature(
    row.countersignedAt,
    row.countersignedBy,
    row.countersignerName,
    row.countersignerRole,
  ),
});

const toSignature = (
  at: Date | null,
  personId: string | null,
  name: string | null,
  role: string | null,
): Signature | null =>
  at === null || personId === null || name === null || role === null ? null : { at, personId, name, role };
