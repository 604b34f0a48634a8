import * as migration_20261129_091158_initial from './20261129_091158_initial';

export const migrations = [
  {
    up: migration_20261129_091158_initial.up,
    down: migration_20261129_091158_initial.down,
    name: '20261129_091158_initial'
  },
];
