import * as migration_20261124_033058_initial from './20261124_033058_initial';

export const migrations = [
  {
    up: migration_20261124_033058_initial.up,
    down: migration_20261124_033058_initial.down,
    name: '20261124_033058_initial'
  },
];
