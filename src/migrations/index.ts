import * as migration_20261129_194947_initial from './20261129_194947_initial';

export const migrations = [
  {
    up: migration_20261129_194947_initial.up,
    down: migration_20261129_194947_initial.down,
    name: '20261129_194947_initial'
  },
];
