import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { FrameworkVolume, VolumeBand } from '#libs/catalogue';
import { monthLabel, monthOf, toPublicId, type LocalDate } from '#libs/kernel';
import { DecimalScalar, LocalDateScalar } from '../graphql/index.js';

@ObjectType('VolumeBand', {
  description:
    'Per cent off for everyone, from the month after all members together have used more than a volume.',
})
export class VolumeBandType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DecimalScalar, { description: 'The volume that must be passed.' })
  above!: string;

  @Field(() => DecimalScalar, { description: 'Per cent off, before minimum and maximum.' })
  discount!: string;

  @Field(() => LocalDateScalar, { description: 'The first day that it can hold on.' })
  startsOn!: LocalDate;

  @Field(() => String, {
    nullable: true,
    description:
      'The month in which the volume passed it, such as 2026-04; it holds from the next on. Null until then.',
  })
  reachedIn!: string | null;

  @Field(() => Boolean, { description: 'Whether it can still be withdrawn: it does not hold yet.' })
  isWithdrawable!: boolean;
}

@ObjectType('FrameworkVolume', {
  description: 'What all members together have used. It is published only where it tells of no member alone.',
})
export class FrameworkVolumeType {
  @Field(() => String, { description: 'The month up to whose end it counts, such as 2026-04.' })
  upTo!: string;

  @Field(() => DecimalScalar, { description: 'The total, since the offering began.' })
  total!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much is left until more than the volume of the next band is used; null above the highest.',
  })
  toNextBand!: string | null;
}

export const toVolumeBand = (band: VolumeBand, today: LocalDate): VolumeBandType => ({
  id: toPublicId('volumeBand', band.id),
  above: band.above.toDecimalString(),
  discount: band.discount.toDecimalString(),
  startsOn: band.startsOn,
  reachedIn: band.reachedIn === null ? null : monthLabel(monthOf(band.reachedIn)),
  isWithdrawable: today < band.startsOn,
});

/** The newest of a meter's published figures, against its bands. */
export const toFrameworkVolume = (
  bands: readonly VolumeBand[],
  volumes: readonly FrameworkVolume[],
): FrameworkVolumeType | null => {
  const volume = volumes.findLast(({ published }) => published);
  if (bands.length === 0 || volume === undefined) return null;
  const next = bands.find(({ above }) => above.compare(volume.total) >= 0);
  return {
    upTo: monthLabel(monthOf(volume.month)),
    total: volume.total.toDecimalString(),
    toNextBand: next?.above.minus(volume.total).toDecimalString() ?? null,
  };
};
