import * as migration_20261129_151135_initial from './20261129_151135_initial';

export const migrations = [
  {
    up: migration_20261129_151135_initial.up,
    down: migration_20261129_151135_initial.down,
    name: '20261129_151135_initial'
  },
];
