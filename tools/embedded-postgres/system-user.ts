import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The account that the database server runs as. PostgreSQL refuses to run as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const result = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return result.status === 0 ? Number(result.stdout) : undefined;
}

function lookUp(name: string): Account | undefined {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid === undefined || gid === undefined ? undefined : { name, uid, gid };
}

/**
 * Whom root starts the server as: the owner of a cluster that is already there, else `postgres`, else `nobody`.
 * Undefined when we are not root: then the server simply runs as ourselves.
 */
export function serverAccount(existingCluster?: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existingCluster && statSync(existingCluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  return lookUp('postgres') ?? lookUp('nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 };
}

/** The uid and gid options of a spawned process; none when it runs as ourselves. */
export function runAs(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Whether the account can reach a folder: asked of the system itself, since modes and groups do not tell all. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  if (process.platform === 'win32') return true;
  const result = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...runAs(account),
    cwd: '/',
    stdio: 'ignore',
  });
  return result.status === 0;
}
