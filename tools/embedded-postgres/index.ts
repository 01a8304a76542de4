export {
  refuseSecondLauncher,
  removeAbandoned,
  removeEmbedded,
  startEmbedded,
  type EmbeddedOptions,
  type EmbeddedPostgres,
} from './cluster.js';
export { CHECKOUT, dataFolder, postgresFolder, temporaryDataDir } from './data-folder.js';
export { AlreadyRunning } from './launcher-lock.js';
export { prepareDatabase, type PreparedDatabase } from './prepare-database.js';
