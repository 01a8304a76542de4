import { Injectable } from '@nestjs/common';
import { ReadCatalogue, type Meter, type Offering } from '#libs/catalogue';
import { PeopleNames } from '#libs/directory';
import { formatLongDate, type LocalDate } from '#libs/kernel';
import type { AuditEntry, Tx } from '#libs/platform';

/** What a thing that records are about is called now, and the offering that it is or belongs to. */
export interface NamedSubject {
  readonly name: string;
  readonly offeringId: string | null;
}

type OfRecord = Pick<AuditEntry, 'subjectKind' | 'subjectId' | 'details'>;
/** By what `subjectKey` makes of a record. */
export type SubjectsByKey = ReadonlyMap<string, NamedSubject>;

/**
 * Names of people, and of what is in the catalogue. The chains hold ids alone, and the names are those of today, read
 * in the reader's own unit of work: what the reader may not see has no name.
 */
@Injectable()
export class SubjectNames {
  constructor(
    private readonly people: PeopleNames,
    private readonly catalogue: ReadCatalogue,
  ) {}

  async within(tx: Tx, records: readonly OfRecord[]): Promise<SubjectsByKey> {
    const idsOf = (kind: string): string[] => [
      ...new Set(records.flatMap((record) => (record.subjectKind === kind ? (record.subjectId ?? []) : []))),
    ];
    const people = await this.people.within(tx, idsOf('person'));
    const frameworks = await this.frameworks(tx, idsOf('framework'));
    const offerings = await this.offerings(tx, records, idsOf);
    return new Map([
      ...[...people].map(([id, name]): [string, NamedSubject] => [
        `person ${id}`,
        { name, offeringId: null },
      ]),
      ...frameworks,
      ...offerings,
    ]);
  }

  private async frameworks(tx: Tx, ids: readonly string[]): Promise<[string, NamedSubject][]> {
    const found = ids.length === 0 ? [] : await this.catalogue.frameworksByIds(tx, ids);
    return found.map(({ id, title }) => [`framework ${id}`, { name: title, offeringId: null }]);
  }

  /** Offerings, each alone and with the meters that records speak of, and prices and bands of meters. */
  private async offerings(
    tx: Tx,
    records: readonly OfRecord[],
    idsOf: (kind: string) => string[],
  ): Promise<[string, NamedSubject][]> {
    const [priceIds, bandIds] = [idsOf('price-version'), idsOf('volume-band')];
    const prices = priceIds.length === 0 ? [] : await this.catalogue.priceVersionsByIds(tx, priceIds);
    const bands = bandIds.length === 0 ? [] : await this.catalogue.volumeBandsByIds(tx, bandIds);
    const told = records.flatMap((record) => meterTold(record) ?? []);
    const meterIds = [...new Set([...[...prices, ...bands].map(({ meterId }) => meterId), ...told])];
    const meters = meterIds.length === 0 ? [] : await this.catalogue.metersByIds(tx, meterIds);
    const offeringIds = [...new Set([...idsOf('offering'), ...meters.map(({ offeringId }) => offeringId)])];
    const offerings = offeringIds.length === 0 ? [] : await this.catalogue.offeringsByIds(tx, offeringIds);
    const named = byMeter(meters, offerings);
    return [
      ...offerings.map(({ id, title }): [string, NamedSubject] => [
        `offering ${id}`,
        { name: title, offeringId: id },
      ]),
      ...meters.flatMap(({ id, offeringId }) => entry(`offering ${offeringId} ${id}`, named.get(id), '')),
      ...prices.flatMap(({ id, meterId, version, startsOn }) =>
        entry(`price-version ${id}`, named.get(meterId), `: version ${version}, ${from(startsOn)}`),
      ),
      ...bands.flatMap(({ id, meterId, above, startsOn }) =>
        entry(
          `volume-band ${id}`,
          named.get(meterId),
          `: over ${above.toDecimalString()}, ${from(startsOn)}`,
        ),
      ),
    ];
  }
}

/** Where the name of what a record is about stands. */
export const subjectKey = (record: OfRecord): string =>
  [record.subjectKind, record.subjectId, meterTold(record)].filter((part) => part !== null).join(' ');

/** The meter of a record about an offering, where it tells of one. */
const meterTold = ({ subjectKind, details }: OfRecord): string | null => {
  const { meterId } = (details ?? {}) as { readonly meterId?: unknown };
  return subjectKind === 'offering' && typeof meterId === 'string' ? meterId : null;
};

const from = (day: LocalDate): string => `from ${formatLongDate(day)}`;

const entry = (key: string, meter: NamedSubject | undefined, more: string): [string, NamedSubject][] =>
  meter ? [[key, { ...meter, name: `${meter.name}${more}` }]] : [];

const byMeter = (
  meters: readonly Meter[],
  offerings: readonly Offering[],
): ReadonlyMap<string, NamedSubject> => {
  const titles = new Map(offerings.map(({ id, title }) => [id, title]));
  return new Map(
    meters.flatMap(({ id, offeringId, title }): [string, NamedSubject][] => {
      const service = titles.get(offeringId);
      return service === undefined ? [] : [[id, { name: `${service}, ${title}`, offeringId }]];
    }),
  );
};
