import { createServer, type AddressInfo, type Server } from 'node:net';

export interface Ports {
  readonly web: number;
  readonly api: number;
  readonly worker: number;
  readonly mailbox: number;
  readonly smtp: number;
  readonly stripe: number;
}

const VARIABLES: Record<keyof Ports, string> = {
  web: 'PORT',
  api: 'API_PORT',
  worker: 'WORKER_PORT',
  mailbox: 'MAILBOX_PORT',
  smtp: 'SMTP_PORT',
  stripe: 'STRIPE_DOUBLE_PORT',
};
const NAMES = Object.keys(VARIABLES) as (keyof Ports)[];

export function local(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** The ports of the environment. Those not named follow the one of the pages: 3000, 3001, 3002 … */
export function portsOf(env: NodeJS.ProcessEnv): Ports {
  const chosen = (variable: string, otherwise: number): number => {
    const text = env[variable];
    if (!text) return otherwise;
    if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65_535) {
      throw new Error(`${variable} must be a port number from 1 to 65535, not ${text}.`);
    }
    return Number(text);
  };
  const first = chosen(VARIABLES.web, 3000);
  const ports = NAMES.map((name, place) => [name, chosen(VARIABLES[name], first + place)] as const);
  return Object.fromEntries(ports) as Record<keyof Ports, number>;
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Ports that nobody uses at this moment, all different. */
export async function freePorts(): Promise<Ports> {
  const servers = await Promise.all(NAMES.map(() => listen(0)));
  const ports = NAMES.map((name, place) => [name, (servers[place]?.address() as AddressInfo).port] as const);
  await Promise.all(servers.map(close));
  return Object.fromEntries(ports) as Record<keyof Ports, number>;
}

/** Throws one line that names the first port somebody else has, and how to choose another. */
export async function refuseBusy(ports: Ports, used: readonly (keyof Ports)[]): Promise<void> {
  for (const name of used) {
    try {
      await close(await listen(ports[name]));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const why = code === 'EACCES' ? 'is not open to this user' : 'is already in use';
      throw new Error(
        `Port ${ports[name]} (for the ${name}) ${why}. Choose others with ${VARIABLES[name]}=… npm start.`,
      );
    }
  }
}
