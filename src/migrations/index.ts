import * as migration_20261129_030759_initial from './20261129_030759_initial';

export const migrations = [
  {
    up: migration_20261129_030759_initial.up,
    down: migration_20261129_030759_initial.down,
    name: '20261129_030759_initial'
  },
];
