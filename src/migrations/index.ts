import * as migration_20261129_031335_initial from './20261129_031335_initial';

export const migrations = [
  {
    up: migration_20261129_031335_initial.up,
    down: migration_20261129_031335_initial.down,
    name: '20261129_031335_initial'
  },
];
