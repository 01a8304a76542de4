import type { Mail } from './mailbox.js';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The demonstration's mailbox as a plain page. */
export const mailboxPage = (mails: readonly Mail[]): string => `<!doctype html>
<html lang="en-GB" class="govuk-template"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox of the demonstration</title><link rel="stylesheet" href="/assets/app.css"></head>
<body class="govuk-template__body"><div class="govuk-width-container"><main class="govuk-main-wrapper"><h1 class="govuk-heading-l">Mailbox of the demonstration</h1>
<p class="govuk-body"><a class="govuk-link" href="/">Back to the service</a></p>
<p class="govuk-body">Every email that the service sends is kept here, the newest first. None leaves this computer.</p>
${mails.length === 0 ? '<p class="govuk-body">No emails yet.</p>' : mails.map(item).join('\n')}
</main></div></body></html>`;

const item = (
  mail: Mail,
): string => `<article class="app-card govuk-!-margin-bottom-4"><h2 class="govuk-heading-m">${escape(mail.subject)}</h2>
<p class="govuk-body-s">To ${escape(mail.to.join(', '))}, ${escape(mail.at.toLocaleString('en-GB', { timeZone: 'Europe/London' }))}</p>
<pre class="app-mail">${escape(mail.text)}</pre></article>`;
