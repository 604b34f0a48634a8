import * as migration_20261129_193234_initial from './20261129_193234_initial';

export const migrations = [
  {
    up: migration_20261129_193234_initial.up,
    down: migration_20261129_193234_initial.down,
    name: '20261129_193234_initial'
  },
];
