import * as migration_20261129_121130_initial from './20261129_121130_initial';

export const migrations = [
  {
    up: migration_20261129_121130_initial.up,
    down: migration_20261129_121130_initial.down,
    name: '20261129_121130_initial'
  },
];
