/** An offering whose cost is shared, with the two meters that shares are recorded on. */
export interface CostSharing {
  readonly leadId: string;
  readonly offeringId: string;
  /** Of the monthly parts. */
  readonly shareMeterId: string;
  /** Of what a year cost more than was estimated. */
  readonly trueUpMeterId: string;
  readonly switchedOnAt: Date;
  readonly switchedOnBy: string;
}
