/** An operation of the API with the types of its answer and of its variables; generated from a .graphql file. */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly text: string;
  /** Carries the types, and nothing at run time. */
  readonly types?: (variables: Variables) => Data;
}
