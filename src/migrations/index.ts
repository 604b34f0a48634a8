import * as migration_20261124_012146_initial from './20261124_012146_initial';

export const migrations = [
  {
    up: migration_20261124_012146_initial.up,
    down: migration_20261124_012146_initial.down,
    name: '20261124_012146_initial'
  },
];
