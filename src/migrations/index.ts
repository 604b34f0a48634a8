import * as migration_20261129_085814_initial from './20261129_085814_initial';

export const migrations = [
  {
    up: migration_20261129_085814_initial.up,
    down: migration_20261129_085814_initial.down,
    name: '20261129_085814_initial'
  },
];
