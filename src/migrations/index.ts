import * as migration_20261129_182914_initial from './20261129_182914_initial';

export const migrations = [
  {
    up: migration_20261129_182914_initial.up,
    down: migration_20261129_182914_initial.down,
    name: '20261129_182914_initial'
  },
];
