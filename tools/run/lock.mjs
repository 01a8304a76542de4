import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/** Takes the lock and answers true; answers false while a living process holds it. */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const pid = holder(file);
    // A file without a number is one being written at this moment: it is looked at again on the next round.
    if (pid > 0 && !isAlive(pid)) rmSync(file, { force: true });
    return false;
  }
}

/** Two commands started together must not install or build at once: the second waits for the first. */
export async function withLock(root, work) {
  const folder = path.join(root, '.accede');
  const file = path.join(folder, 'build.lock');
  try {
    mkdirSync(folder, { recursive: true });
    for (let rounds = 0; !take(file); rounds += 1) {
      if (rounds === 20) console.error(`Waiting for the install or build of process ${holder(file)} …`);
      await sleep(100);
    }
  } catch (error) {
    // A checkout that this user may only read cannot be built in any case; one already built still runs.
    if (['EACCES', 'EROFS', 'EPERM'].includes(error.code)) return work();
    throw error;
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}
