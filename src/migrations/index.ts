import * as migration_20261129_091740_initial from './20261129_091740_initial';

export const migrations = [
  {
    up: migration_20261129_091740_initial.up,
    down: migration_20261129_091740_initial.down,
    name: '20261129_091740_initial'
  },
];
