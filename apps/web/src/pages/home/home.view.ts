export interface HomeFramework {
  readonly title: string;
  readonly summary: string;
  readonly state: string;
  readonly lead: { readonly name: string };
  readonly startsOn: string;
  readonly endsOn: string;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The first page: what Accede is, and the frameworks that can be joined. Null when the API cannot answer. */
export const homePage = (frameworks: readonly HomeFramework[] | null): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Accede: shared services for public bodies</title><link rel="stylesheet" href="/assets/app.css"></head>
<body><a class="skip" href="#main">Skip to main content</a>
<main id="main"><h1>Shared services for public bodies</h1>
<p>Join a framework that another authority hosts, take the services you need at your own pace, and pay for what you use.
You do not need a procurement of your own.</p>
<h2>Frameworks</h2>
${list(frameworks)}
</main></body></html>`;

const list = (frameworks: readonly HomeFramework[] | null): string => {
  if (frameworks === null)
    return '<p>The list cannot be shown at the moment. Try again in a few minutes.</p>';
  if (frameworks.length === 0) return '<p>No framework has been published yet.</p>';
  return `<ul>${frameworks.map(item).join('')}</ul>`;
};

const item = ({ title, summary, lead, startsOn, endsOn }: HomeFramework): string =>
  `<li><h3>${escape(title)}</h3><p>${escape(summary)}</p><p>Hosted by ${escape(lead.name)}, from ${escape(startsOn)} to ${escape(endsOn)}.</p></li>`;
