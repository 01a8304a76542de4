/** A body by its id and its name today. */
export interface NamedBody {
  readonly id: string;
  readonly name: string;
}
