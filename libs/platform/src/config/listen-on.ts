import type { Server } from 'node:http';
import { ConfigError } from './config.js';

export interface Address {
  readonly host: string;
  readonly port: number;
  /** The name of the setting that the port comes from. */
  readonly setting: string;
}

/** Why an address cannot be listened on, by the system's code. */
const REASONS: Readonly<Record<string, (address: Address) => string>> = {
  EADDRNOTAVAIL: ({ host }) => `HOST ${host} is not an address of this machine`,
  ENOTFOUND: ({ host }) => `HOST ${host} is not an address of this machine`,
  EAI_AGAIN: ({ host }) => `HOST ${host} is not an address of this machine`,
  EADDRINUSE: ({ setting, port }) => `${setting} ${port} is already in use`,
  EACCES: ({ setting, port }) => `${setting} ${port} is not open to this user`,
};

/** Listens, and answers when it does. Throws ConfigError, one line that names the setting, when it cannot be done. */
export const listenOn = (server: Server, address: Address): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      const reason =
        REASONS[error.code ?? '']?.(address) ??
        `HOST ${address.host} and ${address.setting} ${address.port} cannot be listened on (${error.message})`;
      reject(new ConfigError(`Accede cannot start: ${reason}.`, { cause: error }));
    };
    server.once('error', fail);
    server.listen(address.port, address.host, () => {
      server.off('error', fail);
      resolve();
    });
  });
