import * as migration_20261129_151709_initial from './20261129_151709_initial';

export const migrations = [
  {
    up: migration_20261129_151709_initial.up,
    down: migration_20261129_151709_initial.down,
    name: '20261129_151709_initial'
  },
];
