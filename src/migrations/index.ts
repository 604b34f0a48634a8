import * as migration_20261129_032310_initial from './20261129_032310_initial';

export const migrations = [
  {
    up: migration_20261129_032310_initial.up,
    down: migration_20261129_032310_initial.down,
    name: '20261129_032310_initial'
  },
];
