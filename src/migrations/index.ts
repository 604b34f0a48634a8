import * as migration_20261129_123003_initial from './20261129_123003_initial';

export const migrations = [
  {
    up: migration_20261129_123003_initial.up,
    down: migration_20261129_123003_initial.down,
    name: '20261129_123003_initial'
  },
];
