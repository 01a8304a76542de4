import type { Mail } from './mailbox.js';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The demonstration's mailbox as a plain page. */
export const mailboxPage = (mails: readonly Mail[]): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox of the demonstration</title><link rel="stylesheet" href="/assets/app.css"></head>
<body><main><h1>Mailbox of the demonstration</h1>
<p>Every email that the service sends is kept here, the newest first. None leaves this computer.</p>
${mails.length === 0 ? '<p>No emails yet.</p>' : mails.map(item).join('\n')}
</main></body></html>`;

const item = (mail: Mail): string => `<article><h2>${escape(mail.subject)}</h2>
<p>To ${escape(mail.to.join(', '))}, ${escape(mail.at.toLocaleString('en-GB', { timeZone: 'Europe/London' }))}</p>
<pre>${escape(mail.text)}</pre></article>`;
