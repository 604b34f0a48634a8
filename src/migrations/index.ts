import * as migration_20261129_153633_initial from './20261129_153633_initial';

export const migrations = [
  {
    up: migration_20261129_153633_initial.up,
    down: migration_20261129_153633_initial.down,
    name: '20261129_153633_initial'
  },
];
