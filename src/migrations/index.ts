import * as migration_20261124_060319_initial from './20261124_060319_initial';

export const migrations = [
  {
    up: migration_20261124_060319_initial.up,
    down: migration_20261124_060319_initial.down,
    name: '20261124_060319_initial'
  },
];
