import * as migration_20261130_070948_initial from './20261130_070948_initial';

export const migrations = [
  {
    up: migration_20261130_070948_initial.up,
    down: migration_20261130_070948_initial.down,
    name: '20261130_070948_initial'
  },
];
