import * as migration_20261129_220754_initial from './20261129_220754_initial';

export const migrations = [
  {
    up: migration_20261129_220754_initial.up,
    down: migration_20261129_220754_initial.down,
    name: '20261129_220754_initial'
  },
];
