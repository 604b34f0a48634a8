import * as migration_20261130_015629_initial from './20261130_015629_initial';

export const migrations = [
  {
    up: migration_20261130_015629_initial.up,
    down: migration_20261130_015629_initial.down,
    name: '20261130_015629_initial'
  },
];
