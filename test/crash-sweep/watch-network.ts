import { Socket } from 'node:net';
import { callWindow } from './call-window.js';

type Act = (this: Socket, ...args: unknown[]) => never;
type WithPort = { readonly port?: unknown } | null;

/** The port of any of the forms in which a socket is told where to. */
const portOf = (args: readonly unknown[]): number => {
  const [first]: unknown[] = args.flat();
  return Number(typeof first === 'object' ? (first as WithPort)?.port : first);
};

/** The first line of what is sent, its ids left out: `POST /v1/invoices/…/pay`, `MAIL FROM`, `a message`. */
export const nameOfExchange = (chunk: unknown): string => {
  const [line = ''] = String(chunk)
    .slice(0, 500)
    .split(/[\r\n]/);
  const request = /^(GET|POST|DELETE) (\S+)/.exec(line);
  if (request)
    return `${request[1]} ${request[2]?.replace(/\?.*/, '').replace(/\b[a-z_]{2,}_[0-9a-f]{16,}/g, '…')}`;
  return /^(EHLO|MAIL FROM|RCPT TO|DATA|QUIT)\b/.exec(line)?.[0] ?? 'a message';
};

/** An exchange begins with what is first sent after an answer, and ends with the first part of the next answer. */
const watch = (socket: Socket): void => {
  let waiting: (() => void) | null = null;
  const write = socket.write as unknown as Act;
  const push = socket.push as unknown as Act;
  const end = (): void => {
    const answered = waiting;
    waiting = null;
    answered?.();
  };
  socket.write = function (this: Socket, ...args: unknown[]): never {
    waiting ??= callWindow.begin(nameOfExchange(args[0]));
    return write.apply(this, args);
  };
  socket.push = function (this: Socket, ...args: unknown[]): never {
    end();
    return push.apply(this, args);
  };
  socket.once('close', end);
};

/** Every exchange of this process with somebody else than the database is a call, and so is every new connection. */
export const watchNetwork = (databasePort: number): void => {
  const connect = Socket.prototype.connect as unknown as Act;
  Object.assign(Socket.prototype, {
    connect(this: Socket, ...args: unknown[]): unknown {
      if (portOf(args) === databasePort) return connect.apply(this, args);
      const end = callWindow.begin('connect');
      this.once('connect', end);
      this.once('close', end);
      const connecting: unknown = connect.apply(this, args);
      // Connecting takes back what was put in the place of `write`.
      watch(this);
      return connecting;
    },
  });
};
