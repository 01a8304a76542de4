import { bridgeWords } from '../../../words/bridge.js';
import { withMore } from './bridge-rows.js';

const row = (kind: string, amount: string, before: string | null = null, after: string | null = null) => ({
  ...{ kind, amount: { amount }, callOffReference: 'CO-000001-01', offeringTitle: 'Payroll Core' },
  ...{ meterTitle: 'Payslips', quantityBefore: before, quantityAfter: after },
});
const said = (...rows: readonly ReturnType<typeof row>[]) =>
  withMore({ rows })?.rows.map((each) => bridgeWords.sentence(each));

describe('why a bill differs, in words', () => {
  it('says how much more or less was used, and what that costs', () => {
    expect(said(row('VOLUME', '212.16', '1180', '1228'), row('VOLUME', '-0.10', '1.5', '1.25'))).toEqual([
      '48 more payslips: £212.16 more',
      '0.25 fewer payslips: £0.10 less',
    ]);
  });

  it('says of a share of a cost what it costs more, and counts nothing', () => {
    expect(said({ ...row('VOLUME', '5.00'), meterTitle: 'Share of the cost' })).toEqual([
      'Share of the cost: £5.00 more',
    ]);
  });

  it('says what is new, gone, late or credited', () => {
    expect(said(row('NEW_SERVICE', '5.00'), row('PRICE', '-3.00'), row('CREDITS', '-10.00'))).toEqual([
      'New on this bill: Payroll Core, payslips: £5.00 more',
      'A different price for payslips: £3.00 less',
      'Credit notes that came with this bill: £10.00 less',
    ]);
  });

  it('leaves a name of capitals as it is, and a reason that it does not know by its meter', () => {
    const tickets = { ...row('PRICE', '1.00'), meterTitle: 'ICT tickets' };
    expect(said(tickets, row('NEWLY_KNOWN', '1.00'))).toEqual([
      'A different price for ICT tickets: £1.00 more',
      'Payslips: £1.00 more',
    ]);
  });

  it('is nothing where there is no bill before', () => {
    expect(withMore(null)).toBeNull();
  });
});
