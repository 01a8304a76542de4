interface CallOffOfBodies {
  readonly memberId: string;
  readonly memberName: string;
  readonly leadId: string;
  readonly leadName: string;
}

/**
 * The names of the bodies on the other side, by id: for a lead authority its members', for a member its lead
 * authorities'. Receipts and quarantine give ids only; whoever has usage has a call-off.
 */
export const namesOfBodies = (
  callOffs: { readonly edges: readonly { readonly node: CallOffOfBodies }[] },
  isLead: boolean,
): ReadonlyMap<string, string> =>
  new Map(
    callOffs.edges.map(({ node }) =>
      isLead ? [node.memberId, node.memberName] : [node.leadId, node.leadName],
    ),
  );
