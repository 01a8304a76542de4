import { addDays, addMonths, londonDateOf, localDate, monthLabel, monthOf, startOfMonth } from '#libs/kernel';
import { billMonth, concede, newestInvoice, payThroughStripe, receive } from './demonstration/bill.js';
import { ashbeck, calderwick, everybody, lead } from './demonstration/cast.js';
import {
  approveOptIn,
  countersign,
  openWorkspace,
  prepareOptIn,
  signAgreement,
  submitOptIn,
} from './demonstration/join.js';
import { findFramework, setUpLead } from './demonstration/lead.js';
import { Service } from './demonstration/service.js';
import { award, makeUsageKey, sendUsage } from './demonstration/use.js';

/**
 * Loads the demonstration over HTTP, as its people would do it: a lead authority with a framework, one council that
 * uses a service and has been billed, one that is about to join. `--people` prints whom to sign in as.
 */
const load = async (service: Service): Promise<void> => {
  const today = londonDateOf(new Date());
  const thisMonth = startOfMonth(today);
  const [firstMonth, lastMonth] = [addMonths(thisMonth, -2), addMonths(thisMonth, -1)];
  // Four years, as long as a framework may last without a reason.
  const startsOn = addMonths(thisMonth, -8);
  await setUpLead(service, process.env, { startsOn, endsOn: addDays(addMonths(startsOn, 48), -1) });
  const framework = await findFramework(service);
  const payroll = framework?.offerings.find(({ title }) => title === 'Payroll Core');
  if (!framework || !payroll) throw new Error('the framework was not published');

  await openWorkspace(service, ashbeck);
  const optIn = await prepareOptIn(service, ashbeck, { frameworkId: framework.id, offering: payroll, today });
  await approveOptIn(service, lead.catalogue, await submitOptIn(service, ashbeck, optIn));
  await countersign(service, lead.approver, await signAgreement(service, ashbeck));
  const callOff = await award(service, ashbeck, {
    offeringId: payroll.id,
    startsOn: firstMonth,
    endsOn: addDays(addMonths(firstMonth, 36), -1),
    value: '180000.00',
    purchaseOrder: '4500012345',
  });
  const key = await makeUsageKey(service, ashbeck, callOff, addMonths(today, 6));
  for (const [month, payslips] of [
    [firstMonth, '1180'],
    [lastMonth, '1204'],
  ] as const) {
    const label = monthLabel(monthOf(month));
    await sendUsage(service, key, [
      {
        id: `payslips-${label}`,
        meter: 'payslips.processed',
        time: `${addDays(month, 24)}T18:00:00Z`,
        quantity: payslips,
      },
      {
        id: `supply-${label}`,
        meter: 'payslips.supply',
        time: `${addDays(month, 26)}T18:00:00Z`,
        quantity: '46',
      },
    ]);
    await billMonth(service, { preparer: lead.preparer.email, approver: lead.financeApprover.email }, label);
  }
  // A meter's code mistyped once: it waits in quarantine for the service manager to put right.
  await sendUsage(service, key, [
    {
      id: `payslips-late-${monthLabel(monthOf(lastMonth))}`,
      meter: 'payslip.processed',
      time: `${addDays(lastMonth, 27)}T18:00:00Z`,
      quantity: '12',
    },
  ]);
  const finance = await service.as(ashbeck.finance.email);
  const invoice = await newestInvoice(finance);
  await receive(await service.as(lead.preparer.email), {
    amount: invoice.gross.amount,
    receivedOn: localDate(today),
    payer: 'ASHBECK BC',
    reference: invoice.number,
  });

  await concede(
    service,
    { preparer: lead.preparer.email, approver: lead.financeApprover.email },
    {
      description: /Supply payslips/,
      net: '20.00',
      reason: 'Five supply payslips reached staff a day late.',
    },
  );
  await payThroughStripe(finance);

  await openWorkspace(service, calderwick);
  await submitOptIn(
    service,
    calderwick,
    await prepareOptIn(service, calderwick, { frameworkId: framework.id, offering: payroll, today }),
  );
};

if (process.argv.includes('--people')) {
  console.log(JSON.stringify(everybody.map(({ name, email, role }) => ({ name, email, role }))));
} else {
  const { API_URL, MAILBOX_URL } = process.env;
  if (!API_URL || !MAILBOX_URL) {
    console.error('The demonstration is loaded by npm start, which knows where everything is.');
    process.exit(2);
  }
  await load(new Service(API_URL, MAILBOX_URL));
}
