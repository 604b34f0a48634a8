import * as migration_20261129_025217_initial from './20261129_025217_initial';

export const migrations = [
  {
    up: migration_20261129_025217_initial.up,
    down: migration_20261129_025217_initial.down,
    name: '20261129_025217_initial'
  },
];
