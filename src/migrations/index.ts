import * as migration_20261124_025918_initial from './20261124_025918_initial';

export const migrations = [
  {
    up: migration_20261124_025918_initial.up,
    down: migration_20261124_025918_initial.down,
    name: '20261124_025918_initial'
  },
];
