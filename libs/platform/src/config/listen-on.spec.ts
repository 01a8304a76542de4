import { describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from './config.js';
import { listenOn } from './listen-on.js';

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe('listening', () => {
  it('answers when the port is open', async () => {
    const server = createServer();
    await listenOn(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
    expect(server.listening).toBe(true);
    expect(server.listenerCount('error')).toBe(0);
    server.close();
  });

  it('says in one line that the address is not this machine’s', async () => {
    // An address that is kept for documentation and given to nobody.
    const listening = listenOn(createServer(), { host: '192.0.2.1', port: 0, setting: 'PORT' });
    await expect(listening).rejects.toEqual(
      new ConfigError('Accede cannot start: HOST 192.0.2.1 is not an address of this machine.'),
    );
  });

  it('says in one line that somebody else has the port', async () => {
    const first = createServer();
    await listenOn(first, { host: '127.0.0.1', port: 0, setting: 'PORT' });
    const port = portOf(first);
    const listening = listenOn(createServer(), { host: '127.0.0.1', port, setting: 'API_PORT' });
    await expect(listening).rejects.toEqual(
      new ConfigError(`Accede cannot start: API_PORT ${port} is already in use.`),
    );
    first.close();
  });
});
