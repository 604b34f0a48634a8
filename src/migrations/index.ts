import * as migration_20261124_062309_initial from './20261124_062309_initial';

export const migrations = [
  {
    up: migration_20261124_062309_initial.up,
    down: migration_20261124_062309_initial.down,
    name: '20261124_062309_initial'
  },
];
