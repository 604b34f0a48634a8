import * as migration_20261129_154725_initial from './20261129_154725_initial';

export const migrations = [
  {
    up: migration_20261129_154725_initial.up,
    down: migration_20261129_154725_initial.down,
    name: '20261129_154725_initial'
  },
];
