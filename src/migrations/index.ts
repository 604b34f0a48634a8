import * as migration_20261129_193955_initial from './20261129_193955_initial';

export const migrations = [
  {
    up: migration_20261129_193955_initial.up,
    down: migration_20261129_193955_initial.down,
    name: '20261129_193955_initial'
  },
];
