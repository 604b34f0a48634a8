import * as migration_20261129_052751_initial from './20261129_052751_initial';

export const migrations = [
  {
    up: migration_20261129_052751_initial.up,
    down: migration_20261129_052751_initial.down,
    name: '20261129_052751_initial'
  },
];
