import * as migration_20261129_160931_initial from './20261129_160931_initial';

export const migrations = [
  {
    up: migration_20261129_160931_initial.up,
    down: migration_20261129_160931_initial.down,
    name: '20261129_160931_initial'
  },
];
