import * as migration_20261129_045328_initial from './20261129_045328_initial';

export const migrations = [
  {
    up: migration_20261129_045328_initial.up,
    down: migration_20261129_045328_initial.down,
    name: '20261129_045328_initial'
  },
];
