import * as migration_20261129_150945_initial from './20261129_150945_initial';

export const migrations = [
  {
    up: migration_20261129_150945_initial.up,
    down: migration_20261129_150945_initial.down,
    name: '20261129_150945_initial'
  },
];
