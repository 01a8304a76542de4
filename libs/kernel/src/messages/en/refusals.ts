/**
 * Every refusal's sentence by code, in plain English. Words between braces are filled in.
 * Another language is another file with the same keys.
 */
export const refusals = {
  // Any input
  NOT_FOUND: 'We could not find that record.',
  ROLE_REQUIRED: 'Only {role} can {action}. Ask {whom}.',
  SIGN_IN_REQUIRED: 'Sign in to continue.',
  FIELD_REQUIRED: 'Enter {field}.',
  FIELD_UNKNOWN: '{field} is not part of this request. Remove it and try again.',
  TEXT_INVALID:
    '{field} contains characters that cannot be used. Retype it using letters, numbers and punctuation.',
  TEXT_TOO_LONG: '{field} must be {max} characters or fewer.',
  AMOUNT_FORMAT: '{field} must be an amount written as text, like "12.34".',
  TOO_MANY_DECIMALS: '{field} must have no more than {places} decimal places.',
  TOO_BIG: '{field} must be {max} or less.',
  TOO_SMALL: '{field} must be {min} or more.',
  LIST_TOO_LONG: 'Send {max} items or fewer at a time.',
  DATE_FORMAT: '{field} must be a real date, like 2026-04-01.',
  DATE_IN_FUTURE: '{field} must be today or in the past.',
  DATE_ORDER: '{later} must be on or after {earlier}.',
  MONTH_FORMAT: 'Write the month like 2026-04.',
  CHOICE_UNKNOWN: 'Choose one of the listed options for {field}.',
  IDEMPOTENCY_KEY_FORMAT: 'The idempotency key must be 8 to 128 letters, numbers, hyphens or underscores.',
  IDEMPOTENCY_KEY_REUSED:
    'This idempotency key was already used with different values for: {fields}. Use a new key for a new request.',
  IDEMPOTENCY_KEY_IN_USE:
    'A request with this idempotency key is still being worked on. Try again in a few seconds.',
  STATE_CHANGED: 'Someone else changed this {thing} at {time}. Check the latest version and try again.',
  STATE_NOT_ALLOWED: 'This {thing} is {state}, so you cannot {action} it.',
  EVIDENCE_REASON_REQUIRED: 'Enter the reason for {thing}.',

  // Framework, eligibility, ceiling
  BODY_NOT_ELIGIBLE:
    '{body} is not named in this framework and is not in one of the groups that can use it. Contact the framework team at {lead} to ask about other routes.',
  ELIGIBILITY_NEEDS_EVIDENCE:
    'We cannot confirm that {body} is in {category}. Upload evidence or ask the framework team to check.',
  BODY_ABOLISHED: '{body} closed on {date}. Continue as {successor}.',
  BODY_ABOLISHED_NO_SUCCESSOR:
    '{body} closed on {date}. Search for the organisation that took over its work.',
  BODY_EXISTS: '{body} is already in the register. Use that entry.',
  FRAMEWORK_NOT_LIVE:
    'This framework opens on {date}. You can prepare your opt-in now and submit it from that date.',
  FRAMEWORK_EXPIRED:
    'This framework ended on {date}. You cannot award a new call-off. Call-offs already in place continue until their own end dates.',
  FRAMEWORK_NOT_PUBLISHED: 'This framework has not been published yet.',
  FRAMEWORK_INCOMPLETE: 'Before you publish this framework, {missing}.',
  FRAMEWORK_TERM_TOO_LONG:
    'A framework can last up to 4 years. Enter the reason this framework needs to last {term}.',
  FRAMEWORK_REFERENCE_TAKEN:
    'You already have a framework with the reference {reference}. Choose a different one.',
  REGIME_TYPE_MISMATCH: '{type} can only be set up under {regime}.',
  CEILING_EXCEEDED:
    'This call-off is worth {value}. The framework has {left} left of its {ceiling} ceiling. Reduce the value or contact the framework team.',
  LOT_CLOSED: '{offering} is not open to new members. {why}',
  VALUE_OVER_ROUTE_LIMIT:
    'Direct award on this lot is limited to {limit}. Choose a different route or a smaller scope.',
  REOPEN_ELIGIBILITY:
    'The list of bodies that can use this framework was fixed on {date}. Record the legal basis for adding a body.',
  OFFERING_INCOMPLETE: 'Before you publish {offering}, {missing}.',
  BODY_ALREADY_NAMED: '{body} is already named in this framework.',
  CATEGORY_EMPTY: 'Say what the bodies in this group have in common, like their type or county.',
  LOTS_TOO_MANY: 'A framework can have up to {max} lots.',
  METERS_TOO_MANY: 'A service can have up to {max} meters.',
  METER_CODE_FORMAT:
    'The code must start with a small letter and have 2 to 63 small letters, numbers, dots, hyphens or underscores, like payslips.processed.',
  METER_CODE_TAKEN: 'This service already has a meter with the code {code}. Choose a different one.',
  METER_NOT_METERED:
    '{field} is only for what is metered. Leave it out for what a call-off pays each month or once.',
  TIMING_RECURRING_ONLY: 'Only what a call-off pays each month can be billed in advance.',
  BAND_METER:
    '{meter} cannot have volume bands. Only what is metered and adds up day by day, as a sum or a count, can.',
  BAND_ORDER: 'A higher volume must take more off: the band over {above} takes {discount}% off.',
  BAND_TAKEN: 'There is already a band over {above} for {meter}.',
  BAND_STARTED: 'This band holds since {date} and cannot be withdrawn.',
  BANDS_TOO_MANY: 'A meter can have up to {max} volume bands.',

  // Identity and tenancy
  EMAIL_FORMAT: 'Enter an email address in the correct format, like name@burnley.gov.uk.',
  EMAIL_NOT_PUBLIC_SECTOR:
    'Enter a work email address from a public body, like name@burnley.gov.uk. If your organisation uses a different domain, ask us to check it.',
  DOMAIN_FORMAT: 'Enter a domain in the correct format, like burnley.gov.uk.',
  DOMAIN_TOO_WIDE: '{domain} is used by many organisations. Enter a domain that only {body} uses.',
  DOMAIN_NOT_CONFIRMED: 'We have not confirmed yet that {domain} belongs to {body}. Ask us to check it.',
  DOMAIN_BELONGS_TO_OTHER: '{domain} belongs to {body}. Join that organisation or ask us to check.',
  ALREADY_MEMBER: '{body} already has a workspace. Ask its administrators to add you.',
  BODY_CHOICE_REQUIRED:
    'Your email address belongs to more than one organisation. Choose which one you work for.',
  CODE_WRONG: 'The code is not correct. Check the latest email we sent you.',
  CODE_EXPIRED: 'The code has expired. Ask for a new one.',
  CODE_TOO_MANY_TRIES: 'The code was entered incorrectly too many times. Ask for a new one.',
  CODE_TOO_MANY_REQUESTS: 'You have asked for too many codes. Try again in {wait}.',
  NOT_YOUR_BODY: 'You do not work for that organisation in Accede. Ask its administrators to add you.',
  LAST_ADMINISTRATOR: '{body} needs at least one administrator. Make someone else an administrator first.',
  PERSON_ALREADY_HAS_ROLE: '{person} already has that role.',
  ROLE_NOT_GRANTABLE: 'You cannot give the role {role}.',
  SELF_APPROVAL: 'You prepared this {thing}, so someone else needs to approve it.',
  LEAD_ALREADY: '{body} is already a lead authority.',
  INVOICE_PREFIX_TAKEN:
    'Another lead authority already uses the invoice prefix {prefix}. Choose a different one.',
  INVOICE_PREFIX_FORMAT: 'The invoice prefix must be 2 to 6 capital letters, like NCC.',
  VAT_NUMBER_FORMAT: 'Enter a VAT registration number, like GB followed by 9 digits.',
  SORT_CODE_FORMAT: 'Enter a sort code of 6 digits, like 30-90-01.',
  ACCOUNT_NUMBER_FORMAT: 'Enter an account number of 8 digits.',
  COLOUR_FORMAT: 'Enter a colour as # followed by 6 characters, each from 0 to 9 or a to f, like #1f4e4a.',
  COLOUR_CONTRAST:
    'White words on {colour} have a contrast of {ratio} to 1. Choose a darker colour, with a contrast of at least {needed} to 1.',
  KEY_EXPIRY_TOO_LONG: 'A usage key can last up to 1 year. Choose a date on or before {latest}.',
  KEY_NEEDS_CALLOFF: 'Choose at least one call-off that this key may write for.',
  KEY_EXPIRY_PAST: 'The last day of a usage key must be today or later.',
  KEY_ONE_LEAD: 'Choose call-offs of one lead authority. Create another key for the others.',
  KEY_SOURCE_FORMAT:
    'The source must be written without spaces, like "payroll-system", and must not be "manual" or "cost-sharing".',

  // Estimate
  ESTIMATE_EMPTY: 'Enter how much you use in a year of at least one service.',
  VOLUME_TWICE: 'The yearly volume of {meter} is listed twice. Enter it once.',
  PRICE_MISSING: 'There is no price for {meter} on {date}. Leave it out of this estimate.',

  // Opt-in, decision, agreement
  OPTIN_NOTHING_CHOSEN: 'Choose at least one service.',
  TASKS_INCOMPLETE: 'Complete {count} before you submit: {tasks}.',
  TASK_CANNOT_START: '{task} cannot start yet. Complete {needs} first.',
  OPTIN_DUPLICATE: 'You already have an opt-in for {offering} ({reference}). Continue that one.',
  OPTIN_NOT_APPROVED: 'This opt-in has not been approved yet.',
  DECISION_MISSING: 'Record the council decision that approves this opt-in.',
  DECISION_IN_CALL_IN:
    'The decision was published on {published} and takes effect on {effective}. You can sign from that date.',
  SIGNER_AUTHORITY: 'Confirm that you have authority to sign for {body}, or tell us who does.',
  AGREEMENT_VERSION_OLD:
    'You read version {read}. Version {current} was published on {date}. Read the new version before you sign.',
  AGREEMENT_TEXT_MISMATCH:
    'The agreement you read is not the one that would be signed. Open it again before you sign.',
  AGREEMENT_UNSIGNED: 'The access agreement is waiting for {whom}. You can award the call-off after that.',
  AGREEMENT_LOCKED: 'This agreement was signed on {date} and cannot be changed. Propose a variation instead.',
  AGREEMENT_MISSING: 'Publish the access agreement for this framework first.',
  AGREEMENT_VERSION_FORMAT: 'Enter the version as two numbers with a point between them, like 3.1.',
  AGREEMENT_VERSION_ORDER: 'Version {version} must come after version {latest}.',
  AGREEMENT_PLACEHOLDER: 'We cannot fill in {placeholder}. Use only {allowed}.',
  AGREEMENT_SAME_PERSON: 'You signed this agreement, so someone else needs to countersign it.',
  DPA_MISSING:
    '{offering} uses personal data. An authorised officer needs to accept the data processing schedule before go-live.',

  // Call-off
  CALLOFF_OVERLAP:
    'You already have {offering} from {start} to {end} ({reference}). Choose a start date after that or vary the existing call-off.',
  CALLOFF_NOT_OPTED_IN: 'Your approved opt-in does not include {offering}. Add it to an opt-in first.',
  START_IN_PAST: 'The start date must be no more than 3 months ago.',
  TERM_OVER_MAXIMUM: 'The term can be up to {months} months, including extensions.',
  END_BEFORE_START: 'The end date must be after the start date.',
  UNITS_METERED: '{meter} is charged by what is used, so no number of units is agreed for it.',
  UNITS_TWICE: 'The units of {meter} are listed twice. Enter them once.',
  PO_REQUIRED:
    'Add a purchase order number before the first billing period, or tell us your organisation does not use purchase orders.',
  PO_EXHAUSTED: 'PO {number} has {left} left. This invoice is {amount}.',
  PO_DUPLICATE: 'Purchase order {number} is already recorded.',

  // Prices, usage, money
  PRICE_STARTED:
    'This price started on {date} and cannot be changed. Add a new price with a later start date.',
  PRICE_OVERLAP: 'There is already a price for {meter} from {date}.',
  PRICE_GAP: 'There is no price for {meter} from {from} to {to}.',
  PRICE_NOTICE: "Members need {days} days' notice of a price increase. The earliest start date is {date}.",
  PRICE_MID_MONTH:
    'A price for {meter} can only start on the first day of a month. Choose {before} or {after}.',
  PRICE_MODEL_UNKNOWN: 'We do not know the price model "{model}".',
  PRORATE_DAYS: 'Prorate needs "days" between 0 and "of", and "of" of at least 1.',
  TIER_ORDER: 'Tier {tier} must end above tier {previous}.',
  TIER_LAST_OPEN: 'The last tier must have no upper limit.',
  QUANTITY_NEGATIVE: 'Quantity must be 0 or more. Use a correction to reduce earlier usage.',
  USAGE_DUPLICATE: 'Usage record {id} was already received with different values ({fields}).',
  USAGE_OUTSIDE_CALLOFF: '{date} is {why}.',
  USAGE_CALLOFF_UNKNOWN: 'This key cannot write for the call-off "{callOff}".',
  USAGE_CALLOFF_AMBIGUOUS: 'More than one call-off could take this usage. Name one in "calloff".',
  METER_BY_RETURN: 'Usage of "{meter}" is filed in a monthly usage return, so events are not counted.',
  METER_RETURN_FIGURE:
    'One figure a month can only be a sum, the highest or the last. Choose one of these, or let usage come as events.',
  METER_UNKNOWN: '"{meter}" is not a meter of this call-off.',
  METER_TAKES_NO_USAGE:
    '"{meter}" takes no usage. What a call-off pays each month or once follows from the call-off itself.',
  USAGE_TOO_OLD: '{date} is more than {months} months ago, which is longer than the agreement allows.',
  USAGE_FUTURE: 'Usage cannot be for a future date.',
  USAGE_EVENT_INVALID: '{field}: {why}',
  USAGE_CORRECTS_UNKNOWN: 'There is no usage record {id} from this source to correct.',
  USAGE_OF_RETURN: 'This figure comes from a usage return. Replace the return instead.',
  QUARANTINE_STILL_REFUSED: 'This usage still cannot be billed: {why}',
  METER_KEPT: '{meter} is kept by cost sharing: its usage and its price cannot be changed by hand.',
  COST_SHARING_ON: 'The cost of {offering} is shared already.',
  COST_YEAR_FORMAT: 'Enter a financial year like 2026/27.',
  COST_YEAR_NOT_ENDED: 'The actual cost of {year} can be entered from {date}.',
  COST_YEAR_SETTLED: 'The actual cost of {year} is agreed, so its estimate cannot be changed.',
  COST_ESTIMATE_MISSING: 'Agree an estimate for {year} before you enter its actual cost.',
  COST_NO_MEMBERS: 'No member has {offering} in {year}, so there is nobody to share its cost.',
  SHARES_ALL_ZERO: 'At least one member needs a figure above 0.',
  POPULATION_UNKNOWN: 'The register has no population for {body}. Choose another basis.',
  DRIVER_METER:
    '{meter} is not use that adds up by day, so no cost can be shared by it. Choose another meter.',
  DAMPING_IMPOSSIBLE:
    'Shares cannot add up to 100% when none may change by more than {percent}% of last year. Enter a higher limit.',
  PERIOD_NOT_ENDED: '{period} has not ended yet. You can run its bill from {date}.',
  PERIOD_CLOSED: '{period} is closed. Submit a correction and it will appear on the next invoice.',
  RETURN_TOO_EARLY: '{period} has not ended yet. You can file its return from {date}.',
  RETURN_NOT_NEEDED: 'No usage return is due for this call-off in {period}.',
  RETURN_FILED: 'A return for {period} was filed on {date}. Replace it instead.',
  RETURN_METER_TWICE: '{meter} is given twice. Enter one figure for it.',
  RETURN_ALL_ZERO: 'Every figure is 0. File a nil return instead.',
  RETURN_SAME: 'These are the figures that were filed. There is nothing to replace.',
  RETURN_NOT_YOURS: 'Only the service team that filed this return can change it. Send it back with a note.',
  RUN_INCOMPLETE: '{returns} missing for {period}. Chase them or mark each as no usage.',
  RUN_NOTHING_TO_APPROVE: 'This run has nothing to {action}.',
  INVOICE_ISSUED: 'Invoice {number} has been issued and cannot be changed. Raise a credit note.',
  INVOICE_NOT_APPROVED: 'This invoice must be approved before it is issued.',
  CONTENT_CHANGED: 'This {thing} changed after you opened it. Check it again before you approve it.',
  INVOICE_PARKED: 'Billing for {body} is on hold: {why}',
  CREDIT_OVER_INVOICE: 'The credit note is {amount}. Only {left} is left to credit on this invoice.',
  CREDIT_NEEDS_REASON: 'Enter the reason for this credit note.',
  APPORTION_SUM: 'Shares must add up to 100%. They add up to {sum}%.',
  CREDIT_LINE_TWICE: 'This line is listed twice. Enter one amount for it.',
  DISCOUNT_OVERLAP:
    'There is already a discount of {percent}% for these charges from {from} to {to}. Choose other months.',
  DISCOUNT_OUTSIDE: 'Choose months between {from} and {to}, in which this call-off runs.',
  INVOICE_NOT_VOIDABLE: 'Invoice {number} cannot be voided: {why}. Raise a credit note instead.',
  VOID_SAME_PERSON: 'You issued this invoice, so someone else needs to void it.',
  DISPUTE_OVER_LINE: 'You can dispute up to {left} on this line.',
  DISPUTE_LATE:
    'Disputes can be raised up to {days} days after you receive the invoice. You can still report an error.',
  DISPUTE_OPEN_ALREADY: 'This line already has an open dispute. Continue that one.',
  DISPUTE_PART: 'Enter an amount below {stake}, or uphold the dispute in full.',
  DISPUTE_SAME_PERSON: 'You decided this dispute before, so someone else needs to decide it now.',
  ESCALATION_LATE:
    'A decision can be escalated up to {days} days after it was made. You can still report an error.',
  VAT_UNSET: 'Choose the VAT treatment for {offering} before it is published.',
  SELLER_DETAILS_MISSING: 'Add the {missing} of {lead} before invoices are issued.',
  RECEIPT_IN_FUTURE: 'The date of the receipt must be today or earlier.',
  PAYMENT_AMOUNT: 'Enter an amount more than 0.',
  ALLOCATION_OVER_RECEIPT: 'Only {left} of this receipt is left to allocate.',
  ALLOCATION_OVER_INVOICE: 'Only {left} is outstanding on this invoice.',
  CSV_FORMAT: 'The file could not be read: {why}',
  IMPORT_REJECTED: 'Row {row}, {column}: {why}',
  ALREADY_IMPORTED: 'This statement was already imported on {date}.',
  STRIPE_OFF:
    'Payment through Stripe is not switched on here. Pay by BACS to the bank account on the invoice.',
  STRIPE_SIGNATURE: 'This message is not signed by Stripe, or too old.',

  // Documents
  FILE_TOO_LARGE: 'The file must be smaller than {max}.',
  FILE_TYPE: 'The file must be one of these types: {types}.',
  FILE_EMPTY: 'The file is empty.',
} as const;
