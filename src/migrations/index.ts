import * as migration_20261129_044807_initial from './20261129_044807_initial';

export const migrations = [
  {
    up: migration_20261129_044807_initial.up,
    down: migration_20261129_044807_initial.down,
    name: '20261129_044807_initial'
  },
];
