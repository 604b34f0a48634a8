import * as migration_20261129_222327_initial from './20261129_222327_initial';

export const migrations = [
  {
    up: migration_20261129_222327_initial.up,
    down: migration_20261129_222327_initial.down,
    name: '20261129_222327_initial'
  },
];
