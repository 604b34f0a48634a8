import * as migration_20261129_220134_initial from './20261129_220134_initial';

export const migrations = [
  {
    up: migration_20261129_220134_initial.up,
    down: migration_20261129_220134_initial.down,
    name: '20261129_220134_initial'
  },
];
