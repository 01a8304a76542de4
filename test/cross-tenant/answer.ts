/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a caller may never see: words, ids and figures of somebody else. */
export interface Secrets {
  readonly canary: RegExp;
  /** Uuids as 32 hex digits, each with the public id that it is part of. */
  readonly ids: ReadonlyMap<string, string>;
  /** Decimal texts that stand nowhere else. */
  readonly figures: ReadonlySet<string>;
}

export const readAnswer = async (response: Response): Promise<Answer> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers.entries()),
  body: await response.text(),
});

const UUID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/gi;
const FIGURE = /(?<![\w.-])\d[\d,]*\.\d+(?![\w-])/g;
const CURSOR = /"(?:cursor|endCursor)":"([A-Za-z0-9_-]+)"/g;

const hexOf = (id: string): string => id.replaceAll('-', '').toLowerCase();

/** Everything of somebody else's that an answer holds, but what the caller sent. */
export const leaksIn = (answer: Answer, secrets: Secrets, sent: string): string[] => {
  const given = sent.toLowerCase();
  const givenHex = given.replaceAll('-', '');
  const text = openedUp(answer);
  const words = (text.match(new RegExp(secrets.canary.source, 'gi')) ?? []).filter(
    (word) => !given.includes(word.toLowerCase()),
  );
  const ids = (text.match(UUID) ?? []).flatMap((id) => {
    const whose = secrets.ids.get(hexOf(id));
    return whose === undefined || givenHex.includes(hexOf(id)) ? [] : [whose];
  });
  const figures = (answer.body.match(FIGURE) ?? []).filter((figure) =>
    secrets.figures.has(figure.replaceAll(',', '')),
  );
  return [...new Set([...words, ...ids, ...figures])];
};

/** Body and headers, with what the cursors hold. */
const openedUp = ({ body, headers }: Answer): string => {
  const cursors = [...body.matchAll(CURSOR)].map(([, cursor]) =>
    Buffer.from(cursor ?? '', 'base64url').toString('utf8'),
  );
  return [body, JSON.stringify(headers), ...cursors].join('\n');
};

/** Headers that differ from answer to answer, whoever asks. */
const OWN_HEADERS = new Set([
  'connection',
  'content-disposition',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'x-request-id',
]);

/** What is new in each answer that tells of something just made. */
const NEW = /[a-z]{3,4}_[0-9a-f]{32}|"[0-9a-f]{64}"|\d{4}-\d\d-\d\dT[\d:.]+Z|"number":\d+/g;

/**
 * An answer as text without its request id, and with the names that were sent left blank; where something is made,
 * what is new in the answer is left blank too.
 */
export const comparable = (
  { status, headers, body }: Answer,
  names: readonly string[],
  isMade: boolean,
): string => {
  const requestId = headers['x-request-id'];
  const blanks = [...(requestId ? [requestId] : []), ...names].filter((text) => text.length >= 8);
  const lines = Object.entries(headers)
    .filter(([name]) => !OWN_HEADERS.has(name))
    .map(([name, value]) => `${name}: ${value}`)
    .sort();
  const blank = (text: string): string => blanks.reduce((left, word) => left.replaceAll(word, '·'), text);
  const content = isMade ? body.replace(NEW, '·') : body;
  return blank([String(status), ...lines, content].join('\n'));
};

interface GraphQLBody {
  readonly data?: Record<string, { userErrors?: readonly { code?: string }[] } | null> | null;
  readonly errors?: readonly { extensions?: { code?: string; requestId?: string } }[];
}

/** What an answer comes to in a word: `OK`, an error's code, or the codes of its userErrors. */
export const outcomeOf = ({ status, body }: Answer): string => {
  const parsed = parse(body);
  const codes = (parsed?.errors ?? []).map(({ extensions }) => extensions?.code ?? 'WITHOUT_CODE');
  if (codes.length > 0) return [...new Set(codes)].sort().join(' ');
  const refused = Object.values(parsed?.data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
  if (refused.length > 0)
    return `userErrors ${[...new Set(refused.map(({ code }) => code ?? 'WITHOUT_CODE'))].sort().join(' ')}`;
  return status < 400 ? 'OK' : `HTTP ${status}`;
};

const parse = (body: string): GraphQLBody | null => {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : null;
  } catch {
    return null;
  }
};

/** Faults that no answer may show, whoever asks for what. */
export const faultsIn = (answer: Answer): string[] => {
  const outcome = outcomeOf(answer);
  return [
    ...(answer.status >= 500 ? [`answered HTTP ${answer.status}`] : []),
    ...(outcome
      .split(' ')
      .some((code) => code === 'INTERNAL' || code === 'INTERNAL_SERVER_ERROR' || code === 'WITHOUT_CODE')
      ? [`answered ${outcome}`]
      : []),
  ];
};
