import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  addDays,
  addMonths,
  formatLongDate,
  formatPounds,
  londonDateOf,
  monthLabel,
  monthName,
  monthOf,
  parsePence,
  startOfMonth,
  type LocalDate,
} from '#libs/kernel';
import { billMonth, newestInvoice, receive, type Invoice } from './bill.js';
import { council, lead, type Council } from './cast.js';
import { change } from './change.js';
import {
  approveOptIn,
  countersign,
  openWorkspace,
  prepareOptIn,
  signAgreement,
  submitOptIn,
} from './join.js';
import { findFramework, setUpLead } from './lead.js';
import { newKey, Service } from './service.js';
import { award, makeUsageKey, sendUsage } from './use.js';

interface StoryStack {
  readonly webUrl: string;
  readonly ownerUrl: string;
  readonly env: NodeJS.ProcessEnv;
}

const VILLAGE = 'Marlbeck District Council';

/** One council joins, takes a service, uses it, is billed and pays; each step by the person who would do it. */
export const tellStory = async (stack: StoryStack, say: (line: string) => void): Promise<void> => {
  const service = new Service(stack.webUrl, stack.env['MAILBOX_URL'] ?? stack.webUrl);
  let step = 0;
  const tell = (who: string, what: string): void =>
    say(`${String((step += 1)).padStart(2)}  ${who.padEnd(28)} ${what}`);
  const moveClock = (to: LocalDate): void => {
    program(stack, 'clock.js', [to]);
    service.forgetSessions();
    tell('The calendar', `moves on to ${formatLongDate(to)}`);
  };

  // A story that is told again begins on its own first day again.
  const today = londonDateOf(new Date());
  program(stack, 'clock.js', [today]);
  const firstMonth = startOfMonth(addMonths(startOfMonth(today), 1));
  const framework = await frameworkOf(service, stack, today);
  tell('Anyone', `finds the framework with ${framework.offerings.length} services`);
  const payroll = framework.offerings.find(({ title }) => title === 'Payroll Core');
  if (!payroll) throw new Error('Payroll Core is not in the framework');

  const joining = await newCouncil(service);
  tell(lead.catalogue.name, `adds ${joining.name} to the register, with a reason`);
  tell('Anyone', `asks whether it can join: ${await eligibility(service, framework.id, joining)}`);
  await openWorkspace(service, joining);
  tell(joining.admin.name, 'signs in with the code from the mail and opens the workspace');
  const optIn = await prepareOptIn(service, joining, { frameworkId: framework.id, offering: payroll, today });
  await submitOptIn(service, joining, optIn);
  tell(joining.admin.name, `completes ${optIn.tasks.length} tasks and submits opt-in ${optIn.reference}`);
  await approveOptIn(service, lead.catalogue, { ...optIn, version: optIn.version + 1 });
  tell(lead.catalogue.name, 'reviews the opt-in and approves it');
  const agreement = await signAgreement(service, joining);
  tell(
    joining.signatory.name,
    `reads and signs the access agreement (SHA-256 ${agreement.terms.sha256.slice(0, 12)}…)`,
  );
  await countersign(service, lead.approver, agreement);
  tell(lead.approver.name, 'countersigns it');
  const callOff = await award(service, joining, {
    offeringId: payroll.id,
    startsOn: firstMonth,
    endsOn: addDays(addMonths(firstMonth, 24), -1),
    value: '120000.00',
    purchaseOrder: '4500067890',
  });
  tell(joining.admin.name, `awards call-off ${callOff.reference} from ${formatLongDate(firstMonth)}`);

  const month = monthOf(firstMonth);
  moveClock(addDays(month.end, 2));
  const key = await makeUsageKey(service, joining, callOff, addMonths(firstMonth, 6));
  const receipt = await sendUsage(service, key, usageOf(firstMonth, callOff.reference));
  tell(
    "The council's payroll system",
    `sends usage: ${receipt.accepted} accepted, ${receipt.duplicate} duplicate, receipt ${receipt.number}`,
  );
  await billMonth(
    service,
    { preparer: lead.preparer.email, approver: lead.financeApprover.email },
    monthLabel(month),
  );
  tell(lead.preparer.name, `prepares the billing run of ${monthName(month)}`);
  tell(lead.financeApprover.name, 'approves the drafts and issues them');

  const finance = await service.as(joining.finance.email);
  const invoice = await newestInvoice(finance);
  tell(
    joining.finance.name,
    `opens invoice ${invoice.number}: ${inPounds(invoice.net)} + VAT ${inPounds(invoice.vat)} = ${inPounds(invoice.gross)}`,
  );
  moveClock(addDays(month.end, 20));
  await receive(await service.as(lead.preparer.email), {
    amount: invoice.gross.amount,
    receivedOn: addDays(month.end, 20),
    payer: joining.name.toUpperCase(),
    reference: invoice.number.replaceAll('-', ' '),
  });
  tell(lead.preparer.name, `records the BACS receipt; its reference names ${invoice.number}`);
  printInvoice(await newestInvoice(await service.as(joining.finance.email)), say);
  say(program(stack, 'audit-verify.js', []).trim().split('\n').at(-1) ?? '');
};

const frameworkOf = async (
  service: Service,
  stack: StoryStack,
  today: LocalDate,
): ReturnType<typeof found> => {
  const startsOn = addMonths(startOfMonth(today), -8);
  if ((await findFramework(service)) === null)
    await setUpLead(service, { ...stack.env }, { startsOn, endsOn: addDays(addMonths(startsOn, 48), -1) });
  return found(service);
};

const found = async (service: Service): Promise<NonNullable<Awaited<ReturnType<typeof findFramework>>>> => {
  const framework = await findFramework(service);
  if (!framework) throw new Error('the framework was not published');
  return framework;
};

/** Each telling has a council of its own, so that it can be told again on the same database. */
const newCouncil = async (service: Service): Promise<Council> => {
  const { bodySearch } = await service
    .visitor()
    .ok<{ bodySearch: { edges: { node: { name: string } }[] } }>(
      'query($text: String!) { bodySearch(text: $text, first: 100) { edges { node { name } } } }',
      {
        text: VILLAGE,
      },
    );
  const before = bodySearch.edges.filter(({ node }) => node.name.startsWith(VILLAGE)).length;
  const number = before + 1;
  const name = number === 1 ? VILLAGE : `${VILLAGE} ${number}`;
  const domain = `marlbeck${number}.gov.example`;
  await change(await service.as(lead.catalogue.email), 'bodyAdd', 'body', 'id', {
    name,
    type: 'Non-metropolitan district',
    nation: 'England',
    code: `INV-MARLBECK-${number}`,
    countyCode: lead.body,
    emailDomains: [domain],
    reason: 'Invented for the demonstration.',
    idempotencyKey: newKey(),
  });
  return council(name, name, domain, ['Ffion Price', 'George Adeyemi', 'Ruth Cohen']);
};

const eligibility = async (service: Service, frameworkId: string, { admin }: Council): Promise<string> => {
  const { eligibilityCheck } = await service.visitor().ok<{
    eligibilityCheck: { bodies: { result: string; reasons: { sentence: string }[] }[] };
  }>('query($id: ID!, $email: String!) { eligibilityCheck(frameworkId: $id, email: $email) { bodies { result reasons { sentence } } } }', {
    id: frameworkId,
    email: admin.email,
  });
  const body = eligibilityCheck.bodies[0];
  if (body?.result !== 'ELIGIBLE')
    throw new Error(`the council is not eligible: ${JSON.stringify(eligibilityCheck)}`);
  return body.reasons.map(({ sentence }) => sentence).join(' ');
};

/** A month of payroll, with one event sent twice as a system that lost an answer would. */
const usageOf = (
  month: LocalDate,
  reference: string,
): { id: string; meter: string; time: string; quantity: string }[] => {
  const weekly = [6, 13, 20, 27].map((day) => ({
    id: `${reference}-${addDays(month, day)}`,
    meter: 'payslips.processed',
    time: `${addDays(month, day)}T17:00:00Z`,
    quantity: '210',
  }));
  const supply = {
    id: `${reference}-supply`,
    meter: 'payslips.supply',
    time: `${addDays(month, 26)}T17:00:00Z`,
    quantity: '31',
  };
  return [...weekly, supply, supply];
};

const inPounds = ({ amount }: { readonly amount: string }): string => {
  const pence = parsePence(amount, { allowNegative: true });
  return pence === null ? amount : formatPounds(pence);
};

const printInvoice = (invoice: Invoice, say: (line: string) => void): void => {
  say('');
  say(
    `Invoice ${invoice.number} to ${invoice.memberName} (illustrative), due ${formatLongDate(invoice.dueOn as LocalDate)}`,
  );
  for (const { node } of invoice.lines.edges)
    say(`    ${node.description}: ${node.working.quantity} = ${inPounds(node.net)}`);
  say(
    `    net ${inPounds(invoice.net)}, VAT ${inPounds(invoice.vat)}, gross ${inPounds(invoice.gross)}, outstanding ${inPounds(invoice.outstanding)}`,
  );
  const postings = invoice.journal.flatMap((entry) => entry.postings);
  for (const { memo, postings: own } of invoice.journal)
    say(`    ${memo}: ${own.map(({ account, amount }) => `${account} ${inPounds(amount)}`).join(', ')}`);
  const pence = postings.reduce((sum, { amount }) => sum + BigInt(amount.amount.replace('.', '')), 0n);
  if (pence !== 0n || invoice.outstanding.amount !== '0.00') throw new Error('the books do not balance');
  say(
    `    postings sum to ${pence === 0n ? '0.00' : 'something else'}; chain head ${invoice.auditHead.slice(0, 16)}…`,
  );
};

/** Runs a tool of the service as whoever runs it would, against the story's database. */
const program = (stack: StoryStack, name: string, args: readonly string[]): string => {
  const file = fileURLToPath(new URL(`../${name}`, import.meta.url));
  const env = { ...stack.env, DATABASE_URL: stack.ownerUrl, ACCEDE_DEMO: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} failed: ${stderr.trim() || stdout.trim()}`);
  return stdout;
};
