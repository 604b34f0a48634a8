import * as migration_20261129_060437_initial from './20261129_060437_initial';

export const migrations = [
  {
    up: migration_20261129_060437_initial.up,
    down: migration_20261129_060437_initial.down,
    name: '20261129_060437_initial'
  },
];
