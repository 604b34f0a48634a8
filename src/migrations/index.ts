import * as migration_20261129_154450_initial from './20261129_154450_initial';

export const migrations = [
  {
    up: migration_20261129_154450_initial.up,
    down: migration_20261129_154450_initial.down,
    name: '20261129_154450_initial'
  },
];
