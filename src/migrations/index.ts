import * as migration_20261129_084542_initial from './20261129_084542_initial';

export const migrations = [
  {
    up: migration_20261129_084542_initial.up,
    down: migration_20261129_084542_initial.down,
    name: '20261129_084542_initial'
  },
];
