import * as migration_20261129_184528_initial from './20261129_184528_initial';

export const migrations = [
  {
    up: migration_20261129_184528_initial.up,
    down: migration_20261129_184528_initial.down,
    name: '20261129_184528_initial'
  },
];
