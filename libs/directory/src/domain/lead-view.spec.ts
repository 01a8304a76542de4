import { describe, expect, it } from '@jest/globals';
import { toRecord, type Shown } from './lead-view.js';

const shown = (
  tenantId: string,
  kind: Shown['kind'],
  subjectId: string,
  reference: string | null = null,
) => ({
  tenantId,
  kind,
  subjectId,
  reference,
});

describe('what is recorded of an answer', () => {
  it('is each thing once, in one order, by its last name', () => {
    expect(
      toRecord(
        [
          shown('b', 'INVOICE', '1', 'N-1'),
          shown('a', 'USAGE', '2'),
          shown('a', 'INVOICE', '2', 'N-2'),
          shown('b', 'INVOICE', '1', 'N-1b'),
        ],
        'lead',
      ),
    ).toEqual([
      shown('a', 'INVOICE', '2', 'N-2'),
      shown('a', 'USAGE', '2'),
      shown('b', 'INVOICE', '1', 'N-1b'),
    ]);
  });

  it("is nothing of the lead authority's own", () => {
    expect(toRecord([shown('lead', 'STATEMENT', 'lead'), shown('a', 'STATEMENT', 'a')], 'lead')).toEqual([
      shown('a', 'STATEMENT', 'a'),
    ]);
  });
});
