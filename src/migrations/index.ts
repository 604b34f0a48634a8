import * as migration_20261129_184222_initial from './20261129_184222_initial';

export const migrations = [
  {
    up: migration_20261129_184222_initial.up,
    down: migration_20261129_184222_initial.down,
    name: '20261129_184222_initial'
  },
];
